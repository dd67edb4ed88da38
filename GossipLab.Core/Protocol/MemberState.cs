namespace GossipLab.Core.Protocol;

/// <summary>What one node believes of another. The numbers are those memberlist puts on the wire.</summary>
public enum MemberState : byte
{
    /// <summary>It answers, as far as is known.</summary>
    Alive = 0,

    /// <summary>It did not answer; it has until the suspicion timeout to refute.</summary>
    Suspect = 1,

    /// <summary>It failed.</summary>
    Dead = 2,

    /// <summary>It left on purpose.</summary>
    Left = 3,
}
