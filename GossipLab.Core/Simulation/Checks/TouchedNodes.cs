using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Checks;

/// <summary>The nodes that had a turn in a step: the only ones whose state can have changed.</summary>
internal sealed class TouchedNodes
{
    private List<NodeId> _touched = [];
    private List<NodeId> _taken = [];

    /// <summary>A list of its own with the same nodes.</summary>
    public TouchedNodes Copy() => new() { _touched = [.. _touched], _taken = [] };

    /// <summary>Notes a node; nobody is not one.</summary>
    public void Add(NodeId node)
    {
        // One node has many events in a row; the order of nodes is kept, the last one is not noted again.
        if (node.IsSomebody && (_touched.Count == 0 || _touched[^1] != node))
        {
            _touched.Add(node);
        }
    }

    /// <summary>The nodes noted since the last call. A command may have named one that never came to be.</summary>
    public IReadOnlyList<NodeId> Take(SimulatedCluster cluster)
    {
        _taken.Clear();
        foreach (var node in _touched)
        {
            if (node.Index < cluster.NodeCount)
            {
                _taken.Add(node);
            }
        }

        _touched.Clear();
        return _taken;
    }
}
