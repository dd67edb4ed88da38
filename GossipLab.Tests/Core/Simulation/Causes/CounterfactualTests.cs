using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Causes;
using GossipLab.Core.Simulation.Checkpoints;

namespace GossipLab.Tests.Core.Simulation.Causes;

/// <summary>What would have been: each is the run itself with one change, and nothing else.</summary>
public sealed class CounterfactualTests
{
    private static readonly Instant Asked = Instant.FromMilliseconds(11_000);
    private static readonly Scenario Stall = ScenarioLibrary.Find("stall-false-death")!.Scenario; // It is there.

    private readonly Inquiry _inquiry = new(Stall, Question.OfBelief(new NodeId(7), new NodeId(3)), Asked);
    private readonly CounterfactualSearch _search;

    public CounterfactualTests()
    {
        _inquiry.Play(() => true);
        _search = new CounterfactualSearch(_inquiry, _inquiry.Explain()!); // n7 knows n3.
    }

    [Fact]
    public void Without_the_stall_n7_would_not_believe_n3_dead()
    {
        _search.Continue(() => true);

        var stall = _search.Results.Single(result => result.Change.Text == "without «pause n3 for 9 s» at 3.0 s");
        Assert.True(stall.Flips);
        Assert.Equal("n7 takes n3 for alive", stall.Outcome);
        Assert.Contains(_search.Results, result => !result.Flips);
    }

    [Fact]
    public void Every_result_is_what_a_fresh_run_with_that_change_gives()
    {
        _search.Continue(() => true);

        foreach (var result in _search.Results)
        {
            var fresh = new SimulatedCluster(result.Change.ApplyTo(Stall));
            fresh.RunUntil(Asked);
            Assert.Equal(Outcome.Of(_inquiry.Question, fresh), result.Outcome);
        }
    }

    [Fact]
    public void What_is_cheap_is_tried_first_and_settings_last()
    {
        var moments = _search.Candidates.Select(change => change.From).ToArray();

        Assert.Equal(moments.OrderDescending(), moments);
        Assert.InRange(_search.Candidates.Count, 8, CounterfactualSearch.MostCandidates);
        Assert.All(_search.Candidates.TakeLast(4), change => Assert.NotNull(change.Node));
    }

    [Fact]
    public void A_search_that_is_stopped_goes_on_where_it_was()
    {
        var pauses = 0;

        while (!_search.Continue(() => false))
        {
            pauses++;
        }

        var other = new CounterfactualSearch(_inquiry, _inquiry.Explain()!); // n7 knows n3.
        other.Continue(() => true);
        Assert.True(pauses >= _search.Candidates.Count - 1);
        Assert.Equal(other.Results.Select(Line), _search.Results.Select(Line));
    }

    [Fact]
    public void A_branch_of_a_change_goes_the_way_that_was_verified()
    {
        _search.Continue(() => true);
        var flip = _search.Results.First(result => result.Flips && result.Change.FitsBranch);
        var history = new RunHistory(Stall, []);
        history.RunUntil(Asked);

        history.Travel(history.Lane, Destination.To(flip.Change.From - TimeSpan.FromMicroseconds(1)));
        var lane = history.Fork("what if", flip.Change.ApplyTo(Stall).Commands);
        history.RunUntil(Asked);

        Assert.Equal(flip.Outcome, Outcome.Of(_inquiry.Question, history.Cluster));
        Assert.Equal(flip.Change.ApplyTo(Stall).Commands, history.ScenarioOf(lane).Commands);
    }

    [Fact]
    public void A_branch_cannot_change_what_was_done()
    {
        var history = new RunHistory(Stall, []);
        history.RunUntil(Asked);

        Assert.Throws<ArgumentException>(() => history.Fork("what if", []));
    }

    private static string Line(Counterfactual result) => $"{result.Change.Text}: {result.Outcome}, {result.Flips}";
}
