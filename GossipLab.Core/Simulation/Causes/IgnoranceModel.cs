using GossipLab.Core.Dissemination;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Causes;

/// <summary>
/// How likely it is that a node has not been told yet: each informed node tells so many others, drawn without
/// repetition from all, at each interval, and each message is lost with the network's chance. For reading only: nothing
/// in a run depends on it.
/// </summary>
internal static class IgnoranceModel
{
    /// <summary>The probability, and what it takes into account; null for a mode the model does not fit.</summary>
    public static (double? None, string Words) Of(Inquiry inquiry, Generation newest)
    {
        var options = inquiry.Scenario.Node.Dissemination;
        var others = inquiry.Cluster.NodeCount - 1;
        if (options.Mode != DisseminationMode.Push || options.Peers != PeerSelection.Uniform || others < 1)
        {
            return (null, "");
        }

        var rounds = Rounds(inquiry, newest);
        var share = Math.Min(1.0, (double)options.FanOut / others) * (1 - inquiry.Cluster.Network.Loss.Value);
        var none = Math.Pow(1 - share, rounds);
        var informed = inquiry.Cluster.Census.Informed;
        var perInterval = informed * Math.Log(1 - Math.Min(share, 0.999999));
        var wait = perInterval < 0 ? Math.Log(0.05) / perInterval * options.Interval.TotalSeconds : 0;
        var by = inquiry.At.Seconds + wait;
        return (none, FormattableString.Invariant($"those who know it have told others {rounds} times, ")
            + FormattableString.Invariant($"{options.FanOut} of {others} each time; with {informed} of them telling, ")
            + FormattableString.Invariant($"95 % of such nodes would know by {by:0.0} s"));
    }

    // A node that tells several at one moment tells once.
    private static int Rounds(Inquiry inquiry, Generation newest)
    {
        var told = new HashSet<(NodeId, long)>();
        foreach (var entry in inquiry.Record.Entries)
        {
            if (entry is { Kind: TraceKind.Sent, Message.Kind: MessageKind.Push }
                && entry.Message.Value.Generation == newest)
            {
                told.Add((entry.Flight.From, entry.Stamp.At.Microseconds));
            }
        }

        return told.Count;
    }
}
