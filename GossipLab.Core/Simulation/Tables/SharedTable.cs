using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Tables;

/// <summary>
/// What one simulated node believes: the baseline of its cohort, but for its own differences. It answers as a
/// <see cref="DenseTable"/> does, except that the time since when a member is in a state that everybody has long known
/// is that of the last who learnt it.
/// </summary>
internal sealed class SharedTable : MemberTable
{
    private readonly SharedTables _shared;
    private Cohort _cohort;
    private NumberMap<Belief> _own;
    private HeardFacts _heard;
    private Baseline? _frozen;
    private int _odd;
    private long _recordBytes;

    public SharedTable(SharedTables shared, Cohort cohort, int maxMembers, Baseline? frozen = null)
        : base(maxMembers)
    {
        _shared = shared;
        _cohort = cohort;
        _frozen = frozen;
        if (frozen is null)
        {
            cohort.Enter(this);
        }
    }

    public int PlaceInCohort { get; set; }

    public Cohort Cohort => _cohort;

    public Baseline Baseline => _frozen ?? _cohort.Baseline;

    public ref readonly NumberMap<Belief> Own => ref _own;

    public bool IsFrozen => _frozen is not null;

    /// <summary>Whether nobody it knows has other details than almost all.</summary>
    public bool IsPlain => _odd == 0 && Baseline.OddCount == 0;

    /// <summary>What its records are together as a message carries them, told by nobody in particular.</summary>
    public long RecordBytes => _recordBytes;

    public Belief BeliefOf(int id) =>
        (_frozen is not null || _cohort.Differing(id) > 0) && _own.TryFind(id, out var belief) ? belief : Baseline[id];

    public override bool TryFind(NodeId id, out Member member)
    {
        var belief = id.Index < 0 ? default : BeliefOf(id.Index);
        if (belief.Mark == 0)
        {
            member = default;
            return false;
        }

        member = _shared.Details.Decode(id, belief);
        return true;
    }

    internal override MemberState? StateOf(NodeId id, out Incarnation incarnation)
    {
        var belief = id.Index < 0 ? default : BeliefOf(id.Index);
        incarnation = belief.Incarnation;
        return belief.Mark == 0 ? null : belief.State;
    }

    internal override int FactOf(in MemberUpdate news) => _shared.Facts.NumberOf(news);

    internal override bool HasHeard(int fact) => _heard.Contains(fact);

    // While a record stays at its address, its incarnation never falls, and no rule heeds what is about a lower one.
    // What is about the one it has by now was taken in. What is about a higher one may count later: it is not noted.
    internal override void NoteHeard(int fact, in MemberUpdate news)
    {
        var belief = BeliefOf(news.Subject.Index);
        if (fact != Facts.None && belief.Mark != 0 && belief.Incarnation >= news.Incarnation && belief.Details == 0)
        {
            _heard.Add(fact);
        }
    }

    internal override void BringNear(NodeId id) => _own.BringNear(id.Index);

    internal override void BringHeardNear() => _heard.BringNear();

    public override MemberUpdates AllRecords(NodeId from) => new(_shared.Copy(this, from));

    public override void AddFounders(ReadOnlySpan<NodeId> known, Instant now)
    {
        if (Count != 1 || !_shared.TryFound(known, now, out var cohort))
        {
            base.AddFounders(known, now);
            return;
        }

        AddAlive(known.Length - 1, cohort.Baseline.Places);
        _recordBytes = _shared.FounderBytes;
        MoveTo(cohort, changed: []);
    }

    internal override bool TryNextToHear(in MemberUpdates records, ref int cursor, out MemberUpdate record) =>
        records.Records is SharedRecords shared
            ? _shared.TryNextToHear(this, shared, ref cursor, out record)
            : base.TryNextToHear(records, ref cursor, out record);

    internal override bool AgreeOnVersions(in MemberUpdates records) =>
        (records.Records is SharedRecords { IsPlain: true } && IsPlain) || base.AgreeOnVersions(records);

    /// <summary>The node's process ended: what it believed last stays to be looked at, and counts no more.</summary>
    public void Freeze()
    {
        if (_frozen is null)
        {
            _frozen = _cohort.Baseline;
            CountOwn(-1);
            _cohort.Leave(this);
        }
    }

    /// <summary>The baseline changed about one member; this node's belief does not.</summary>
    public void Follow(int id, in Belief before, in Belief after)
    {
        if (!_own.TryFind(id, out var belief))
        {
            if (!before.CanStandFor(after, _shared.Settled))
            {
                Put(id, before);
            }
        }
        else if (belief.CanStandFor(after, _shared.Settled))
        {
            Drop(id);
        }
    }

    /// <summary>A table of its own; tables of other nodes are not told of it.</summary>
    internal override SharedTable Copy()
    {
        var copy = (SharedTable)MemberwiseClone();
        copy._own = _own.Copy();
        copy._heard.Clear();
        return copy;
    }

    /// <summary>Passes what it believes through a tape, but for its baseline.</summary>
    public void Pass(StateTape tape)
    {
        PassCounts(tape);
        (_odd, _recordBytes) = (tape.Pass(_odd), tape.Pass(_recordBytes));
        _own.Pass(tape, static (tape, belief) => belief.Pass(tape));
    }

    /// <summary>Goes over to another cohort; believes what it did.</summary>
    public void MoveTo(Cohort cohort) =>
        MoveTo(cohort, _shared.DifferencesOf(_cohort.Baseline, cohort.Baseline));

    private void MoveTo(Cohort cohort, List<int> changed)
    {
        var from = _cohort.Baseline;
        var own = _own;
        CountOwn(-1);
        _cohort.Leave(this);
        _own = default;
        _odd = 0;
        _cohort = cohort;
        cohort.Enter(this);
        foreach (var id in changed)
        {
            if (!own.TryFind(id, out _))
            {
                PutIfDifferent(id, from[id]);
            }
        }

        for (var place = 0; place < own.Length; place++)
        {
            if (own.TryRead(place, out var number))
            {
                PutIfDifferent(number, own.At(place));
            }
        }
    }

    private protected override byte MarkOf(NodeId id) => id.Index < 0 ? (byte)0 : BeliefOf(id.Index).Mark;

    private protected override void Write(in Member member)
    {
        var belief = _shared.Details.Encode(member);
        var before = BeliefOf(member.Id.Index);
        if (before.Details != belief.Details || belief.Incarnation < before.Incarnation)
        {
            _heard.Clear();
        }

        CountBytes(member.Id, before, -1);
        CountBytes(member.Id, belief, +1);
        PutIfDifferent(member.Id.Index, belief);
    }

    private protected override void Erase(NodeId id)
    {
        _heard.Clear();
        CountBytes(id, BeliefOf(id.Index), -1);
        PutIfDifferent(id.Index, default);
    }

    private protected override int NextGone(int place)
    {
        var next = Baseline.NextGone(place);
        while (next != int.MaxValue && _own.Contains(next))
        {
            next = Baseline.NextGone(next);
        }

        for (var own = 0; own < _own.Length; own++)
        {
            if (_own.TryRead(own, out var number) && number > place && number < next && _own.At(own).IsGone)
            {
                next = number;
            }
        }

        return next;
    }

    private void PutIfDifferent(int id, in Belief belief)
    {
        if (belief.CanStandFor(Baseline[id], _shared.Settled))
        {
            Drop(id);
        }
        else
        {
            Put(id, belief);
        }
    }

    private void Put(int id, in Belief belief)
    {
        _odd -= _own.TryFind(id, out var before) && before.Details != 0 ? 1 : 0;
        _odd += belief.Details != 0 ? 1 : 0;
        if (_own.Put(id, belief) && _frozen is null)
        {
            _cohort.CountDifference(id, +1);
        }
    }

    private void Drop(int id)
    {
        _odd -= _own.TryFind(id, out var before) && before.Details != 0 ? 1 : 0;
        if (_own.Remove(id) && _frozen is null)
        {
            _cohort.CountDifference(id, -1);
        }
    }

    private void CountOwn(int change)
    {
        for (var place = 0; place < _own.Length; place++)
        {
            if (_own.TryRead(place, out var number))
            {
                _cohort.CountDifference(number, change);
            }
        }
    }

    private void CountBytes(NodeId id, in Belief belief, int sign)
    {
        if (belief.Mark != 0)
        {
            _recordBytes += sign * SharedRecords.BytesOf(_shared.Details.Decode(id, belief));
        }
    }
}
