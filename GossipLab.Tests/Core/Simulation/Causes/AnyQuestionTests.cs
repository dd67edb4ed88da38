using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Causes;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Simulation.Causes;

/// <summary>Whatever is asked of whatever run: there is an answer, it is sound, and asking changes nothing.</summary>
public sealed class AnyQuestionTests
{
    [Fact]
    public void Every_kind_of_question_is_answered_in_random_scenarios()
    {
        for (var number = 1UL; number <= 60; number++)
        {
            var rng = new Dice(number, 2).Roll(DiceStream.Scenario, Instant.Zero);
            var scenario = RandomScenarios.Of(number);
            var at = Instant.FromMilliseconds(1 + rng.Below(40_000));
            var (node, other) = (new NodeId(rng.Below(scenario.Nodes)), new NodeId(rng.Below(scenario.Nodes)));
            foreach (var question in Questions(node, other, 1 + rng.Below(400)))
            {
                ShouldBeSound(Play(scenario, question, at), $"random scenario {number}, {question}");
            }
        }
    }

    [Fact]
    public void A_run_that_is_asked_about_goes_the_way_it_goes()
    {
        var scenario = RandomScenarios.Of(12);
        var at = Instant.FromMilliseconds(30_000);
        var inquiry = Play(scenario, Question.OfEvent(1), at);
        var (trace, plain) = (new Trace(), new TraceHash());
        new SimulatedCluster(scenario, trace, plain).RunUntil(at);

        Assert.Equal(trace.Entries.Select(TraceText.Of), inquiry.Record.Entries.Select(TraceText.Of));
    }

    [Fact]
    public void What_is_kept_of_a_member_gives_the_answer_that_everything_gives()
    {
        var scenario = ScenarioLibrary.Find("stall-false-death")!.Scenario; // It is there.
        var at = Instant.FromMilliseconds(11_000);
        var narrow = Play(scenario, Question.OfBelief(new NodeId(7), new NodeId(3)), at);
        var wide = Play(scenario, Question.OfEvent(narrow.FindEffect()!.Stamp.Id), at); // It believes it dead.

        Assert.True(narrow.Record.Entries.Count < wide.Record.Entries.Count);
        Assert.Equal(
            narrow.Explain()!.Nodes.Where(node => node.Form != CauseForm.Timer).Select(node => node.Text).Order(),
            wide.Explain()!.Nodes.Where(node => node.Form != CauseForm.Timer).Select(node => node.Text).Order());
    }

    private static Question[] Questions(NodeId node, NodeId other, int number) =>
    [
        Question.OfBelief(node, other), Question.OfValue(node), Question.OfEvent(number), Question.OfMessage(number),
        Question.OfIgnorance(node), Question.OfPatience(node, other), Question.OfDeafness(node, other),
    ];

    private static void ShouldBeSound(Inquiry inquiry, string what)
    {
        var (graph, not) = (inquiry.Explain(), inquiry.ExplainNot());
        Assert.True(not is null || not.Text.EndsWith('.'), what);
        Assert.InRange(not?.NoneSoFar ?? 0, 0, 1);
        foreach (var node in graph?.Nodes ?? [])
        {
            Assert.NotEmpty(node.Text);
            Assert.All(node.Causes, cause => Assert.InRange(cause, 0, graph!.Nodes.Count - 1)); // Its own graph.
        }

        Assert.Equal(graph?.Nodes.Count ?? 0, graph?.Lines().Count(line => line.IsNew) ?? 0);
        var search = new CounterfactualSearch(inquiry, graph, not);
        Assert.All(search.Candidates, change => Assert.Empty(ScenarioFaults.In(change.ApplyTo(inquiry.Scenario))));
    }

    private static Inquiry Play(Scenario scenario, Question question, Instant at)
    {
        var inquiry = new Inquiry(scenario, question, at);
        inquiry.Play(() => true);
        return inquiry;
    }
}
