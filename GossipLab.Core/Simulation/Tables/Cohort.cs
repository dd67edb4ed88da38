using GossipLab.Core.Primitives;

namespace GossipLab.Core.Simulation.Tables;

/// <summary>Nodes that believe almost the same: a baseline, and how many of them differ from it about whom.</summary>
internal sealed class Cohort(Baseline baseline)
{
    private readonly List<SharedTable> _tables = [];
    private readonly List<int> _inFlux = [];
    private int[] _differing = [];
    private Instant[] _tryAt = [];

    public Baseline Baseline { get; private set; } = baseline;

    public IReadOnlyList<SharedTable> Tables => _tables;

    /// <summary>How many differences its nodes have together.</summary>
    public long DifferenceCount { get; private set; }

    public int Differing(int id) => (uint)id < (uint)_differing.Length ? _differing[id] : 0;

    public void Enter(SharedTable table)
    {
        table.PlaceInCohort = _tables.Count;
        _tables.Add(table);
    }

    public void Leave(SharedTable table)
    {
        var last = _tables[^1];
        _tables[table.PlaceInCohort] = last;
        last.PlaceInCohort = table.PlaceInCohort;
        _tables.RemoveAt(_tables.Count - 1);
    }

    public void CountDifference(int id, int change)
    {
        if (id >= _differing.Length)
        {
            var length = Math.Max(id + 1, 2 * _differing.Length);
            Array.Resize(ref _differing, length);
            Array.Resize(ref _tryAt, length);
        }

        if (_differing[id] == 0)
        {
            _inFlux.Add(id);
        }

        _differing[id] += change;
        DifferenceCount += change;
    }

    /// <summary>A cohort of its own, without the tables.</summary>
    public Cohort Copy()
    {
        var copy = new Cohort(Baseline) { DifferenceCount = DifferenceCount };
        copy._differing = [.. _differing];
        copy._tryAt = [.. _tryAt];
        copy._inFlux.AddRange(_inFlux);
        return copy;
    }

    /// <summary>Forgets which members were in flux and are no more.</summary>
    public void ForgetSettled() => _inFlux.RemoveAll(id => _differing[id] == 0);

    /// <summary>Makes what nearly all have learnt the baseline, member by member.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="settled">Whoever is gone since before this moment is so for all rules alike.</param>
    public void Rebase(Instant now, Instant settled)
    {
        for (var place = _inFlux.Count - 1; place >= 0; place--)
        {
            var id = _inFlux[place];
            if (_differing[id] > 0 && _tryAt[id] <= now)
            {
                var isDone = TryFindCommon(id, settled, out var common);
                if (isDone)
                {
                    Rebase(id, common);
                }

                // The fewer differ, the less a look at all of them can gain.
                var wait = isDone || _differing[id] * 8L < _tables.Count * 7L ? 8 : 1;
                _tryAt[id] = now + TimeSpan.FromSeconds(wait);
            }

            if (_differing[id] == 0)
            {
                _inFlux[place] = _inFlux[^1];
                _inFlux.RemoveAt(_inFlux.Count - 1);
            }
        }
    }

    /// <summary>Changes the baseline and what its nodes differ in, so that nobody believes anything else.</summary>
    public void Rebase(int id, in Belief common)
    {
        var before = Baseline[id];
        Baseline = Baseline.With(id, common);
        foreach (var table in _tables)
        {
            table.Follow(id, before, common);
        }
    }

    // What at least seven of eight believe. Suspicions have timers and young deaths an age, so they stay with the node.
    private bool TryFindCommon(int id, Instant settled, out Belief common)
    {
        common = default;
        var others = 0;
        var any = false;
        var latest = Instant.Zero;
        foreach (var table in _tables)
        {
            var belief = table.BeliefOf(id);
            if (belief.IsSuspect || (belief.IsGone && belief.Since >= settled) || (any && !belief.Agrees(common)))
            {
                if (++others * 8L > _tables.Count)
                {
                    return false;
                }

                continue;
            }

            common = any ? common : belief;
            any = true;
            latest = belief.Since > latest ? belief.Since : latest;
        }

        common = common.LearntAt(latest);
        return any;
    }
}
