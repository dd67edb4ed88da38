namespace GossipLab.Core.Primitives;

/// <summary>The dice of one node for one purpose: <see cref="Dice"/> with the first half of the work done.</summary>
/// <param name="key">The hash of all that is known.</param>
internal readonly struct DiceOfStream(ulong key)
{
    /// <inheritdoc cref="Dice.Roll"/>
    public Rng Roll(Instant now, ulong salt)
    {
        var hash = Dice.Mix(key ^ (ulong)now.Microseconds);
        return new Rng(salt == 0 ? hash : Dice.Mix(hash ^ salt * 0xE7037ED1A0B428DB));
    }
}
