using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GossipLab.Core.Simulation;

/// <summary>
/// The scenario file (<c>*.gossiplab.json</c>): all of a run as text that people can read and change. What is written
/// is read back as the same run, event for event.
/// </summary>
public static class ScenarioJson
{
    /// <summary>The version of the file format. A file of another one is refused.</summary>
    public const int FileVersion = 1;

    /// <summary>The longest file, in bytes.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>How many faults are told at once.</summary>
    public const int MostFaults = 5;

    private const int MaxDepth = 8;
    private const int LongestEngine = 32;

    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// A scenario as a file: the essentials, and every setting that is not the usual one, always in one order.
    /// </summary>
    /// <param name="scenario">A sound scenario.</param>
    public static string Write(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return Encoding.UTF8.GetString(Object(json => WriteMembers(json, scenario))) + "\n";
    }

    /// <summary>Reads a file. Either all of it is sound, or nothing of it is used.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="scenario">The scenario; null where there is a fault.</param>
    /// <param name="faults">The first <see cref="MostFaults"/> faults with their paths; empty for a sound file.</param>
    /// <returns>Whether the file is sound.</returns>
    public static bool TryRead(
        string text, [NotNullWhen(true)] out Scenario? scenario, out IReadOnlyList<ScenarioFault> faults)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<ScenarioFault>();
        scenario = Parse(text, found);
        faults = found;
        if (found.Count > 0)
        {
            scenario = null;
        }

        return scenario is not null;
    }

    /// <summary>What to know of a sound scenario before it is run, or null: that another engine made it.</summary>
    /// <param name="scenario">The scenario.</param>
    public static string? NoteOn(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return scenario.Engine == Scenario.EngineVersion ? null
            : $"made with engine {scenario.Engine}, opened with {Scenario.EngineVersion}: events may differ";
    }

    private static void WriteMembers(Utf8JsonWriter json, Scenario scenario)
    {
        var fields = new ScenarioJsonFields(json);
        fields.Put("gossiplab", FileVersion);
        fields.Put("engine", scenario.Engine);
        fields.Put("name", scenario.Name);
        fields.Put("seed", scenario.Seed);
        fields.Put("nodes", scenario.Nodes);
        ScenarioJsonOptions.Write(fields, scenario.Node.Value);
        ScenarioJsonOptions.Write(fields, scenario.Node.Dissemination);
        ScenarioJsonMembership.Write(fields, scenario.Node);
        ScenarioJsonOptions.Write(fields, scenario.Network);
        ScenarioJsonCommands.WriteAll(json, scenario.Commands, indent: 4);
        ScenarioJsonBranches.Write(json, scenario.Branches);
    }

    /// <summary>One object as indented JSON.</summary>
    internal static byte[] Object(Action<Utf8JsonWriter> fill)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            json.WriteStartObject();
            fill(json);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static Scenario? Parse(string text, List<ScenarioFault> faults)
    {
        // Editors of some systems put a byte order mark first.
        var json = text.AsMemory(text.StartsWith('\uFEFF') ? 1 : 0);
        if (json.Length > MaxBytes || Encoding.UTF8.GetByteCount(json.Span) > MaxBytes)
        {
            faults.Add(new ScenarioFault("$", $"the file is longer than {MaxBytes} bytes"));
            return null;
        }

        try
        {
            // Half a surrogate pair has no bytes; it becomes the replacement character.
            var bytes = Encoding.UTF8.GetBytes(json.ToArray());
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return Read(document.RootElement, faults);
        }
        catch (JsonException exception)
        {
            var place = FormattableString.Invariant(
                $"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}");
            faults.Add(new ScenarioFault("$", $"is not JSON, or deeper than {MaxDepth} levels: {place}"));
            return null;
        }
    }

    private static Scenario? Read(JsonElement element, List<ScenarioFault> faults)
    {
        var root = new ScenarioJsonObject(element, "$", faults);
        if (element.ValueKind != JsonValueKind.Object || !IsOfThisVersion(root, faults))
        {
            return null;
        }

        var scenario = new Scenario
        {
            Engine = root.Text("engine", Scenario.EngineVersion),
            Name = root.Text("name", "custom"),
            Seed = root.Unsigned("seed", 1),
            Nodes = root.Count("nodes", 16),
            Node = ScenarioJsonMembership.Read(root.Child("membership")) with
            {
                Value = ScenarioJsonOptions.ReadValue(root.Child("value")),
                Dissemination = ScenarioJsonOptions.ReadSpread(root.Child("dissemination")),
            },
            Network = ScenarioJsonOptions.ReadNetwork(root.Child("network")),
            Commands = ScenarioJsonCommands.Read(root),
            Branches = ScenarioJsonBranches.Read(root),
        };
        root.Finish();
        CheckEngine(root, scenario.Engine);
        CheckRanges(root, scenario, faults);
        return scenario;
    }

    private static bool IsOfThisVersion(ScenarioJsonObject root, List<ScenarioFault> faults)
    {
        var version = root.Count("gossiplab", 0);
        if (version == FileVersion || faults.Any(fault => fault.Path == "$.gossiplab"))
        {
            return version == FileVersion;
        }

        root.Fault("gossiplab", version == 0
            ? $"a scenario file says here that its version is {FileVersion}"
            : $"the file is of version {version}; this program reads version {FileVersion}");
        return false;
    }

    private static void CheckEngine(ScenarioJsonObject root, string engine)
    {
        if (engine.Length is 0 or > LongestEngine
            || !engine.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-'))
        {
            root.Fault("engine", $"a version has 1 to {LongestEngine} letters, digits, dots or dashes");
        }
    }

    // What could not be read stands there with its fallback: nothing is said of that twice, nor of what rests on it.
    private static void CheckRanges(ScenarioJsonObject root, Scenario scenario, List<ScenarioFault> faults)
    {
        var unread = faults.Select(fault => fault.Path).ToArray();
        var isShapeRead = !unread.Any(path => path is "$.nodes" or "$.membership" or "$.membership.kind");
        foreach (var fault in ScenarioFaults.In(scenario))
        {
            var rests = fault.Path == "$.nodes" || fault.Path.Contains(".commands", StringComparison.Ordinal);
            if ((isShapeRead || !rests)
                && !unread.Any(path => IsPartOf(path, fault.Path) || IsPartOf(fault.Path, path)))
            {
                root.FaultAt(fault.Path, fault.Problem);
            }
        }
    }

    private static bool IsPartOf(string whole, string part) => part.StartsWith(whole, StringComparison.Ordinal)
        && (part.Length == whole.Length || part[whole.Length] is '.' or '[');
}
