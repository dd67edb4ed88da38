using GossipLab.Core.Primitives;

namespace GossipLab.Core.Protocol;

/// <summary>
/// One turn of one node: who it is, what time it is, its dice, and the door out. Made by a driver for one input, never
/// kept and never carried over an await.
/// </summary>
/// <typeparam name="TEffects">The driver's door; a struct, so that the calls are direct.</typeparam>
public readonly ref struct Turn<TEffects>
    where TEffects : struct, IEffects
{
    private readonly ref TEffects _effects;
    private readonly Dice _dice;

    /// <summary>Begins a turn.</summary>
    /// <param name="self">The node whose turn it is.</param>
    /// <param name="now">The moment; never earlier than in the node's last turn.</param>
    /// <param name="dice">The node's dice.</param>
    /// <param name="effects">The door out.</param>
    public Turn(NodeId self, Instant now, Dice dice, ref TEffects effects)
    {
        Self = self;
        Now = now;
        _dice = dice;
        _effects = ref effects;
    }

    /// <summary>The node whose turn it is.</summary>
    public NodeId Self { get; }

    /// <summary>The moment of the turn.</summary>
    public Instant Now { get; }

    /// <inheritdoc cref="Dice.Roll"/>
    public Rng Roll(DiceStream stream, ulong salt = 0) => _dice.Roll(stream, Now, salt);

    /// <summary>
    /// A number that is the node's own for the whole run, whatever the moment: for orders that a node keeps.
    /// </summary>
    /// <param name="stream">What it is for.</param>
    public ulong Constant(DiceStream stream) => _dice.Roll(stream, Instant.Zero, ulong.MaxValue).Next();

    /// <inheritdoc cref="IEffects.Send"/>
    public void Send(NodeId to, in Message message) => _effects.Send(to, message);

    /// <inheritdoc cref="IEffects.After"/>
    public void After(TimeSpan delay, in Timer timer) => _effects.After(delay, timer);

    /// <inheritdoc cref="IEffects.Heed"/>
    public void Heed(TimerKind kind, bool heeds) => _effects.Heed(kind, heeds);

    /// <inheritdoc cref="IEffects.Report"/>
    public void Report(in NodeEvent what) => _effects.Report(what);
}
