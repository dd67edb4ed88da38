namespace GossipLab.Core.Hosting;

/// <summary>What became of a wish to set the value.</summary>
public enum SetResult
{
    /// <summary>It is set, and kept where the node has a disk.</summary>
    Set,

    /// <summary>The generation is at its bound; nothing changed.</summary>
    OutOfBounds,

    /// <summary>Somebody set it meanwhile; nothing changed.</summary>
    Changed,

    /// <summary>It is set, but the disk did not keep it: a crash may lose it.</summary>
    NotKept,
}

/// <summary>What became of a wish to set the value, and what the node holds after it.</summary>
/// <param name="Result">What became of it.</param>
/// <param name="Value">What the node holds.</param>
public sealed record SetOutcome(SetResult Result, NamedValue Value);
