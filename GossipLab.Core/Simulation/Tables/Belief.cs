using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Tables;

/// <summary>What is believed of one member, in 16 bytes. The default is: nothing is known.</summary>
internal readonly struct Belief
{
    private const int MarkBits = 3;
    private const uint SuspectMark = (uint)MemberState.Suspect + 1;

    // In this order they fill 16 bytes without a gap.
    private readonly Instant _since;
    private readonly Incarnation _incarnation;
    private readonly uint _bits;

    public Belief(MemberState state, Incarnation incarnation, Instant since, int details)
    {
        _since = since;
        _incarnation = incarnation;
        _bits = (uint)details << MarkBits | (uint)state + 1;
    }

    public Instant Since => _since;

    public Incarnation Incarnation => _incarnation;

    /// <summary>One more than the state; 0 where nothing is known.</summary>
    public byte Mark => (byte)(_bits & ((1 << MarkBits) - 1));

    public MemberState State => (MemberState)(Mark - 1);

    /// <summary>Where <see cref="MemberDetails"/> keeps address and such; 0 is what almost all have.</summary>
    public int Details => (int)(_bits >> MarkBits);

    public bool IsGone => Mark > SuspectMark;

    /// <summary>Whether it can stand in a baseline: nobody's timer runs for it.</summary>
    public bool IsSuspect => Mark == SuspectMark;

    /// <summary>Whether both say the same of the member, whenever they learnt it.</summary>
    public bool Agrees(in Belief other) => _bits == other._bits && Incarnation == other.Incarnation;

    /// <summary>
    /// Whether one can stand for the other: since when a member is alive matters to no rule, since when it is gone
    /// does until that is long ago.
    /// </summary>
    /// <param name="other">The other.</param>
    /// <param name="settled">Whoever is gone since before this moment is so for all rules alike.</param>
    public bool CanStandFor(in Belief other, Instant settled) => Agrees(other)
        && (Since == other.Since || !IsGone || (Since < settled && other.Since < settled));

    /// <summary>The same, passed through a tape.</summary>
    public Belief Pass(StateTape tape) =>
        new(tape.Pass(_bits), new Incarnation(tape.Pass(_incarnation.Number)), tape.Pass(_since));

    public Belief LearntAt(Instant since) => new(_bits, Incarnation, since);

    private Belief(uint bits, Incarnation incarnation, Instant since)
    {
        _since = since;
        _incarnation = incarnation;
        _bits = bits;
    }
}
