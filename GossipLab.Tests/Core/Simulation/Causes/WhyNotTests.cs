using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Causes;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Simulation.Causes;

/// <summary>Why something has not come about yet: what might have brought it about, and how likely that was.</summary>
public sealed class WhyNotTests
{
    private static readonly NodeId N3 = new(3);
    private static readonly NodeId N7 = new(7);

    [Fact]
    public void Who_has_not_been_told_is_unlucky_and_the_chance_of_that_is_said()
    {
        var cluster = new SimulatedCluster(Find("hello"));
        cluster.RunUntil(Instant.FromMilliseconds(3_000));
        var ignorant = Enumerable.Range(0, 16).Select(index => new NodeId(index))
            .First(node => cluster.Node(node).Store.Current.Generation == Generation.Zero);

        var answer = Ask(Find("hello"), Question.OfIgnorance(ignorant), 3_000);

        Assert.StartsWith($"Nobody has told {ignorant} yet", answer.Text);
        Assert.Equal(0, answer.OpportunityCount);
        Assert.Equal(Math.Pow(13.0 / 15, 1), answer.NoneSoFar!.Value, 1e-9); // One round of two of the other fifteen.
        Assert.Contains("95 % of such nodes would know by", answer.Model);
    }

    [Fact]
    public void Lost_offers_are_listed_with_their_reason_and_restoring_one_is_tried()
    {
        var lossy = ClusterRig.Calm(2) with
        {
            Network = ClusterRig.Fixed(10) with { Loss = Ratio.One },
            Commands = [new(Instant.FromMilliseconds(100), new SetValue(new NodeId(0), 7))],
        };
        var inquiry = Play(lossy, Question.OfIgnorance(new NodeId(1)), 3_500);
        var answer = inquiry.ExplainNot()!; // The question is one of these.

        Assert.Equal(3, answer.OpportunityCount);
        Assert.All(answer.Opportunities, one => Assert.Contains("below the chance of 1", one.Fate));
        var search = new CounterfactualSearch(inquiry, inquiry.Explain(), answer);
        search.Continue(() => true);
        Assert.Equal(3, search.Results.Count(result => result.Outcome == "n1 holds 7, generation 1"));
        Assert.All(search.Results, result => Assert.Equal(result.Change.Node is null, result.Flips));
    }

    [Fact]
    public void Who_knows_is_said_to_know()
    {
        var answer = Ask(Find("hello"), Question.OfIgnorance(new NodeId(0)), 3_000);

        Assert.Equal("n0 holds the newest generation, 1.", answer.Text);
    }

    [Fact]
    public void A_suspect_is_not_dead_yet_as_it_has_time_to_refute()
    {
        var answer = Ask(Find("stall-false-death"), Question.OfPatience(N7, N3), 8_000);

        Assert.StartsWith("n7 suspects n3, and waits until ", answer.Text);
        Assert.EndsWith("n3 runs but stands still since 3.0 s until 12.0 s.", answer.Text);
        Assert.NotEmpty(answer.Opportunities);
    }

    [Fact]
    public void Who_was_just_stalled_has_not_been_probed_and_the_model_says_how_likely_that_is()
    {
        var answer = Ask(Find("stall-false-death"), Question.OfPatience(N7, N3), 3_200);

        Assert.StartsWith("n7 takes n3 for alive: no accusation of it has reached n7", answer.Text);
        Assert.Equal(Math.Pow(30.0 / 31, 31 * 0.2), answer.NoneSoFar!.Value, 1e-6); // 31 nodes, a fifth of a period.
    }

    [Fact]
    public void A_refutation_that_was_not_made_cannot_help()
    {
        var answer = Ask(Find("stall-false-death"), Question.OfDeafness(N7, N3), 11_000);

        Assert.StartsWith("n3 has not refuted: n3 runs but stands still", answer.Text);
        Assert.Contains(answer.Opportunities, one => one.Fate.Contains("n3 stood still"));
    }

    [Fact]
    public void A_refutation_that_helped_is_said_to_have()
    {
        var answer = Ask(Find("stall-false-death"), Question.OfDeafness(N7, N3), 20_000);

        Assert.Equal("n7 has believed it: it takes n3 for alive.", answer.Text);
        Assert.InRange(answer.Opportunities.Count, 1, WhyNotAnswer.MostOpportunities);
    }

    private static Scenario Find(string name) => ScenarioLibrary.Find(name)!.Scenario; // It is in the library.

    private static WhyNotAnswer Ask(Scenario scenario, Question question, double milliseconds) =>
        Play(scenario, question, milliseconds).ExplainNot()!; // The question is one of these.

    private static Inquiry Play(Scenario scenario, Question question, double milliseconds)
    {
        var inquiry = new Inquiry(scenario, question, Instant.FromMilliseconds(milliseconds));
        inquiry.Play(() => true);
        return inquiry;
    }
}
