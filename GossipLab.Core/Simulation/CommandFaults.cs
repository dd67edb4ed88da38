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

    /// <summary>The longest name of a wall.</summary>
    public const int LongestName = 40;

    /// <summary>The most walls that stand at once.</summary>
    public const int MostWalls = 16;

    /// <summary>What is wrong whatever the state of the cluster, or null.</summary>
    /// <param name="command">The command.</param>
    /// <param name="nodes">How many nodes there are.</param>
    public static string? In(ClusterCommand command, int nodes) => command switch
    {
        SetValue set => Node(set.Node, nodes),
        KillNode kill => Node(kill.Node, nodes),
        RestartNode restart => Node(restart.Node, nodes),
        PauseNode pause => Node(pause.Node, nodes) ?? Span("duration", pause.Duration ?? TimeSpan.FromSeconds(1),
            TimeSpan.FromMilliseconds(1), LongestDuration),
        ResumeNode resume => Node(resume.Node, nodes),
        SlowNode slow => Node(slow.Node, nodes) ?? Span("delay", slow.Delay, TimeSpan.Zero, SlowestNode),
        LeaveNode leave => Node(leave.Node, nodes),
        AddNode add => nodes >= Scenario.MaxNodes
            ? $"a cluster has at most {Scenario.MaxNodes} nodes" : Node(add.Contact, nodes),
        BuildWall wall => Wall(wall, nodes),
        RemoveWall wall => Name(wall.Name),
        CutLink cut => Link(cut.From, cut.To, nodes),
        SetLink link => Link(link.From, link.To, nodes) ?? Span("extra latency", link.ExtraLatency ?? TimeSpan.Zero,
            TimeSpan.Zero, LatencyOptions.Longest),
        SetNodeLoss loss => Node(loss.Node, nodes),
        SetNetwork { Latency: { } latency } => ScenarioFaults.InLatency("latency", latency)?.ToString(),
        DropMessage message => Message(message.Message),
        HoldMessage message => Message(message.Message),
        DeliverMessage message => Message(message.Message),
        DuplicateMessage message => Message(message.Message),
        _ => null,
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

    private static string? Node(NodeId node, int nodes) => node.Index >= 0 && node.Index < nodes
        ? null : $"there is no node {node.Index}: nodes are n0 to n{nodes - 1}";

    private static string? Link(NodeId from, NodeId to, int nodes) => Node(from, nodes) ?? Node(to, nodes)
        ?? (from == to ? $"a link needs two nodes, both are {from}" : null);

    private static string? Name(string name) => name.Length is > 0 and <= LongestName
        ? null : $"a wall's name has 1 to {LongestName} characters";

    private static string? Wall(BuildWall wall, int nodes)
    {
        if (wall.Side.Count == 0 || wall.Side.Count >= nodes)
        {
            return $"one side of a wall has 1 to {nodes - 1} of {nodes} nodes, not {wall.Side.Count}";
        }

        foreach (var id in wall.Side)
        {
            if (Node(id, nodes) is { } fault)
            {
                return fault;
            }
        }

        return Name(wall.Name);
    }

    private static string? Span(string name, TimeSpan span, TimeSpan least, TimeSpan most) =>
        span >= least && span <= most ? null : FormattableString.Invariant(
            $"{name} is {span.TotalMilliseconds} ms, not {least.TotalMilliseconds} to {most.TotalMilliseconds} ms");

    private static string? Message(long id) => id > 0 ? null : $"there is no message {id}";
}
