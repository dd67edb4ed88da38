using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Tables;

/// <summary>
/// The tables of all nodes of a simulation. They take what is in flux, not nodes times nodes: nodes that agree share a
/// baseline, and what nearly all have learnt becomes the baseline (<see cref="Cohort"/>). A partition has one
/// baseline a side. Sharing never changes what a node believes.
/// </summary>
internal sealed class SharedTables(MembershipOptions options)
{
    private readonly List<Cohort> _cohorts = [];
    private readonly Stack<SharedRecords> _spare = [];
    private readonly List<int> _toHear = [];
    private readonly List<int> _changed = [];
    private CohortMatching _matching = new();
    private Cohort _newcomers = new(Baseline.Empty);
    private readonly TimeSpan _settling = options.GossipToTheDeadTime > options.DeadNodeReclaimTime
        ? options.GossipToTheDeadTime : options.DeadNodeReclaimTime;

    private NodeId[] _founders = [];
    private Cohort? _founding;

    public MemberDetails Details { get; private init; } = new();

    /// <summary>What is told of members, by number.</summary>
    public Facts Facts { get; } = new();

    /// <summary>What the records of all founders cost in a message.</summary>
    public long FounderBytes { get; private set; }

    /// <summary>Whoever is gone since before this moment is so for all rules alike.</summary>
    public Instant Settled { get; private set; }

    public IReadOnlyList<Cohort> Cohorts => _cohorts;

    public SharedTable Add() => new(this, _newcomers, options.MaxMembers);

    /// <summary>The cohort of those who all know each other from the beginning.</summary>
    /// <returns>Whether these are they: the first who are given, at the moment they were.</returns>
    public bool TryFound(ReadOnlySpan<NodeId> known, Instant now, out Cohort cohort)
    {
        if (_founding is null && known.Length > 0)
        {
            _founders = known.ToArray();
            _founding = new Cohort(FoundersAt(now));
            _cohorts.Add(_founding);
        }

        cohort = _founding ?? _newcomers;
        return known.Length > 0 && now == Instant.Zero && known.Length == _founders.Length
            && (known[0], known[^1]) == (_founders[0], _founders[^1]);
    }

    /// <summary>The same apart, but without any table.</summary>
    public SharedTables Copy()
    {
        var copy = new SharedTables(options)
        {
            Details = Details.Copy(),
            FounderBytes = FounderBytes,
            Settled = Settled,
            _founders = _founders,
            _matching = _matching.Copy(),
        };
        copy._newcomers = _newcomers.Copy();
        foreach (var cohort in _cohorts)
        {
            copy._cohorts.Add(cohort.Copy());
            copy._founding = cohort == _founding ? copy._cohorts[^1] : copy._founding;
        }

        return copy;
    }

    /// <summary>
    /// Passes the tables in use through a tape, in the order of their cohorts. Played, into what <see cref="Copy()"/>
    /// gave.
    /// </summary>
    public void Pass(StateTape tape)
    {
        Pass(tape, _newcomers);
        _cohorts.ForEach(cohort => Pass(tape, cohort));
    }

    /// <summary>Passes which table a node has through a tape, and the whole table where it is not in use.</summary>
    public SharedTable PassOne(StateTape tape, SharedTable? table)
    {
        var place = _cohorts.Count; // of the newcomers
        if (table is not null)
        {
            place = table.IsFrozen ? -1 : table.Cohort == _newcomers ? place : _cohorts.IndexOf(table.Cohort);
        }

        place = tape.Pass(place);
        if (place >= 0)
        {
            var inCohort = tape.Pass(table?.PlaceInCohort ?? 0);
            return (place == _cohorts.Count ? _newcomers : _cohorts[place]).Tables[inCohort];
        }

        var frozen = tape.Pass(table?.Baseline, static baseline => baseline);
        table ??= new SharedTable(this, _newcomers, options.MaxMembers, frozen);
        table.Pass(tape);
        return table;
    }

    private void Pass(StateTape tape, Cohort cohort)
    {
        var count = tape.Pass(cohort.Tables.Count);
        while (cohort.Tables.Count < count)
        {
            _ = new SharedTable(this, cohort, options.MaxMembers);
        }

        foreach (var table in cohort.Tables)
        {
            table.Pass(tape);
        }
    }

    public SharedRecords Copy(SharedTable table, NodeId from)
    {
        var records = _spare.TryPop(out var spare) ? spare : new SharedRecords(this);
        records.Take(table, from);
        return records;
    }

    public void Return(SharedRecords records) => _spare.Push(records);

    /// <summary>The next record that may tell a node something: all others say what it believes already.</summary>
    public bool TryNextToHear(SharedTable table, SharedRecords records, ref int cursor, out MemberUpdate record)
    {
        if (cursor == 0)
        {
            Gather(table, records);
        }

        while (cursor < _toHear.Count)
        {
            if (records.TryRead(_toHear[cursor++], out record))
            {
                return true;
            }
        }

        record = default;
        return false;
    }

    /// <summary>
    /// Shares what can be shared. Nobody believes anything else afterwards, so it may be done at any time.
    /// </summary>
    /// <param name="now">The moment.</param>
    public void Tidy(Instant now)
    {
        Settled = now - _settling;
        foreach (var cohort in _cohorts)
        {
            cohort.Rebase(now, Settled);
        }

        _newcomers.ForgetSettled();
        _matching.TakeIn(_newcomers, _cohorts);
        _matching.Match(_cohorts, now, Settled);
    }

    public List<int> DifferencesOf(Baseline one, Baseline other)
    {
        _changed.Clear();
        one.AddDifferences(other, Settled, _changed);
        return _changed;
    }

    private void Gather(SharedTable table, SharedRecords records)
    {
        _toHear.Clear();
        Gather(table.Own);
        Gather(records.Own);
        records.Baseline.AddDifferences(table.Baseline, Instant.Zero, _toHear);
        _toHear.Sort();
        var kept = 0;
        for (var place = 0; place < _toHear.Count; place++)
        {
            if (kept == 0 || _toHear[kept - 1] != _toHear[place])
            {
                _toHear[kept++] = _toHear[place];
            }
        }

        _toHear.RemoveRange(kept, _toHear.Count - kept);
    }

    private void Gather(in NumberMap<Belief> own)
    {
        for (var place = 0; place < own.Length; place++)
        {
            if (own.TryRead(place, out var number))
            {
                _toHear.Add(number);
            }
        }
    }

    private Baseline FoundersAt(Instant now)
    {
        var places = 0;
        foreach (var id in _founders)
        {
            places = Math.Max(places, id.Index + 1);
        }

        var beliefs = new Belief[places];
        foreach (var id in _founders)
        {
            var founder = MemberTable.Founder(id, now);
            beliefs[id.Index] = Details.Encode(founder);
            FounderBytes += SharedRecords.BytesOf(founder);
        }

        return Baseline.Of(beliefs);
    }
}
