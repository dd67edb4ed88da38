using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Web.Labs;

/// <summary>Which events the log keeps: all that a person would look for, without the steady hum of pings.</summary>
public static class LogFilter
{
    /// <summary>The filter for a cluster of a size.</summary>
    /// <param name="nodes">How many nodes.</param>
    public static Predicate<TraceEntry> For(int nodes) =>
        nodes <= FrameBuilder.MostLabelled ? IsNotable : entry => entry.Kind switch
        {
            TraceKind.Command => true,
            TraceKind.Reported => IsNotable(entry) && entry.What.Kind != NodeEventKind.ValueIgnored,
            _ => false,
        };

    private static bool IsNotable(TraceEntry entry) => entry.Kind switch
    {
        TraceKind.Reported => entry.What.Rule is not (Rule.ProbeStarted or Rule.ProbeAcked or Rule.SyncMerged),
        TraceKind.Command => true,
        TraceKind.Lost => true,
        _ => entry.Message.IsAboutValue || entry.Message.Kind is MessageKind.PingRequest or MessageKind.Nack
            || (entry.Message.Kind == MessageKind.Gossip && entry.Kind == TraceKind.Sent),
    };
}
