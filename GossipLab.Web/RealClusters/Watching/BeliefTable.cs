using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Web.RealClusters.Watching;

/// <summary>
/// Who believes what of whom, as far as it was heard. One row an observer; what a node that does not run believed is
/// forgotten with it. A cluster of n takes 9 n² bytes.
/// </summary>
public sealed class BeliefTable(int nodes)
{
    private static readonly int Kinds = Enum.GetValues<Belief>().Length;

    private readonly byte[] _beliefs = new byte[nodes * nodes];
    private readonly uint[] _incarnations = new uint[nodes * nodes];
    private readonly int[] _sinceMs = new int[nodes * nodes];
    private readonly int[] _counts = new int[nodes * Kinds];

    /// <summary>How many nodes there are.</summary>
    public int Nodes => nodes;

    /// <summary>What is known of what one believes of another.</summary>
    public Belief Of(NodeId observer, NodeId subject) => (Belief)_beliefs[Cell(observer, subject)];

    /// <summary>The incarnation that one last heard of another.</summary>
    public uint IncarnationOf(NodeId observer, NodeId subject) => _incarnations[Cell(observer, subject)];

    /// <summary>Since when one is known to believe so of another.</summary>
    public Instant SinceOf(NodeId observer, NodeId subject) =>
        Instant.FromMilliseconds(_sinceMs[Cell(observer, subject)]);

    /// <summary>How many others are known to believe so of a node.</summary>
    public int Count(NodeId subject, Belief belief) =>
        belief == Belief.Unknown ? UnknownOf(subject) : _counts[subject.Index * Kinds + (int)belief];

    /// <summary>Notes what one believes of another.</summary>
    /// <returns>Whether it believed something else before.</returns>
    public bool Set(NodeId observer, NodeId subject, Belief belief, uint incarnation, Instant at)
    {
        var cell = Cell(observer, subject);
        var before = (Belief)_beliefs[cell];
        _incarnations[cell] = incarnation;
        if (before == belief)
        {
            return false;
        }

        _beliefs[cell] = (byte)belief;
        _sinceMs[cell] = (int)Math.Clamp(at.Microseconds / 1000, 0, int.MaxValue);
        if (observer != subject)
        {
            Add(subject, before, -1);
            Add(subject, belief, 1);
        }

        return true;
    }

    /// <summary>Nothing is known any more of what a node believes.</summary>
    public void Forget(NodeId observer)
    {
        for (var subject = 0; subject < nodes; subject++)
        {
            Set(observer, new NodeId(subject), Belief.Unknown, 0, Instant.Zero);
        }
    }

    private int UnknownOf(NodeId subject)
    {
        var known = 0;
        for (var belief = (int)Belief.Absent; belief < Kinds; belief++)
        {
            known += _counts[subject.Index * Kinds + belief];
        }

        return nodes - 1 - known;
    }

    private void Add(NodeId subject, Belief belief, int change)
    {
        if (belief != Belief.Unknown)
        {
            _counts[subject.Index * Kinds + (int)belief] += change;
        }
    }

    private int Cell(NodeId observer, NodeId subject) => observer.Index * nodes + subject.Index;
}
