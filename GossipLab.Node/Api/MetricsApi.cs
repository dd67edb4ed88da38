using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace GossipLab.Node.Api;

/// <summary>A number that operators watch.</summary>
/// <param name="Name">Its name, as Prometheus wants it.</param>
/// <param name="Help">What it counts.</param>
/// <param name="IsCounter">Whether it only grows.</param>
/// <param name="Read">Its values, each with its labels.</param>
public sealed record NodeMetric(
    string Name, string Help, bool IsCounter, Func<IEnumerable<(string Label, string Of, double Value)>> Read);

/// <summary>The numbers, as Prometheus reads them and as .NET meters that OpenTelemetry exports.</summary>
/// <param name="metrics">The numbers.</param>
public sealed class MetricsApi(IReadOnlyList<NodeMetric> metrics) : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "GossipLab.Node";

    private Meter? _meter;

    /// <summary>Adds the route.</summary>
    /// <param name="routes">Where to.</param>
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/metrics", (Delegate)ShowAsync).WithName("GetMetrics")
        .WithSummary("Numbers for Prometheus").Produces<string>(StatusCodes.Status200OK, "text/plain");

    /// <summary>Offers the numbers to whoever listens to meters in this process.</summary>
    public void Publish()
    {
        _meter = new Meter(MeterName);
        foreach (var metric in metrics)
        {
            IEnumerable<Measurement<double>> Measure() => metric.Read().Select(one => one.Label.Length == 0
                ? new Measurement<double>(one.Value)
                : new Measurement<double>(one.Value, new KeyValuePair<string, object?>(one.Label, one.Of)));
            if (metric.IsCounter)
            {
                _meter.CreateObservableCounter(metric.Name, Measure, description: metric.Help);
            }
            else
            {
                _meter.CreateObservableGauge(metric.Name, Measure, description: metric.Help);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _meter?.Dispose();

    private Task ShowAsync(HttpContext context)
    {
        var text = new StringBuilder();
        foreach (var metric in metrics)
        {
            text.Append(CultureInfo.InvariantCulture, $"# HELP {metric.Name} {metric.Help}\n");
            text.Append(CultureInfo.InvariantCulture,
                $"# TYPE {metric.Name} {(metric.IsCounter ? "counter" : "gauge")}\n");
            foreach (var (label, of, value) in metric.Read())
            {
                var labels = label.Length == 0 ? "" : $"{{{label}=\"{of}\"}}";
                text.Append(CultureInfo.InvariantCulture, $"{metric.Name}{labels} {value}\n");
            }
        }

        context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        return context.Response.WriteAsync(text.ToString(), context.RequestAborted);
    }
}
