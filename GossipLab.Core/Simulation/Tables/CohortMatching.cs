using GossipLab.Core.Primitives;

namespace GossipLab.Core.Simulation.Tables;

/// <summary>
/// Which cohort a node shares most with: a side of a partition gets one of its own, sides that met merge.
/// </summary>
internal sealed class CohortMatching
{
    /// <summary>More baselines than these cost more than they save.</summary>
    public const int MostCohorts = 8;

    // What a node may differ in before another baseline is looked for: so many, or one in so many of all.
    private const int Few = 64;
    private const int FewShare = 8;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(16);

    private readonly List<int> _changed = [];
    private readonly List<SharedTable> _movers = [];
    private Instant _splitAt;
    private TimeSpan _wait = FirstWait;

    public CohortMatching Copy() => new() { _splitAt = _splitAt, _wait = _wait };

    /// <summary>Those who came and have learnt who there is go over to the largest cohort.</summary>
    public void TakeIn(Cohort newcomers, List<Cohort> cohorts)
    {
        if (newcomers.Tables.Count == 0 || Largest(cohorts) is not { } largest)
        {
            return;
        }

        var some = largest.Tables.Count > 0 ? largest.Tables[0].Count / 2 : 0;
        _movers.Clear();
        foreach (var table in newcomers.Tables)
        {
            if (table.Count > some)
            {
                _movers.Add(table);
            }
        }

        _movers.ForEach(table => table.MoveTo(largest));
    }

    /// <summary>Splits, mends and merges cohorts.</summary>
    public void Match(List<Cohort> cohorts, Instant now, Instant settled)
    {
        if (now < _splitAt)
        {
            return;
        }

        _splitAt = now + _wait;
        Merge(cohorts, settled);
        var before = DifferencesIn(cohorts);
        for (var place = cohorts.Count - 1; place >= 0; place--)
        {
            var cohort = cohorts[place];
            if (IsTorn(cohort))
            {
                cohorts.ForEach(other => MoveThoseCloserTo(other, cohort, settled));
                Split(cohort, cohorts, settled);
            }
        }

        // While nothing is gained, looks become rare.
        var gained = DifferencesIn(cohorts) < before * 3 / 4;
        _wait = gained || before == 0 ? FirstWait : _wait * 2 < LongestWait ? _wait * 2 : LongestWait;
    }

    private static bool IsTorn(Cohort cohort) => cohort.DifferenceCount
        > (long)cohort.Tables.Count * Math.Max(Few, cohort.Baseline.Places / FewShare);

    private static long DifferencesIn(List<Cohort> cohorts)
    {
        var sum = 0L;
        foreach (var cohort in cohorts)
        {
            sum += cohort.DifferenceCount;
        }

        return sum;
    }

    private static Cohort? Largest(List<Cohort> cohorts)
    {
        Cohort? largest = null;
        foreach (var cohort in cohorts)
        {
            largest = largest is null || cohort.Tables.Count > largest.Tables.Count ? cohort : largest;
        }

        return largest;
    }

    private void Merge(List<Cohort> cohorts, Instant settled)
    {
        var largest = Largest(cohorts);
        for (var place = cohorts.Count - 1; place >= 0; place--)
        {
            var cohort = cohorts[place];
            if (cohort == largest || largest is null)
            {
                continue;
            }

            _changed.Clear();
            cohort.Baseline.AddDifferences(largest.Baseline, settled, _changed);
            if (_changed.Count <= Few / 4)
            {
                Move(cohort.Tables, largest);
            }

            if (cohort.Tables.Count == 0)
            {
                cohorts.RemoveAt(place);
            }
        }
    }

    private void Split(Cohort cohort, List<Cohort> cohorts, Instant settled)
    {
        if (cohorts.Count == MostCohorts || !IsTorn(cohort))
        {
            return;
        }

        var odd = cohort.Tables.MaxBy(table => table.Own.Count)!;
        var beliefs = new Belief[odd.Places];
        for (var id = 0; id < beliefs.Length; id++)
        {
            var belief = odd.BeliefOf(id);
            beliefs[id] = belief.IsSuspect || (belief.IsGone && belief.Since >= settled)
                ? cohort.Baseline[id] : belief;
        }

        var split = new Cohort(Baseline.Of(beliefs));
        MoveThoseCloserTo(split, cohort, settled);
        if (split.Tables.Count > 0)
        {
            cohorts.Add(split);
        }
    }

    private void MoveThoseCloserTo(Cohort target, Cohort cohort, Instant settled)
    {
        if (target == cohort)
        {
            return;
        }

        _changed.Clear();
        target.Baseline.AddDifferences(cohort.Baseline, settled, _changed);
        _movers.Clear();
        foreach (var table in cohort.Tables)
        {
            if (table.Own.Count > Few && 2 * CostOf(table, target.Baseline, settled) < table.Own.Count)
            {
                _movers.Add(table);
            }
        }

        _movers.ForEach(table => table.MoveTo(target));
    }

    // What a node would differ in.
    private int CostOf(SharedTable table, Baseline target, Instant settled)
    {
        var cost = 0;
        foreach (var id in _changed)
        {
            cost += table.BeliefOf(id).CanStandFor(target[id], settled) ? 0 : 1;
        }

        ref readonly var own = ref table.Own;
        for (var place = 0; place < own.Length; place++)
        {
            cost += own.TryRead(place, out var id) && !own.At(place).CanStandFor(target[id], settled)
                && table.Baseline[id].CanStandFor(target[id], settled) ? 1 : 0;
        }

        return cost;
    }

    private void Move(IReadOnlyList<SharedTable> tables, Cohort target)
    {
        _movers.Clear();
        _movers.AddRange(tables);
        _movers.ForEach(table => table.MoveTo(target));
    }
}
