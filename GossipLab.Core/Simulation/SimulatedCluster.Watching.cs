using System.Runtime.CompilerServices;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <content>
/// What observers are shown. Apart from the turns, so that a cluster nobody watches does not pay for it.
/// </content>
public sealed partial class SimulatedCluster
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ShowSent(in Flight way, in Message message)
    {
        var stamp = StampOfLatest(way.From);
        foreach (var observer in _observers)
        {
            observer.OnSent(stamp, way, message);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ShowArrived(in EventKey key, in FlyingMessage flying)
    {
        var stamp = StampOfLatest(new NodeId(key.Target));
        var way = new Flight(flying.FlightId, new NodeId(key.Source), new NodeId(key.Target), flying.SentAt, Now);
        foreach (var observer in _observers)
        {
            observer.OnArrived(stamp, way, flying.Message);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ShowReported(int node, in NodeEvent what)
    {
        var stamp = StampOfLatest(new NodeId(node));
        foreach (var observer in _observers)
        {
            observer.OnReported(stamp, what);
        }
    }

    private TraceStamp Stamp(NodeId node)
    {
        _latest = ++_lastEvent;
        return StampOfLatest(node);
    }

    private TraceStamp StampOfLatest(NodeId node) => new(_latest, Now, node, _causeKind, _cause, _timer);
}
