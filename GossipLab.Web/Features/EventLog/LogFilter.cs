using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Web.Features.EventLog;

/// <summary>Which events a reader wants to see.</summary>
internal sealed record LogFilter
{
    /// <summary>Of which kind.</summary>
    public LogKind Kind { get; init; } = LogKind.All;

    /// <summary>At or about which node; null for any.</summary>
    public NodeId? Node { get; init; }

    /// <summary>With which words in its text or rule.</summary>
    public string Text { get; init; } = "";

    /// <summary>Only those that changed what a node holds or believes.</summary>
    public bool ChangedOnly { get; init; }

    /// <summary>Whether everything passes.</summary>
    public bool IsOpen => Kind == LogKind.All && Node is null && Text.Length == 0 && !ChangedOnly;

    /// <summary>Whether an event passes.</summary>
    public bool Matches(TraceEntry entry)
    {
        return (Kind == LogKind.All || KindOf(entry) == Kind)
            && (!ChangedOnly || IsChange(entry))
            && (Node is not { } node || Concerns(entry, node))
            && (Text.Length == 0 || Says(entry, Text));
    }

    /// <summary>Those that pass, newest first.</summary>
    public IReadOnlyList<TraceEntry> NewestFirst(IReadOnlyList<TraceEntry> log)
    {
        var matching = new List<TraceEntry>(IsOpen ? log.Count : 64);
        for (var index = log.Count - 1; index >= 0; index--)
        {
            if (Matches(log[index]))
            {
                matching.Add(log[index]);
            }
        }

        return matching;
    }

    /// <summary>The kind an event belongs to.</summary>
    public static LogKind KindOf(TraceEntry entry) => entry.Kind switch
    {
        TraceKind.Command => LogKind.Commands,
        TraceKind.Lost => LogKind.Losses,
        TraceKind.Reported => KindOf(entry.What.Kind),
        _ => LogKind.Messages,
    };

    private static LogKind KindOf(NodeEventKind kind) => kind switch
    {
        NodeEventKind.ValueChanged or NodeEventKind.ValueIgnored => LogKind.Values,
        NodeEventKind.BeliefChanged => LogKind.Beliefs,
        _ => LogKind.Probes,
    };

    private static bool IsChange(TraceEntry entry) => entry.Kind == TraceKind.Command
        || entry is { Kind: TraceKind.Reported, What.Kind: NodeEventKind.ValueChanged or NodeEventKind.BeliefChanged }
        || entry is { Kind: TraceKind.Reported, What.Rule: Rule.SelfRefuted };

    private static bool Concerns(TraceEntry entry, NodeId node) => entry.Kind switch
    {
        TraceKind.Reported => entry.Stamp.Node == node || entry.What.Subject == node || entry.What.From == node,
        TraceKind.Command => entry.Stamp.Node == node,
        _ => entry.Flight.From == node || entry.Flight.To == node,
    };

    private static bool Says(TraceEntry entry, string text) =>
        EventText.Of(entry).Contains(text, StringComparison.OrdinalIgnoreCase)
        || EventText.RuleOf(entry).Contains(text, StringComparison.OrdinalIgnoreCase);
}
