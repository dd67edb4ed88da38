using GossipLab.Core.Nodes;

namespace GossipLab.Core.Simulation;

/// <summary>What every event at a node reads, four nodes to a line of the cache.</summary>
internal struct HotNode
{
    /// <summary>The running process; the last one while the node is down.</summary>
    public GossipNode Process;

    /// <summary>Counts what it sent and which timers it set, for the order of events.</summary>
    public uint Ordinal;

    /// <summary>Its life while it is up, not paused and not slow; -1 otherwise: then its machine counts.</summary>
    public int PlainLife;
}

/// <summary>All nodes' hot state in one array.</summary>
internal sealed class HotNodes
{
    private HotNode[] _nodes = [];

    public ref HotNode this[int node] => ref _nodes[node];

    /// <summary>Makes room for so many nodes.</summary>
    public void Grow(int count)
    {
        if (count > _nodes.Length)
        {
            Array.Resize(ref _nodes, Math.Max(count, _nodes.Length * 2));
        }
    }
}
