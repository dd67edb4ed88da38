using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Causes;

namespace GossipLab.Tests.Core.Simulation.Causes;

/// <summary>Why a message was sent, what became of it, and why a value is held.</summary>
public sealed class MessageAnswerTests
{
    private static readonly Scenario Stall = ScenarioLibrary.Find("stall-false-death")!.Scenario; // It is there.
    private static readonly Scenario Hello = ScenarioLibrary.Find("hello")!.Scenario; // It is there.

    [Fact]
    public void A_lost_message_tells_what_the_dice_said()
    {
        var lost = Record(Stall, 6_000).Entries.First(entry =>
            entry is { Kind: TraceKind.Lost, Reason: LossReason.Network, Message.IsAboutValue: false });

        var graph = Explain(Stall, Question.OfMessage(lost.Flight, lost.Message), 6_000);

        Assert.Contains($"was lost on the link {lost.Flight.From} → {lost.Flight.To} (drawn 0.0", graph.Root.Text);
        Assert.Contains("below the chance of 0.05", graph.Root.Text);
        Assert.Empty(graph.Path);
    }

    [Fact]
    public void Every_loss_at_random_is_told_with_a_draw_below_its_chance()
    {
        var record = Record(Stall, 30_000);
        var draws = record.Ways.Values.Where(way => way.Lost?.Reason == LossReason.Network).Select(way => way.Draw);

        Assert.NotEmpty(draws);
        Assert.All(draws, draw => Assert.InRange(draw!.Value.Roll, 0, 0.05)); // Each has one.
    }

    [Fact]
    public void A_message_that_carries_news_tells_how_its_sender_knew_it()
    {
        var sent = Record(Stall, 11_000).Entries.Last(entry => entry.Kind == TraceKind.Sent
            && entry.Message.Kind == MessageKind.Gossip && entry.Flight.To == new NodeId(7)
            && entry.Message.Updates.Items[0].State == MemberState.Dead);

        var graph = Explain(Stall, Question.OfMessage(sent.Flight, sent.Message), 11_000);

        Assert.StartsWith($"{sent.Flight.From} sent n7 gossip at ", graph.Root.Text);
        Assert.Contains(graph.Nodes, node => node.Rule == Rule.SuspicionTimeout);
    }

    [Fact]
    public void A_value_leads_back_to_the_client_that_set_it()
    {
        var graph = Explain(Hello, Question.OfValue(new NodeId(11)), 10_000);

        Assert.Equal("you did this at 0.4 s: set 7 at n0",
            Assert.Single(graph.Nodes, node => node.Form == CauseForm.Command).Text);
        Assert.Equal("n0", graph.Path[0].ToString());
        Assert.Equal("n11", graph.Path[^1].ToString());
        Assert.Contains(graph.Nodes, node => node.Rule == Rule.ValueSet);
    }

    [Fact]
    public void A_value_that_nobody_set_was_there_from_the_start() =>
        Assert.Equal("n11 began the run with it", Explain(Hello, Question.OfValue(new NodeId(11)), 300).Root.Text);

    [Fact]
    public void A_belief_that_never_changed_is_told_with_the_truth()
    {
        var graph = Explain(Stall, Question.OfBelief(new NodeId(7), new NodeId(3)), 3_500);

        Assert.Equal("n7 takes n3 for alive since the run began, and nothing has changed that", graph.Root.Text);
        Assert.StartsWith("n3 runs but stands still", graph.Truth);
    }

    [Fact]
    public void A_rule_that_broke_is_explained_by_the_change_that_broke_it()
    {
        var death = Record(Stall, 11_000).Entries.First(entry => entry.Kind == TraceKind.Reported
            && entry.What.Rule == Rule.SuspicionTimeout);

        var graph = Explain(Stall, Question.OfChange(death.Stamp.Id + 2), 11_000);

        Assert.Equal((Rule.SuspicionTimeout, true), (graph.Root.Rule, graph.IsFalse));
    }

    [Fact]
    public void What_never_happened_has_no_answer()
    {
        var inquiry = new Inquiry(Hello, Question.OfEvent(1_000_000), Instant.FromMilliseconds(2_000));
        inquiry.Play(() => true);

        Assert.Null(inquiry.Explain());
    }

    private static RunRecord Record(Scenario scenario, double milliseconds)
    {
        var inquiry = new Inquiry(scenario, Question.OfEvent(1), Instant.FromMilliseconds(milliseconds));
        inquiry.Play(() => true);
        return inquiry.Record;
    }

    private static CauseGraph Explain(Scenario scenario, Question question, double milliseconds)
    {
        var inquiry = new Inquiry(scenario, question, Instant.FromMilliseconds(milliseconds));
        inquiry.Play(() => true);
        return inquiry.Explain()!; // There is something to explain.
    }
}
