using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Web.Labs;

/// <summary>Which events the log keeps: all that a person would look for, without the steady hum of pings.</summary>
public static class LogFilter
{
    /// <summary>The filter for a cluster of a size.</summary>
    /// <param name="nodes">How many nodes.</param>
    public static TraceFilter For(int nodes) => nodes <= FrameBuilder.MostLabelled ? Small : Large;

    private static readonly TraceFilter Small = new()
    {
        KeepsReport = static what => IsNotable(what),
        KeepsMessage = static (kind, message) => kind == TraceKind.Lost || message.IsAboutValue
            || message.Kind is MessageKind.PingRequest or MessageKind.Nack
            || (message.Kind == MessageKind.Gossip && kind == TraceKind.Sent),
    };

    private static readonly TraceFilter Large = new()
    {
        KeepsReport = static what => IsNotable(what) && what.Kind != NodeEventKind.ValueIgnored,
        KeepsMessage = null,
    };

    private static bool IsNotable(in NodeEvent what) =>
        what.Rule is not (Rule.ProbeStarted or Rule.ProbeAcked or Rule.SyncMerged);
}
