using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Causes;

namespace GossipLab.Tests.Core.Simulation.Causes;

/// <summary>Why n7 believes n3 dead though it only stands still: the whole answer.</summary>
public sealed class StallFalseDeathTests
{
    private static readonly Question WhyDead = Question.OfBelief(new NodeId(7), new NodeId(3));

    private readonly CauseGraph _graph = Answer(11_000);

    [Fact]
    public void The_belief_is_a_death_that_was_false_when_it_was_believed()
    {
        Assert.Equal(Rule.DeadAccepted, _graph.Root.Rule);
        Assert.True(_graph.IsFalse);
        Assert.Equal("n3 runs but stands still since 3.0 s until 12.0 s", _graph.Truth);
        Assert.False(_graph.IsCut);
    }

    [Fact]
    public void The_way_it_was_told_leads_from_the_accuser_to_n7() =>
        Assert.Equal(["n4", "n30", "n9", "n7"], _graph.Path.Select(node => node.ToString()));

    [Fact]
    public void The_accuser_declared_it_dead_after_two_confirmations()
    {
        var death = Assert.Single(_graph.Nodes, node => node.Rule == Rule.SuspicionTimeout);
        var causes = CausesOf(death);

        Assert.Equal("n4", death.Node.ToString());
        Assert.Single(causes, cause => cause.Rule == Rule.SuspectAccepted);
        Assert.Equal(2, causes.Count(cause => cause.Rule == Rule.SuspectConfirmed));
        Assert.Single(causes, cause => cause.Form == CauseForm.Absence && cause.Rule == Rule.SelfRefuted);
    }

    [Fact]
    public void The_first_accuser_missed_one_direct_and_three_indirect_answers_each_for_a_reason()
    {
        var suspicion = _graph.Nodes.First(node => node.Rule == Rule.ProbeFailed);
        var misses = CausesOf(suspicion).Where(cause => cause.Form == CauseForm.Absence).ToArray();

        var direct = Assert.Single(misses, miss => miss.Text.StartsWith("no answer to the direct ping"));
        Assert.Contains("n3 stood still from 3.0 s until 12.0 s", direct.Text);
        var indirect = misses.Where(miss => miss.Text.StartsWith("no answer by way of")).ToArray();
        Assert.Equal(3, indirect.Length);
        Assert.Contains(indirect, miss => miss.Text.Contains("below the chance of 0.05"));
        Assert.Contains(indirect, miss => miss.Text.Contains("n3 stood still"));
        Assert.All(misses, miss => Assert.NotEmpty(miss.Causes));
    }

    [Fact]
    public void At_the_root_stands_what_was_done_to_n3()
    {
        var command = Assert.Single(_graph.Nodes, node => node.Form == CauseForm.Command);

        Assert.Equal("you did this at 3.0 s: pause n3 for 9 s", command.Text);
    }

    [Fact]
    public void The_list_begins_with_the_belief_and_tells_everything_once()
    {
        var lines = _graph.Lines();

        Assert.Same(_graph.Root, lines[0].Node);
        Assert.Equal(_graph.Nodes.Count, lines.Count(line => line.IsNew));
    }

    [Fact]
    public void Once_n3_has_refuted_the_answer_says_so()
    {
        var inquiry = new Inquiry(Scenario(), WhyDead, Instant.FromMilliseconds(11_000));
        inquiry.Play(() => true);
        var believed = inquiry.FindEffect()!; // n7 believes something of n3 by then.

        var later = new Inquiry(Scenario(), Question.OfEvent(believed.Stamp.Id), Instant.FromMilliseconds(14_000));
        later.Play(() => true);

        Assert.StartsWith("n3 refuted with incarnation 2 at 12", later.Explain()!.Since[0]); // It is the same run.
    }

    private static Scenario Scenario() => ScenarioLibrary.Find("stall-false-death")!.Scenario; // It is in the library.

    private static CauseGraph Answer(double milliseconds)
    {
        var inquiry = new Inquiry(Scenario(), WhyDead, Instant.FromMilliseconds(milliseconds));
        inquiry.Play(() => true);
        return inquiry.Explain()!; // n7 knows n3.
    }

    private CauseNode[] CausesOf(CauseNode node) => [.. node.Causes.Select(cause => _graph.Nodes[cause])];
}
