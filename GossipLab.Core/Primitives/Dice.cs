namespace GossipLab.Core.Primitives;

/// <summary>What a random draw is for. A draw for one purpose never shifts the draws for another.</summary>
public enum DiceStream : byte
{
    /// <summary>The offset of a periodic timer.</summary>
    TimerPhase = 1,

    /// <summary>Whom to tell the value.</summary>
    PeerChoice,

    /// <summary>The order of the probe list.</summary>
    ProbeOrder,

    /// <summary>Where a new member enters the probe list.</summary>
    ProbePlacement,

    /// <summary>Who helps with an indirect probe.</summary>
    IndirectPeers,

    /// <summary>Who receives membership gossip.</summary>
    GossipTargets,

    /// <summary>Whom to exchange the whole state with.</summary>
    SyncPeer,

    /// <summary>Whether to try a failed member again, and which.</summary>
    Reconnect,

    /// <summary>Whether a rumour's teller loses interest (Demers' coin).</summary>
    StopCoin,

    /// <summary>How long a message takes.</summary>
    Latency,

    /// <summary>Whether a message is lost.</summary>
    Loss,

    /// <summary>Where on its way a lost message is lost (seen by people only).</summary>
    LossPoint,

    /// <summary>Whether a message arrives twice.</summary>
    Duplicate,

    /// <summary>Whether a message is overtaken.</summary>
    Reorder,

    /// <summary>Which random faults a test scenario has.</summary>
    Scenario,
}

/// <summary>
/// Keyed randomness: a draw is a hash of (seed, stream, node, moment, salt). Nothing is remembered, so a change in one
/// place of a run never shifts a draw elsewhere or later. That makes comparing two protocols on one seed, and
/// re-running with one message restored, honest.
/// </summary>
public readonly struct Dice
{
    private readonly ulong _key;

    /// <summary>The dice of one node.</summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="node">The node's number; the network uses -1.</param>
    public Dice(ulong seed, int node)
        : this(node, KeyOf(seed))
    {
    }

    private Dice(int node, ulong key) => _key = Mix(key ^ (uint)node * 0xD6E8FEB86659FD93);

    /// <summary>What the dice of all nodes of a run have in common: made once, it saves half the work.</summary>
    /// <param name="seed">The seed of the run.</param>
    internal static ulong KeyOf(ulong seed) => Mix(seed + 0x9E3779B97F4A7C15);

    /// <summary>The dice of one node of a run.</summary>
    /// <param name="key">What <see cref="KeyOf"/> gave for the run's seed.</param>
    /// <param name="node">The node's number.</param>
    internal static Dice OfNode(ulong key, int node) => new(node, key);

    /// <summary>Random numbers for one operation.</summary>
    /// <param name="stream">What they are for.</param>
    /// <param name="now">The moment of the operation.</param>
    /// <param name="salt">Tells two operations of one stream and moment apart; 0 where there is one only.</param>
    public Rng Roll(DiceStream stream, Instant now, ulong salt = 0) => Of(stream).Roll(now, salt);

    /// <summary>The dice of one purpose: for who rolls them often.</summary>
    /// <param name="stream">What they are for.</param>
    internal DiceOfStream Of(DiceStream stream) => new(Mix(_key + (ulong)stream * 0xA0761D6478BD642F));

    /// <summary>A bijective scramble of 64 bits (the finalizer of SplitMix64).</summary>
    /// <param name="bits">Any bits.</param>
    public static ulong Mix(ulong bits)
    {
        bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ bits >> 27) * 0x94D049BB133111EB;
        return bits ^ bits >> 31;
    }
}
