namespace GossipLab.Core.Simulation.Causes;

/// <summary>
/// Plays the run again with one change at a time, and says which of them change what is asked about. Randomness is
/// keyed, so nothing differs but what follows from the change. Single-threaded; it can be stopped and continued.
/// </summary>
public sealed class CounterfactualSearch
{
    /// <summary>The most changes that are tried.</summary>
    public const int MostCandidates = 64;

    private readonly Inquiry _inquiry;
    private readonly string _asItWas;
    private readonly List<Counterfactual> _results = [];
    private SimulatedCluster? _running;

    /// <summary>Finds what to try.</summary>
    /// <param name="inquiry">The question, played to its moment.</param>
    /// <param name="graph">Its answer; null where there is none.</param>
    /// <param name="not">Why it has not come about yet; null where it has.</param>
    public CounterfactualSearch(Inquiry inquiry, CauseGraph? graph, WhyNotAnswer? not = null)
    {
        ArgumentNullException.ThrowIfNull(inquiry);
        _inquiry = inquiry;
        _asItWas = Outcome.Of(inquiry.Question, inquiry.Cluster);
        var removals = (graph?.Nodes ?? []).Select(node => node.Removal)
            .Concat((not?.Opportunities ?? []).Select(opportunity => opportunity.Removal)).OfType<RunChange>();
        var isAboutValue = inquiry.Question.Kind is QuestionKind.Value or QuestionKind.NotInformed;
        Candidates = _asItWas.Length == 0
            ? [] : Causes.Candidates.Of(inquiry.Scenario, removals, isAboutValue, MostCandidates);
    }

    /// <summary>What is tried, in this order.</summary>
    public IReadOnlyList<RunChange> Candidates { get; }

    /// <summary>What has been tried, in the same order.</summary>
    public IReadOnlyList<Counterfactual> Results => _results;

    /// <summary>Whether everything has been tried.</summary>
    public bool IsDone => _results.Count == Candidates.Count;

    /// <summary>Tries on for a while.</summary>
    /// <param name="goesOn">Asked now and then; once it says no, it stops for now.</param>
    /// <returns>Whether everything has been tried.</returns>
    public bool Continue(Func<bool> goesOn)
    {
        ArgumentNullException.ThrowIfNull(goesOn);
        while (!IsDone)
        {
            var change = Candidates[_results.Count];
            _running ??= _inquiry.Begin(change);
            if (!Play(_running, goesOn))
            {
                return false;
            }

            var outcome = Outcome.Of(_inquiry.Question, _running);
            _results.Add(new Counterfactual(change, outcome, outcome != _asItWas));
            _running = null;
            if (!IsDone && !goesOn())
            {
                return false;
            }
        }

        return true;
    }

    private bool Play(SimulatedCluster cluster, Func<bool> goesOn)
    {
        while (!cluster.RunUntil(_inquiry.At, budget: 1024))
        {
            if (!goesOn())
            {
                return false;
            }
        }

        return true;
    }
}
