using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GossipLab.Core.Experiments;
using GossipLab.Core.Simulation;

namespace GossipLab.Web.Sweeps;

/// <summary>What a sweep found, as files for other programs.</summary>
public static class SweepText
{
    /// <summary>The metrics that every file gives beside the plan's own, in order.</summary>
    private static readonly RunMetric[] Metrics = Enum.GetValues<RunMetric>();

    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// The hash of every figure of every run that counts: two sweeps that say the same have the same, whoever ran them.
    /// </summary>
    /// <param name="ledger">The sweep.</param>
    public static string Hash(SweepLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var text = new StringBuilder(SweepArchive.IdOf(ledger.Plan));
        for (var point = 0; point < ledger.Plan.Points; point++)
        {
            for (var run = 0; run < ledger.Plan.Seeds; run++)
            {
                var result = ledger.Result(new SweepCell(point, run));
                text.Append('\n').Append(result is null ? "-" : JsonSerializer.Serialize(result));
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    /// <summary>
    /// A line for each point: its values, its band, the band of bytes a node sends in a second, the seed of the run
    /// that has the median, the engine, and that run as a scenario file in one cell. «inf» means not reached.
    /// </summary>
    /// <param name="ledger">The sweep.</param>
    public static string Csv(SweepLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var plan = ledger.Plan;
        var second = plan.Y is null ? "" : $"{SweepJson.NameOf(plan.Y.Parameter)},";
        var text = new StringBuilder(
            $"{SweepJson.NameOf(plan.X.Parameter)},{second}metric,runs,p5,p50,p95,bytesPerNodeSecondP50,"
            + "medianSeed,engine,scenario\n");
        for (var point = 0; point < plan.Points; point++)
        {
            if (ledger.BandOf(point, plan.Metric) is not { } band)
            {
                continue;
            }

            var (y, x) = Math.DivRem(point, plan.X.Values.Count);
            var scenario = plan.ScenarioOf(point, band.MedianRun);
            var bytes = ledger.BandOf(point, RunMetric.BytesPerNodeSecond)!.Median;
            text.Append(CultureInfo.InvariantCulture, $"{plan.X.Values[x]},");
            text.Append(CultureInfo.InvariantCulture, $"{(plan.Y is { } axis ? $"{axis.Values[y]}," : "")}");
            text.Append(CultureInfo.InvariantCulture, $"{SweepJson.NameOf(plan.Metric)},{band.Runs},");
            text.Append($"{Number(band.Fifth)},{Number(band.Median)},{Number(band.NinetyFifth)},{Number(bytes)},");
            text.Append(CultureInfo.InvariantCulture, $"{scenario.Seed},{Scenario.EngineVersion},");
            text.Append('"').Append(OneLine(scenario).Replace("\"", "\"\"", StringComparison.Ordinal)).Append("\"\n");
        }

        return text.ToString();
    }

    /// <summary>
    /// The plan, the engine, and for each point the band of every metric and the plan's metric of every run. Null means
    /// not reached.
    /// </summary>
    /// <param name="ledger">The sweep.</param>
    public static string Json(SweepLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            json.WriteString("engine", Scenario.EngineVersion);
            json.WriteString("sweep", SweepArchive.IdOf(ledger.Plan));
            json.WriteString("hash", Hash(ledger));
            json.WriteBoolean("complete", ledger.IsComplete);
            json.WritePropertyName("plan");
            using (var plan = JsonDocument.Parse(SweepJson.Write(ledger.Plan)))
            {
                plan.WriteTo(json);
            }

            json.WriteStartArray("points");
            for (var point = 0; point < ledger.Plan.Points; point++)
            {
                WritePoint(json, ledger, point);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WritePoint(Utf8JsonWriter json, SweepLedger ledger, int point)
    {
        var plan = ledger.Plan;
        var (y, x) = Math.DivRem(point, plan.X.Values.Count);
        json.WriteStartObject();
        json.WriteNumber("x", plan.X.Values[x]);
        if (plan.Y is { } second)
        {
            json.WriteNumber("y", second.Values[y]);
        }

        json.WriteStartObject("bands");
        foreach (var metric in Metrics)
        {
            if (ledger.BandOf(point, metric) is { } band)
            {
                json.WriteStartObject(SweepJson.NameOf(metric));
                Write(json, "p5", band.Fifth);
                Write(json, "p50", band.Median);
                Write(json, "p95", band.NinetyFifth);
                json.WriteNumber("medianSeed", plan.ScenarioOf(point, band.MedianRun).Seed);
                json.WriteEndObject();
            }
        }

        json.WriteEndObject();
        json.WriteStartArray("runs");
        for (var run = 0; run < plan.Seeds && ledger.Result(new SweepCell(point, run)) is { } result; run++)
        {
            var figure = result.Read(plan.Metric);
            json.WriteRawValue(double.IsFinite(figure) ? Number(figure) : "null");
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, double figure)
    {
        if (double.IsFinite(figure))
        {
            json.WriteNumber(name, figure);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string Number(double figure) =>
        double.IsFinite(figure) ? figure.ToString("R", CultureInfo.InvariantCulture) : "inf";

    private static string OneLine(Scenario scenario)
    {
        using var document = JsonDocument.Parse(ScenarioJson.Write(scenario));
        return JsonSerializer.Serialize(document.RootElement);
    }
}
