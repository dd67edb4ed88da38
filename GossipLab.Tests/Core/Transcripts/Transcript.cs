using System.Globalization;
using System.Text;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Tests.Core.Transcripts;

/// <summary>
/// A text of a scenario and of the exact trace that follows, for people to read: comments, the scenario file, then
/// steps. <c>show</c> names what the steps after it print: all, value, beliefs, or everything about a node.
/// <c>until</c> runs to a moment in milliseconds and is followed by the lines that were printed.
/// </summary>
internal sealed class Transcript
{
    private readonly StringBuilder _text = new();
    private readonly Trace _trace = new();
    private readonly SimulatedCluster _cluster;
    private string[] _shown = ["all"];
    private long _printedUpTo;

    private Transcript(Scenario scenario) => _cluster = new SimulatedCluster(scenario, _trace);

    /// <summary>Plays a transcript.</summary>
    /// <param name="text">The text, with old printed lines or without any.</param>
    /// <returns>The text with the lines that were printed now.</returns>
    public static string Play(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var start = Array.IndexOf(lines, "{");
        var end = Array.IndexOf(lines, "}");
        Assert.True(ScenarioJson.TryRead(string.Join('\n', lines[start..(end + 1)]), out var scenario, out var faults),
            string.Join('\n', faults));
        var transcript = new Transcript(scenario!);
        transcript._text.AppendJoin('\n', lines[..(end + 1)]).Append("\n\n");
        foreach (var line in lines[(end + 1)..])
        {
            transcript.Step(line);
        }

        return transcript._text.ToString().TrimEnd('\n') + "\n";
    }

    private void Step(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is ["show", ..])
        {
            _shown = words[1..];
            _text.Append(line).Append('\n');
        }
        else if (words is ["until", var milliseconds])
        {
            _text.Append(line).Append('\n');
            _cluster.RunUntil(Instant.FromMilliseconds(double.Parse(milliseconds, CultureInfo.InvariantCulture)));
            Print();
        }
        else if (line.StartsWith('#'))
        {
            _text.Append(line).Append('\n');
        }
    }

    private void Print()
    {
        foreach (var entry in _trace.Entries.Where(entry => entry.Stamp.Id > _printedUpTo && IsShown(entry)))
        {
            _text.Append("    ").Append(TraceText.Of(entry)).Append('\n');
        }

        _printedUpTo = _cluster.EventCount;
        _text.Append('\n');
    }

    private bool IsShown(TraceEntry entry) =>
        entry.Kind == TraceKind.Command || Array.Exists(_shown, word => IsShown(entry, word));

    private static bool IsShown(TraceEntry entry, string word) => word switch
    {
        "all" => true,
        "value" => entry.Kind == TraceKind.Reported
            ? entry.What.Kind is NodeEventKind.ValueChanged or NodeEventKind.ValueIgnored
                || entry.What.Rule is Rule.SpreadStarted or Rule.SpreadStopped
            : entry.Message.IsAboutValue,
        "beliefs" => entry.Kind == TraceKind.Reported && (entry.What.Kind is NodeEventKind.BeliefChanged
            || entry.What.Rule is Rule.SelfRefuted or Rule.SuspectConfirmed or Rule.ReconnectTried or Rule.JoinTried
                or Rule.LeaveSpread or Rule.SyncMerged),
        _ => Names(entry).Contains(new NodeId(int.Parse(word[1..], CultureInfo.InvariantCulture))),
    };

    private static NodeId[] Names(TraceEntry entry) => entry.Kind == TraceKind.Reported
        ? [entry.Stamp.Node, entry.What.Subject]
        : [entry.Flight.From, entry.Flight.To, entry.Message.Subject,
            .. entry.Message.Updates.Items.ToArray().Select(update => update.Subject)];
}
