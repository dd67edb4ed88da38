using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <summary>
/// Whose turn it is to be probed: all in the table's order, then in a new random one (SWIM section 4.3). Two probes of
/// one member by one node are at most 2n-1 periods apart.
/// </summary>
internal sealed class ProbeScheduler
{
    private int _next;

    /// <summary>Whether a tick came while a probe ran: one is kept, more are dropped, as by Go's ticker.</summary>
    public bool HasPendingTick { get; set; }

    public bool IsAtEnd(DenseTable table) => _next >= table.Count;

    public void StartOver() => _next = 0;

    public NodeId Take(DenseTable table) => table[_next++];
}
