namespace GossipLab.Core.Hosting;

/// <summary>What a node keeps on its disk, in words that mean the same after a restart.</summary>
/// <param name="Value">The value.</param>
/// <param name="Generation">Its generation.</param>
/// <param name="Writer">Who set it; null for the value it was born with.</param>
/// <param name="Incarnation">The node's own incarnation.</param>
public sealed record KeptState(long Value, long Generation, string? Writer, uint Incarnation);

/// <summary>Keeps a node's state, so that it survives a crash.</summary>
public interface INodeStore : IDisposable
{
    /// <summary>What was kept last; null where nothing was.</summary>
    KeptState? Read();

    /// <summary>Keeps a state. It is on the disk, and not in a cache, when this returns.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="IOException">It could not be kept.</exception>
    void Keep(KeptState state);
}
