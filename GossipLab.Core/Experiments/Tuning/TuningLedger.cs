using GossipLab.Core.Membership;

namespace GossipLab.Core.Experiments.Tuning;

/// <summary>
/// Which runs of a search are done and which are next. A search has four rounds: a grid around the settings given;
/// neighbours of the best; more runs for the best few; and what is left for the very best. Who is best is judged only
/// when a round is done, so it does not matter how many workers share it. Not safe for several threads: whoever owns
/// them takes turns.
/// </summary>
public sealed class TuningLedger
{
    private const int Rounds = 4;
    private const int RunsPerGridRun = 48;
    private const int Few = 5;

    // Settings that use less of their tightest limit than this are as good as each other.
    private const double Comfort = 0.7;

    private readonly List<TuningCandidate> _candidates = [];
    private readonly List<List<TuningRun?>> _runs = [];
    private readonly List<int> _givenOut = [];

    /// <summary>A search of which nothing is done.</summary>
    /// <exception cref="ArgumentException">The plan has a fault; the message names it.</exception>
    public TuningLedger(TuningPlan plan)
    {
        if (plan.FindFault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(plan));
        }

        Plan = plan;
        foreach (var options in TuningGrid.Around(plan.Options))
        {
            Want(Enlist(options, isOnGrid: true), PerGridRun);
        }
    }

    /// <summary>What is sought.</summary>
    public TuningPlan Plan { get; }

    /// <summary>Which settings were tried so far, the given ones first.</summary>
    public IReadOnlyList<TuningCandidate> Candidates => _candidates;

    /// <summary>The round that is played: 1 to 4.</summary>
    public int Round { get; private set; } = 1;

    /// <summary>How many runs are done.</summary>
    public int Done { get; private set; }

    /// <summary>How many runs there will be.</summary>
    public int Needed => Round == Rounds ? Wanted : Math.Max(Plan.Runs, Wanted);

    /// <summary>Whether all is done.</summary>
    public bool IsComplete => Round == Rounds && IsRoundDone;

    private int PerGridRun => Plan.Runs / RunsPerGridRun;

    private int Wanted => _runs.Sum(runs => runs.Count);

    private bool IsRoundDone => Done == Wanted;

    /// <summary>Gives out a run of this round that is open, each once.</summary>
    /// <returns>The run, or null if all of the round are done or given out.</returns>
    public TuningCell? Next()
    {
        var least = -1;
        for (var index = 0; index < _candidates.Count; index++)
        {
            if (_givenOut[index] < _runs[index].Count && (least < 0 || _givenOut[index] < _givenOut[least]))
            {
                least = index;
            }
        }

        return least < 0 ? null : new TuningCell(least, _givenOut[least]++);
    }

    /// <summary>Takes the result of a run that was given out.</summary>
    /// <param name="cell">The run.</param>
    /// <param name="run">What it measured. A second result of one run changes nothing.</param>
    public void Add(TuningCell cell, TuningRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (_runs[cell.Candidate][cell.Run] is null)
        {
            _runs[cell.Candidate][cell.Run] = run;
            Done++;
        }
    }

    /// <summary>Begins the next round, if this one is done and was not the last.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Advance()
    {
        if (!IsRoundDone || Round == Rounds)
        {
            return false;
        }

        Round++;
        var best = Ranked();
        switch (Round)
        {
            case 2: EnlistNeighbours(best[0].Candidate.Options); break;
            case 3: Share(best.Take(Few), Plan.Runs / 4); break;
            default: Share(best.Take(2), Plan.Runs - Done); break;
        }

        return true;
    }

    /// <summary>What is known of all settings with a run, the best first.</summary>
    public IReadOnlyList<TuningFinding> Ranked() =>
    [
        .. _candidates.Select(candidate => Find(candidate.Index)).OfType<TuningFinding>()
            .OrderBy(finding => finding.Verdict).ThenBy(finding => Math.Max(Comfort, finding.Strain))
            .ThenBy(finding => Changes(finding.Candidate.Options)).ThenBy(finding => finding.Strain)
            .ThenBy(finding => finding.Candidate.Index),
    ];

    /// <summary>What is known of some settings; null before their first run.</summary>
    /// <param name="candidate">Their number.</param>
    public TuningFinding? Find(int candidate)
    {
        var runs = _runs[candidate].OfType<TuningRun>().ToList();
        return runs.Count > 0 ? TuningFinding.Of(Plan, _candidates[candidate], runs) : null;
    }

    /// <summary>How long the rest will take at the pace so far, or null if nothing is done yet.</summary>
    /// <param name="worked">How long was worked.</param>
    public TimeSpan? Forecast(TimeSpan worked) => Done > 0 ? worked / Done * (Needed - Done) : null;

    // Settings that are tried already get more runs instead of coming a second time.
    private void EnlistNeighbours(MembershipOptions best)
    {
        foreach (var options in TuningGrid.Beside(best, Plan.HasIndirectChecks))
        {
            if (_candidates.All(candidate => candidate.Options != options))
            {
                Want(Enlist(options, isOnGrid: false), PerGridRun);
            }
        }
    }

    // The settings given get more runs, too, unless they are known to break a limit: they are what others are compared
    // with.
    private void Share(IEnumerable<TuningFinding> best, int runs)
    {
        int[] given = Find(0) is { Verdict: TuningVerdict.Breaks } ? [] : [0];
        var shared = best.Select(finding => finding.Candidate.Index).Union(given).ToList();
        for (var index = 0; index < shared.Count; index++)
        {
            Want(shared[index], runs / shared.Count + (index < runs % shared.Count ? 1 : 0));
        }
    }

    private int Enlist(MembershipOptions options, bool isOnGrid)
    {
        _candidates.Add(new TuningCandidate(_candidates.Count, options, isOnGrid));
        _runs.Add([]);
        _givenOut.Add(0);
        return _candidates.Count - 1;
    }

    private void Want(int candidate, int more) => _runs[candidate].AddRange(Enumerable.Repeat<TuningRun?>(null, more));

    // Fewer changes are fewer surprises.
    private int Changes(MembershipOptions options) =>
        (options.ProbeInterval != Plan.Options.ProbeInterval ? 1 : 0)
        + (options.ProbeTimeout != Plan.Options.ProbeTimeout ? 1 : 0)
        + (options.SuspicionMultiplier != Plan.Options.SuspicionMultiplier ? 1 : 0)
        + (options.IndirectChecks != Plan.Options.IndirectChecks ? 1 : 0)
        + (options.GossipNodes != Plan.Options.GossipNodes ? 1 : 0)
        + (options.GossipInterval != Plan.Options.GossipInterval ? 1 : 0);
}
