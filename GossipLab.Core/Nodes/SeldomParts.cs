using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Values;

namespace GossipLab.Core.Nodes;

/// <summary>What most nodes do without, apart, so that a node is short in memory.</summary>
internal sealed class SeldomParts
{
    /// <summary>Its heartbeat membership, where it has that kind.</summary>
    public HeartbeatMembership? Heartbeat { get; set; }

    /// <summary>The set that waits, where sets need a majority.</summary>
    public QuorumWrite? Quorum { get; set; }

    /// <summary>The incarnation that its disk kept; 0 for a disk that is new.</summary>
    public Incarnation Kept { get; init; }

    /// <summary>Passes what changes through a tape.</summary>
    public void Pass(StateTape tape)
    {
        Heartbeat = tape.Pass(Heartbeat, static heartbeat => heartbeat.Copy());
        Quorum = tape.Pass(Quorum, static quorum => quorum.Copy());
    }
}
