using GossipLab.Core.Protocol;

namespace GossipLab.Web.RealClusters.Watching;

/// <summary>What is known of what a node believes of another.</summary>
public enum Belief : byte
{
    /// <summary>Nothing was heard of it.</summary>
    Unknown,

    /// <summary>It never heard of the other, or forgot it.</summary>
    Absent,

    /// <summary>It believes it alive.</summary>
    Alive,

    /// <summary>It suspects it.</summary>
    Suspect,

    /// <summary>It believes it dead.</summary>
    Dead,

    /// <summary>It knows that it left.</summary>
    Left,
}

/// <summary>What nodes say, as beliefs.</summary>
public static class Beliefs
{
    /// <summary>A state that a node stated.</summary>
    public static Belief Of(MemberState state) => state switch
    {
        MemberState.Alive => Belief.Alive,
        MemberState.Suspect => Belief.Suspect,
        MemberState.Dead => Belief.Dead,
        _ => Belief.Left,
    };
}
