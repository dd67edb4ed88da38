using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Values;

/// <summary>
/// The one value of the database as one node holds it. Compares and sets in one step: the article's race (a generation
/// checked outside the lock) cannot happen in a single-threaded state machine.
/// </summary>
public sealed partial class ValueStore
{
    /// <summary>
    /// How many values of one generation are kept beside each other by <see cref="TieBreak.KeepBoth"/>.
    /// </summary>
    public const int MaxSiblings = 8;

    private readonly NodeId _self;
    private readonly ValueOptions _options;
    private VersionedValue _current;
    private VersionedValue _before;

    // Only where siblings are kept, the first is the current value; or the writers' parts of a sum.
    private VersionedValue[]? _siblings;
    private int _count = 1;

    /// <summary>A store with the value a node is born with, or the one it kept on its disk.</summary>
    /// <param name="self">Whose store it is.</param>
    /// <param name="options">How values are kept.</param>
    /// <param name="kept">The value from the disk, or null.</param>
    public ValueStore(NodeId self, ValueOptions options, VersionedValue? kept = null)
    {
        _self = self;
        _options = options;
        _current = kept ?? new VersionedValue(options.InitialValue, Generation.Zero, NodeId.None);
        _before = _current;
        if (options.TieBreak == TieBreak.Sum)
        {
            // The parts are not on the disk.
            _current = new VersionedValue(options.InitialValue, Generation.Zero, NodeId.None);
            _before = _current;
        }

        if (options.TieBreak is TieBreak.KeepBoth or TieBreak.Sum)
        {
            _siblings = new VersionedValue[MaxSiblings];
            _siblings[0] = _current;
        }
    }

    /// <summary>
    /// The value a client reads. Of siblings, the one of the highest writer; of a sum the whole, its generation being
    /// the number of changes in it.
    /// </summary>
    public ref readonly VersionedValue Current => ref _current;

    /// <summary>
    /// All values of the newest generation here, highest writer first; one unless siblings are kept. Of a sum, its
    /// parts.
    /// </summary>
    public ReadOnlySpan<VersionedValue> Siblings =>
        _siblings is null ? new ReadOnlySpan<VersionedValue>(ref _current) : _siblings.AsSpan(0, _count);

    /// <summary>
    /// Tells sets of siblings apart: equal for stores that hold the same, different (but for a chance of one in 2^64)
    /// otherwise.
    /// </summary>
    public ulong Fingerprint
    {
        get
        {
            ulong hash = 0;
            foreach (ref readonly var value in Siblings)
            {
                hash = Dice.Mix(hash ^ (ulong)value.Value);
                hash = Dice.Mix(hash ^ (ulong)value.Generation.Number);
                hash = Dice.Mix(hash ^ (uint)value.Writer.Index);
            }

            return hash;
        }
    }

    /// <summary>Whether anybody has ever set it, as far as this node knows.</summary>
    public bool IsWritten => Current.Generation != Generation.Zero;

    /// <summary>When the current value came; the start of the run for the one it was born with.</summary>
    public Instant LearnedAt { get; private set; }

    /// <summary>Who told it: the node itself after a set, <see cref="NodeId.None"/> at birth.</summary>
    public NodeId LearnedFrom { get; private set; } = NodeId.None;

    /// <summary>
    /// The value as it was just before a moment. Answers use it, so that messages arriving at one moment see one state
    /// whatever their order: the start-of-cycle state of the papers' synchronous models.
    /// </summary>
    /// <param name="now">The moment of the turn.</param>
    public ref readonly VersionedValue Before(Instant now) =>
        ref LearnedAt == now && LearnedFrom.IsSomebody ? ref _before : ref _current;

    /// <summary>A client sets the value: the generation rises by one.</summary>
    /// <param name="value">The new value.</param>
    /// <param name="now">The moment of the turn.</param>
    /// <returns>
    /// <see cref="Rule.ValueSet"/>, or <see cref="Rule.ValueSetRefused"/> when the generation is at its bound; then
    /// nothing changed.
    /// </returns>
    public Rule Set(long value, Instant now)
    {
        var generation = Current.Generation;
        if (_options.BoundGenerations && generation.Number >= Generation.MaxNumber)
        {
            return Rule.ValueSetRefused;
        }

        if (_options.TieBreak == TieBreak.Sum)
        {
            return SetPart(value, now);
        }

        // Without bounds the article's overflow is part of the behaviour: 2^63-1 is followed by -2^63.
        Replace(new VersionedValue(value, new Generation(unchecked(generation.Number + 1)), _self), _self, now);
        return Rule.ValueSet;
    }

    /// <summary>Another node offers its value.</summary>
    /// <param name="offered">The value.</param>
    /// <param name="from">Who offers it.</param>
    /// <param name="now">The moment of the turn.</param>
    /// <returns>The rule that took it (see <see cref="Changes"/>) or that let it be.</returns>
    public Rule Offer(in VersionedValue offered, NodeId from, Instant now)
    {
        if (_options.BoundGenerations && !IsWithinBounds(offered.Generation))
        {
            return Rule.ValueOutOfBounds;
        }

        if (_options.TieBreak == TieBreak.Sum)
        {
            return OfferPart(offered, from, now);
        }

        if (offered.Generation > _current.Generation)
        {
            Replace(offered, from, now);
            return Rule.ValueAccepted;
        }

        return offered.Generation < _current.Generation ? Rule.ValueOlder : OfferTie(offered, from, now);
    }

    /// <summary>Whether an offer would tell nothing new, judged by the state just before a moment.</summary>
    /// <param name="offered">The value.</param>
    /// <param name="now">The moment of the turn.</param>
    public bool Knew(in VersionedValue offered, Instant now)
    {
        if (_options.TieBreak != TieBreak.Sum)
        {
            return Before(now).Generation >= offered.Generation;
        }

        var place = PlaceOf(offered.Writer);
        return place >= 0 && _siblings![place].Generation >= offered.Generation;
    }

    /// <summary>
    /// Whether a rule returned by <see cref="Offer"/> or <see cref="Set"/> means that the store changed.
    /// </summary>
    /// <param name="rule">The rule.</param>
    public static bool Changes(Rule rule) =>
        rule is Rule.ValueSet or Rule.ValueAccepted or Rule.ValueTieWon or Rule.ValueSiblingKept;

    /// <summary>Passes its state through a tape.</summary>
    internal void Pass(StateTape tape)
    {
        _current = Pass(tape, _current);
        LearnedAt = tape.Pass(LearnedAt);
        LearnedFrom = new NodeId(tape.Pass(LearnedFrom.Index));
        _count = tape.Pass(_count);
        _before = tape.Pass(_before == _current) ? _current : Pass(tape, _before);
        _siblings = tape.Pass(_siblings, static siblings => [.. siblings]);
    }

    private static VersionedValue Pass(StateTape tape, in VersionedValue value) => new(
        tape.Pass(value.Value), new Generation(tape.Pass(value.Generation.Number)),
        new NodeId(tape.Pass(value.Writer.Index)));

    private bool IsWithinBounds(Generation offered) => offered.Number is >= 0 and <= Generation.MaxNumber
        && offered.Number - Current.Generation.Number <= _options.MaxGenerationJump;

    private Rule OfferTie(in VersionedValue offered, NodeId from, Instant now)
    {
        if (_options.TieBreak == TieBreak.KeepBoth)
        {
            return OfferSibling(offered, from, now);
        }

        if (Order(offered, Current) <= 0)
        {
            return offered.Value == Current.Value ? Rule.ValueKnown : Rule.ValueTieLost;
        }

        Replace(offered, from, now);
        return Rule.ValueTieWon;
    }

    // Total orders: a writer that lost its disk counts anew and can give one generation to two values, so neither the
    // writer nor the value alone decides every tie.
    private int Order(in VersionedValue left, in VersionedValue right)
    {
        var byWriter = _options.WriterOrder?.Compare(left.Writer, right.Writer)
            ?? left.Writer.CompareTo(right.Writer);
        var byValue = left.Value.CompareTo(right.Value);
        return _options.TieBreak switch
        {
            TieBreak.KeepMine => -1,
            TieBreak.HighestValue => byValue != 0 ? byValue : byWriter,
            _ => byWriter != 0 ? byWriter : byValue,
        };
    }

    private Rule OfferSibling(in VersionedValue offered, NodeId from, Instant now)
    {
        var siblings = _siblings.AsSpan();
        var place = 0;
        while (place < _count && Order(siblings[place], offered) > 0)
        {
            place++;
        }

        if (place < _count && Order(siblings[place], offered) == 0)
        {
            return Rule.ValueKnown;
        }

        if (place == MaxSiblings)
        {
            return Rule.ValueTieLost;
        }

        Remember(from, now);
        _count = Math.Min(_count + 1, MaxSiblings);
        siblings[place..(_count - 1)].CopyTo(siblings[(place + 1)..]);
        siblings[place] = offered;
        _current = siblings[0];
        return Rule.ValueSiblingKept;
    }

    private void Replace(in VersionedValue value, NodeId from, Instant now)
    {
        Remember(from, now);
        _current = value;
        _count = 1;
        if (_siblings is not null)
        {
            _siblings[0] = value;
        }
    }

    private void Remember(NodeId from, Instant now)
    {
        // The second change of one moment keeps what was known before the first.
        if (LearnedAt != now || !LearnedFrom.IsSomebody)
        {
            _before = _current;
        }

        LearnedAt = now;
        LearnedFrom = from;
    }
}
