using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <summary>The door out of a simulated node for one turn: everything goes straight into the cluster's queue.</summary>
internal struct SimulationEffects(SimulatedCluster cluster, int node) : IEffects
{
    private int _sent;

    public void Send(NodeId to, in Message message) => cluster.Send(node, to, message, _sent++);

    public readonly void After(TimeSpan delay, in Timer timer) => cluster.Schedule(node, delay, timer);

    public readonly void Heed(TimerKind kind, bool heeds) => cluster.Heed(node, kind, heeds);

    public readonly void Report(in NodeEvent what) => cluster.Report(node, what);
}
