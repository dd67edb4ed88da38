using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Core.Experiments.Papers;

/// <summary>Hears what nodes report, and nothing else.</summary>
/// <param name="heard">Told of every report, in order.</param>
internal sealed class ReportListener(Action<TraceStamp, NodeEvent> heard) : IClusterObserver
{
    public void OnReported(in TraceStamp stamp, in NodeEvent what) => heard(stamp, what);

    public void OnCommand(in TraceStamp stamp, ClusterCommand command)
    {
    }

    public void OnSent(in TraceStamp stamp, in Flight flight, in Message message)
    {
    }

    public void OnArrived(in TraceStamp stamp, in Flight flight, in Message message)
    {
    }

    public void OnLost(in TraceStamp stamp, in Flight flight, in Message message, LossReason reason, Instant lostAt)
    {
    }
}
