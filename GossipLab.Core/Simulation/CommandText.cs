using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <summary>Commands in plain words, for logs, captions and names of branches.</summary>
public static class CommandText
{
    /// <summary>What a command does, for example <c>kill n3</c>.</summary>
    /// <param name="command">The command.</param>
    public static string Of(ClusterCommand command) => command switch
    {
        SetValue set => FormattableString.Invariant($"set {set.Value} at {set.Node}"),
        KillNode kill => $"kill {kill.Node}",
        RestartNode restart => $"restart {restart.Node} with {(restart.KeepDisk ? "its" : "a new")} disk",
        PauseNode { Duration: { } span } pause => $"pause {pause.Node} for {Span(span)}",
        PauseNode pause => $"pause {pause.Node}",
        ResumeNode resume => $"resume {resume.Node}",
        SlowNode slow => slow.Delay == TimeSpan.Zero
            ? $"{slow.Node} is fast again" : $"slow {slow.Node} by {Span(slow.Delay)} a message",
        LeaveNode leave => $"{leave.Node} leaves",
        AddNode add => $"a new node joins through {add.Contact}",
        BuildWall wall => $"wall {wall.Name} around {Names(wall.Side)}",
        RemoveWall wall => $"remove wall {wall.Name}",
        HealNetwork => "heal the network",
        CutLink cut => $"cut the link {cut.From} {(cut.BothWays ? "-" : "to")} {cut.To}",
        SetLink link =>
            $"link {link.From} {(link.BothWays ? "-" : "to")} {link.To}: {Parts(link.Loss, link.ExtraLatency)}",
        SetNodeLoss loss => loss.Loss.IsZero ? $"{loss.Node} loses nothing" : $"{loss.Node} loses {loss.Loss}",
        SetNetwork change => $"network: {Parts(change.Loss, null)}{LatencyOf(change.Latency)}",
        DropMessage message => FormattableString.Invariant($"drop message {message.Message}"),
        HoldMessage message => FormattableString.Invariant($"hold message {message.Message}"),
        DeliverMessage message => FormattableString.Invariant($"deliver message {message.Message} now"),
        DuplicateMessage message => FormattableString.Invariant($"duplicate message {message.Message}"),
        SpareMessage spare => $"what {spare.From} sends {spare.To} now is not lost",
        _ => command.ToString(),
    };

    /// <summary>A span in the unit a person would use, for example <c>2.5 s</c>.</summary>
    /// <param name="span">The span.</param>
    public static string Span(TimeSpan span) => span < TimeSpan.FromSeconds(1)
        ? FormattableString.Invariant($"{span.TotalMilliseconds:0.###} ms")
        : FormattableString.Invariant($"{span.TotalSeconds:0.###} s");

    private static string Parts(Ratio? loss, TimeSpan? extra)
    {
        var lossText = loss is { } share ? $"loss {share}" : "";
        var extraText = extra is { } span ? $"{Span(span)} slower" : "";
        return lossText.Length > 0 && extraText.Length > 0 ? $"{lossText}, {extraText}" : lossText + extraText;
    }

    private static string LatencyOf(LatencyOptions? latency) => latency is null ? "" : latency.Kind switch
    {
        LatencyKind.Fixed => $" latency {Span(latency.Base)}",
        LatencyKind.Uniform => $" latency {Span(latency.Base)} to {Span(latency.Base + latency.Spread)}",
        LatencyKind.Exponential => $" latency {Span(latency.Base)} + exponential, mean {Span(latency.Spread)}",
        _ => $" latency {Span(latency.Base)} + log-normal, median {Span(latency.Spread)}"
            + FormattableString.Invariant($", sigma {latency.SigmaPercent} %"),
    };

    private static string Names(IReadOnlyList<NodeId> side) => side.Count <= 4
        ? string.Join(", ", side) : FormattableString.Invariant($"{side[0]}, {side[1]} and {side.Count - 2} more");
}
