using System.Text;
using System.Text.Json;
using GossipLab.Core.Primitives;

namespace GossipLab.Core.Simulation;

/// <summary>The commands in a scenario file, told apart by <c>do</c>.</summary>
internal static class ScenarioJsonCommands
{
    private const int MostNodesInWalls = 1_000_000;

    private static readonly (string Word, Func<ScenarioJsonObject, ClusterCommand> Read)[] Readers =
    [
        ("set-value", json => new SetValue(json.Node("node"), json.Whole("value", 0))),
        ("kill-node", json => new KillNode(json.Node("node"))),
        ("restart-node", json => new RestartNode(json.Node("node"), json.Flag("keepDisk", true))),
        ("pause-node", json => new PauseNode(json.Node("node"), json.SpanOrNull("durationMs"))),
        ("resume-node", json => new ResumeNode(json.Node("node"))),
        ("slow-node", json => new SlowNode(json.Node("node"), json.Span("delayMs", TimeSpan.Zero))),
        ("leave-node", json => new LeaveNode(json.Node("node"))),
        ("add-node", json => new AddNode(json.Node("contact"))),
        ("build-wall", json => new BuildWall(json.Text("name", "wall"), ScenarioJsonSide.Read(json, "side"))),
        ("remove-wall", json => new RemoveWall(json.Text("name", "wall"))),
        ("heal-network", _ => new HealNetwork()),
        ("cut-link", json => new CutLink(json.Node("from"), json.Node("to"), json.Flag("bothWays", true))),
        ("set-link", ReadLink),
        ("set-node-loss", json => new SetNodeLoss(json.Node("node"), json.Chance("loss", Ratio.Zero))),
        ("set-network", json => new SetNetwork(
            json.ChanceOrNull("loss"), ScenarioJsonOptions.ReadLatency(json.Child("latency")))),
        ("drop-message", json => new DropMessage(json.Whole("message", 1))),
        ("hold-message", json => new HoldMessage(json.Whole("message", 1))),
        ("deliver-message", json => new DeliverMessage(json.Whole("message", 1))),
        ("duplicate-message", json => new DuplicateMessage(json.Whole("message", 1))),
        ("spare-message", json => new SpareMessage(json.Node("from"), json.Node("to"))),
    ];

    /// <summary>Writes the commands, each on a line: a script of two hundred reads like one.</summary>
    public static void WriteAll(Utf8JsonWriter json, IReadOnlyList<TimedCommand> commands, int indent)
    {
        json.WriteStartArray("commands");
        foreach (var command in commands)
        {
            // Line breaks inside texts are escaped, so none is lost.
            var lines = Encoding.UTF8.GetString(
                ScenarioJson.Object(one => Write(new ScenarioJsonFields(one), command)));
            var line = string.Join(' ', lines.Split('\n', StringSplitOptions.TrimEntries));
            json.WriteRawValue($"\n{new string(' ', indent)}{line}", skipInputValidation: true);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes one command.</summary>
    public static void Write(ScenarioJsonFields json, TimedCommand timed)
    {
        json.Put("atMs", timed.At);
        json.Put("do", ScenarioJsonScalar.Word(timed.Command.GetType().Name));
        switch (timed.Command)
        {
            case SetValue set: json.Put("node", set.Node); json.Put("value", set.Value); break;
            case KillNode kill: json.Put("node", kill.Node); break;
            case RestartNode restart: json.Put("node", restart.Node); json.Put("keepDisk", restart.KeepDisk); break;
            case PauseNode pause: json.Put("node", pause.Node); json.Put("durationMs", pause.Duration); break;
            case ResumeNode resume: json.Put("node", resume.Node); break;
            case SlowNode slow: json.Put("node", slow.Node); json.Put("delayMs", slow.Delay); break;
            case LeaveNode leave: json.Put("node", leave.Node); break;
            case AddNode add: json.Put("contact", add.Contact); break;
            case DropMessage message: json.Put("message", message.Message); break;
            case HoldMessage message: json.Put("message", message.Message); break;
            case DeliverMessage message: json.Put("message", message.Message); break;
            case DuplicateMessage message: json.Put("message", message.Message); break;
            default: WriteNetwork(json, timed.Command); break;
        }
    }

    /// <summary>Reads the commands, in the order of the file.</summary>
    /// <param name="root">The scenario.</param>
    /// <returns>The commands; one without effect for each that cannot be read, so that places stay true.</returns>
    public static IReadOnlyList<TimedCommand> Read(ScenarioJsonObject root)
    {
        var commands = new List<TimedCommand>();
        var inWalls = 0;
        foreach (var (item, path) in root.Items("commands"))
        {
            var command = ReadOne(root.At(item, path));
            inWalls += command.Command is BuildWall wall ? wall.Side.Count : 0;
            if (commands.Count == Scenario.MaxCommands || inWalls > MostNodesInWalls)
            {
                root.Fault("commands", commands.Count == Scenario.MaxCommands
                    ? $"at most {Scenario.MaxCommands} commands"
                    : $"all walls together name at most {MostNodesInWalls} nodes");
                break;
            }

            commands.Add(command);
        }

        return commands;
    }

    private static void WriteNetwork(ScenarioJsonFields json, ClusterCommand command)
    {
        switch (command)
        {
            case BuildWall wall:
                json.Put("name", wall.Name);
                json.PutList("side", ScenarioJsonSide.Write(wall.Side));
                break;
            case RemoveWall wall: json.Put("name", wall.Name); break;
            case CutLink cut:
                json.Put("from", cut.From);
                json.Put("to", cut.To);
                json.Put("bothWays", cut.BothWays);
                break;
            case SetLink link:
                json.Put("from", link.From);
                json.Put("to", link.To);
                json.Put("bothWays", link.BothWays);
                json.Put("loss", link.Loss);
                json.Put("extraLatencyMs", link.ExtraLatency);
                break;
            case SetNodeLoss loss: json.Put("node", loss.Node); json.Put("loss", loss.Loss); break;
            case SpareMessage spare: json.Put("from", spare.From); json.Put("to", spare.To); break;
            case SetNetwork change:
                json.Put("loss", change.Loss);
                ScenarioJsonOptions.Write(json, change.Latency);
                break;
        }
    }

    private static TimedCommand ReadOne(ScenarioJsonObject json)
    {
        var at = json.Moment("atMs");
        var word = json.Text("do", "");
        foreach (var reader in Readers)
        {
            if (reader.Word == word)
            {
                var command = reader.Read(json);
                json.Finish();
                return new TimedCommand(at, command);
            }
        }

        if (word.Length > 0)
        {
            var words = string.Join(", ", Readers.Select(reader => reader.Word));
            json.Fault("do", $"{ScenarioJsonScalar.Shorten(word)} is not one of {words}");
        }

        return new TimedCommand(at, new HealNetwork());
    }

    private static SetLink ReadLink(ScenarioJsonObject json) => new(
        json.Node("from"), json.Node("to"), json.Flag("bothWays", true),
        json.ChanceOrNull("loss"), json.SpanOrNull("extraLatencyMs"));
}
