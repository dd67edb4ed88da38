using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GossipLab.Core.Simulation;

namespace GossipLab.Core.Experiments;

/// <summary>
/// The sweep file (<c>*.gossipsweep.json</c>): a plan as text that people can read and change. A plan has one text, so
/// that two people who hold the same text measure the same.
/// </summary>
public static class SweepJson
{
    /// <summary>The version of the file format. A file of another one is refused.</summary>
    public const int FileVersion = 1;

    /// <summary>The longest file, in characters.</summary>
    public const int MaxLength = 2 * ScenarioJson.MaxBytes;

    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>A plan as a file: every field, always in one order.</summary>
    /// <param name="plan">A sound plan.</param>
    public static string Write(SweepPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            WriteMembers(json, plan);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>A parameter's or metric's name as in files: <c>fanOut</c>, <c>secondsToAll</c>.</summary>
    /// <param name="value">The parameter or the metric.</param>
    public static string NameOf(Enum value) => JsonNamingPolicy.CamelCase.ConvertName($"{value}");

    /// <summary>Reads a file. Either all of it is sound, or nothing of it is used.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="fault">What is wrong first, with the field and its range; null for a sound file.</param>
    /// <returns>The plan, or null where there is a fault.</returns>
    public static SweepPlan? Read(string text, out string? fault)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            var plan = text.Length <= MaxLength
                ? Read(text) : throw new FormatException($"the file is longer than {MaxLength} characters");
            fault = plan.FindFault();
            return fault is null ? plan : null;
        }
        catch (JsonException broken)
        {
            fault = string.Create(CultureInfo.InvariantCulture,
                $"line {broken.LineNumber + 1}: this is not JSON");
        }
        catch (FormatException wrong)
        {
            fault = wrong.Message;
        }

        return null;
    }

    internal static void WriteMembers(Utf8JsonWriter json, SweepPlan plan)
    {
        json.WriteNumber("gossiplabSweep", FileVersion);
        json.WriteString("metric", NameOf(plan.Metric));
        Write(json, "x", plan.X);
        if (plan.Y is { } second)
        {
            Write(json, "y", second);
        }

        json.WriteNumber("seeds", plan.Seeds);
        json.WriteNumber("limitMs", (long)plan.Limit.TotalMilliseconds);
        json.WriteNumber("atLeastMs", (long)plan.AtLeast.TotalMilliseconds);
        if (plan.NarrowEnough is { } width)
        {
            json.WriteNumber("narrowEnough", width);
        }

        json.WritePropertyName("scenario");
        using var scenario = JsonDocument.Parse(ScenarioJson.Write(plan.Scenario));
        scenario.WriteTo(json);
    }

    private static void Write(Utf8JsonWriter json, string name, SweepAxis axis)
    {
        json.WriteStartObject(name);
        json.WriteString("parameter", NameOf(axis.Parameter));
        json.WriteStartArray("values");
        foreach (var value in axis.Values)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static SweepPlan Read(string text)
    {
        using var document = JsonDocument.Parse(text, Strict);
        var root = new SweepFields(document.RootElement, "$");
        root.Allow("gossiplabSweep", "metric", "x", "y", "seeds", "limitMs", "atLeastMs", "narrowEnough", "scenario");
        if (root.Whole("gossiplabSweep", 0, 1, FileVersion) != FileVersion)
        {
            throw new FormatException($"$.gossiplabSweep: must be {FileVersion}");
        }

        const long Day = 86_400_000;
        return new SweepPlan
        {
            Scenario = ReadScenario(root),
            X = ReadAxis(root.Part("x") ?? throw new FormatException("$.x: is missing")),
            Y = root.Part("y") is { } second ? ReadAxis(second) : null,
            Seeds = (int)root.Whole("seeds", 100, SweepPlan.MinSeeds, SweepPlan.MaxSeeds),
            Metric = root.Choice<RunMetric>("metric", RunMetric.SecondsToAll),
            Limit = TimeSpan.FromMilliseconds(root.Whole("limitMs", 600_000, 1, Day)),
            AtLeast = TimeSpan.FromMilliseconds(root.Whole("atLeastMs", 0, 0, Day)),
            NarrowEnough = root.Number("narrowEnough"),
        };
    }

    private static Scenario ReadScenario(SweepFields root)
    {
        var text = root.Part("scenario")?.Text ?? throw new FormatException("$.scenario: is missing");
        return ScenarioJson.TryRead(text, out var scenario, out var faults)
            ? scenario : throw new FormatException($"scenario: {faults[0]}");
    }

    private static SweepAxis ReadAxis(SweepFields fields)
    {
        fields.Allow("parameter", "values");
        return new SweepAxis(fields.Choice<SweepParameter>("parameter", null), fields.Wholes("values"));
    }
}
