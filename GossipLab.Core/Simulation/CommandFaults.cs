using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <summary>What is wrong with a command, in words a person can act on.</summary>
public static class CommandFaults
{
    /// <summary>The longest duration or delay a command may name.</summary>
    public static readonly TimeSpan LongestDuration = TimeSpan.FromHours(24);

    /// <summary>The slowest a node may be made.</summary>
    public static readonly TimeSpan SlowestNode = TimeSpan.FromSeconds(60);

    /// <summary>The shortest pause.</summary>
    public static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(1);

    /// <summary>The longest name of a wall.</summary>
    public const int LongestName = 40;

    /// <summary>The most walls that stand at once.</summary>
    public const int MostWalls = 16;

    /// <summary>What is wrong whatever the state of the cluster, or null.</summary>
    /// <param name="command">The command.</param>
    /// <param name="nodes">How many nodes there are.</param>
    public static string? In(ClusterCommand command, int nodes)
    {
        var fault = At("", command, nodes);
        return command is SetNetwork && fault is not null ? $"{fault.Path[1..]}: {fault.Problem}" : fault?.Problem;
    }

    /// <summary>The same, with the path of the member that is wrong.</summary>
    /// <param name="path">The path of the command.</param>
    /// <param name="command">The command.</param>
    /// <param name="nodes">How many nodes there are.</param>
    internal static ScenarioFault? At(string path, ClusterCommand command, int nodes) => command switch
    {
        HealNetwork => null,
        AddNode add => nodes >= Scenario.MaxNodes
            ? new ScenarioFault(path, $"a cluster has at most {Scenario.MaxNodes} nodes")
            : Node($"{path}.contact", add.Contact, nodes),
        BuildWall wall => Name(path, wall.Name) ?? Side(path, wall.Side, nodes),
        RemoveWall wall => Name(path, wall.Name),
        CutLink cut => Link(path, cut.From, cut.To, nodes),
        SetLink link => Link(path, link.From, link.To, nodes) ?? Span(
            $"{path}.extraLatencyMs", "extra latency", link.ExtraLatency, TimeSpan.Zero, LatencyOptions.Longest),
        SpareMessage spare => Link(path, spare.From, spare.To, nodes),
        SetNetwork { Latency: { } latency } => ScenarioFaults.InLatency($"{path}.latency", latency),
        SetNetwork => null,
        DropMessage message => Message(path, message.Message),
        HoldMessage message => Message(path, message.Message),
        DeliverMessage message => Message(path, message.Message),
        DuplicateMessage message => Message(path, message.Message),
        _ => Node($"{path}.node", NodeOf(command), nodes) ?? OfNode(path, command),
    };

    /// <summary>The node a command is about, or nobody.</summary>
    /// <param name="command">The command.</param>
    public static NodeId NodeOf(ClusterCommand command) => command switch
    {
        SetValue set => set.Node,
        KillNode kill => kill.Node,
        RestartNode restart => restart.Node,
        PauseNode pause => pause.Node,
        ResumeNode resume => resume.Node,
        SlowNode slow => slow.Node,
        LeaveNode leave => leave.Node,
        SetNodeLoss loss => loss.Node,
        _ => NodeId.None,
    };

    private static ScenarioFault? OfNode(string path, ClusterCommand command) => command switch
    {
        PauseNode pause => Span($"{path}.durationMs", "duration", pause.Duration, ShortestPause, LongestDuration),
        SlowNode slow => Span($"{path}.delayMs", "delay", slow.Delay, TimeSpan.Zero, SlowestNode),
        _ => null,
    };

    private static ScenarioFault? Node(string path, NodeId node, int nodes) => node.Index >= 0 && node.Index < nodes
        ? null : new ScenarioFault(path, $"there is no node {node.Index}: nodes are n0 to n{nodes - 1}");

    private static ScenarioFault? Link(string path, NodeId from, NodeId to, int nodes) =>
        Node($"{path}.from", from, nodes) ?? Node($"{path}.to", to, nodes)
        ?? (from == to ? new ScenarioFault($"{path}.to", $"a link needs two nodes, both are {from}") : null);

    // Names are drawn, logged and written to files: what cannot be seen there is not part of one.
    private static ScenarioFault? Name(string path, string name) =>
        name.Length is > 0 and <= LongestName && !name.Any(letter => char.IsControl(letter) || char.IsSurrogate(letter))
            ? null : new ScenarioFault($"{path}.name", $"a wall's name has 1 to {LongestName} plain characters");

    private static ScenarioFault? Side(string path, IReadOnlyList<NodeId> side, int nodes)
    {
        if (side.Count == 0 || side.Count >= nodes)
        {
            return new ScenarioFault($"{path}.side", nodes == 1 ? "a wall needs two nodes or more"
                : $"one side of a wall has 1 to {nodes - 1} of {nodes} nodes, not {side.Count}");
        }

        foreach (var id in side)
        {
            if (Node($"{path}.side", id, nodes) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static ScenarioFault? Span(string path, string name, TimeSpan? span, TimeSpan least, TimeSpan most) =>
        span is null || (span >= least && span <= most)
            ? null : new ScenarioFault(path, $"{name} is {Ms(span.Value)} ms, not {Ms(least)} to {Ms(most)} ms");

    private static string Ms(TimeSpan span) => FormattableString.Invariant($"{span.TotalMilliseconds}");

    private static ScenarioFault? Message(string path, long id) =>
        id > 0 ? null : new ScenarioFault($"{path}.message", $"there is no message {id}");
}
