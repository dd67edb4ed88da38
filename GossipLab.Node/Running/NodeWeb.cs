using GossipLab.Core.Wire;
using GossipLab.Node.Api;
using GossipLab.Node.Settings;
using GossipLab.Node.Words;
using OpenTelemetry.Metrics;

namespace GossipLab.Node.Running;

/// <summary>The web server around a node: only what a node needs, and bounds for all that others can open.</summary>
internal static class NodeWeb
{
    /// <summary>How many connections are open at once at most; more are closed at once.</summary>
    public const int MaxConnections = 12_288;

    private const string OpenTelemetryEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly TimeSpan MostForHeaders = TimeSpan.FromSeconds(10);

    /// <summary>A server that was not started.</summary>
    public static WebApplication Build(NodeSettings settings, NodeSurroundings around)
    {
        // The empty builder watches no files: more than a hundred nodes would use up the system's watchers.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "GossipLab.Node" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(settings.Listens, settings.Port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = WireCodec.MaxBytes;
            kestrel.Limits.MaxConcurrentConnections = MaxConnections;
            kestrel.Limits.RequestHeadersTimeout = MostForHeaders;
        });
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(50));
        if (!around.IsOneOfMany)
        {
            builder.Services.ConfigureHttpJsonOptions(json =>
                json.SerializerOptions.TypeInfoResolverChain.Insert(0, NodeJson.Default));
            builder.Services.AddOpenApi();
            AddLog(builder.Logging, settings.Log);
            AddTelemetry(builder.Services);
        }

        return builder.Build();
    }

    /// <summary>Adds the description of all routes.</summary>
    public static void MapDocument(WebApplication app, NodeSurroundings around)
    {
        if (!around.IsOneOfMany)
        {
            app.MapOpenApi();
        }
    }

    private static void AddLog(ILoggingBuilder logging, LogFormat format)
    {
        logging.AddFilter("Microsoft", LogLevel.Warning);

        // What keeps a server from starting is said in one line by whoever starts it.
        logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        if (format == LogFormat.Json)
        {
            logging.AddJsonConsole(console => console.TimestampFormat = "O");
        }
        else if (format == LogFormat.Text)
        {
            logging.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.TimestampFormat = "HH:mm:ss.fff ";
            });
        }
    }

    private static void AddTelemetry(IServiceCollection services)
    {
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable(OpenTelemetryEndpoint)))
        {
            services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(MetricsApi.MeterName).AddOtlpExporter());
        }
    }
}
