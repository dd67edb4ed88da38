using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.Features.EventLog;

namespace GossipLab.Tests.Web.Features;

/// <summary>Events in plain words.</summary>
public sealed class EventTextTests
{
    private static readonly VersionedValue Seven = new(7, new Generation(2), new NodeId(0));

    [Fact]
    public void A_node_that_learns_names_its_source()
    {
        var entry = Reported(4, NodeEvent.OfValue(
            NodeEventKind.ValueChanged, Rule.ValueAccepted, new NodeId(1), Seven));

        Assert.Equal("n4 learns 7 (generation 2) from n1", EventText.Of(entry));
        Assert.Equal("Value.Accepted", EventText.RuleOf(entry));
    }

    [Fact]
    public void A_suspicion_of_the_nodes_own_names_nobody_else()
    {
        var update = MemberUpdate.Suspect(new NodeId(3), new Incarnation(1), new NodeId(4));
        var entry = Reported(4, NodeEvent.OfBelief(Rule.SuspectAccepted, update));

        Assert.Equal("n4 suspects n3", EventText.Of(entry));
    }

    [Fact]
    public void A_suspicion_heard_of_names_who_said_so()
    {
        var update = MemberUpdate.Suspect(new NodeId(3), new Incarnation(1), new NodeId(9));
        var entry = Reported(4, NodeEvent.OfBelief(Rule.SuspectAccepted, update));

        Assert.Equal("n4 suspects n3, as n9 says", EventText.Of(entry));
    }

    [Fact]
    public void A_lost_message_says_what_stopped_it()
    {
        var entry = new TraceEntry
        {
            Stamp = Stamp(2),
            Kind = TraceKind.Lost,
            Flight = Way(1, 2),
            Message = Message.Push(Seven),
            Reason = LossReason.Wall,
        };

        Assert.Equal("A wall stops a push of 7 from n1 to n2", EventText.Of(entry));
        Assert.Equal("Lost.Wall", EventText.RuleOf(entry));
    }

    [Fact]
    public void A_command_is_yours()
    {
        var kill = new KillNode(new NodeId(3));
        var entry = new TraceEntry { Stamp = Stamp(3), Kind = TraceKind.Command, Command = kill };

        Assert.Equal("You: kill n3", EventText.Of(entry));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_has_words_of_its_own(Rule rule)
    {
        var kind = rule switch
        {
            <= Rule.ValueOutOfBounds => NodeEventKind.ValueChanged,
            Rule.AliveJoined or Rule.AliveAccepted or Rule.AliveClearsSuspect or Rule.AliveRevives
                or Rule.SuspectAccepted or Rule.SuspicionTimeout or Rule.DeadAccepted or Rule.LeftAccepted
                or Rule.MemberReaped or Rule.HeartbeatMissed or Rule.HeartbeatReturned => NodeEventKind.BeliefChanged,
            _ => NodeEventKind.Probe,
        };
        var what = new NodeEvent(kind, rule, new NodeId(3), new NodeId(5), MemberState.Suspect, 2, 7);

        var text = EventText.Of(Reported(4, what));

        Assert.StartsWith("n4 ", text, StringComparison.Ordinal);
        Assert.DoesNotContain(RuleNames.Of(rule), text, StringComparison.Ordinal);
        Assert.DoesNotContain("now believes", text, StringComparison.Ordinal);
    }

    public static TheoryData<Rule> Rules() => [.. Enum.GetValues<Rule>().Where(rule => rule != Rule.MessageRefused)];

    private static TraceEntry Reported(int node, NodeEvent what) =>
        new() { Stamp = Stamp(node), Kind = TraceKind.Reported, What = what };

    private static TraceStamp Stamp(int node) =>
        new(1, Instant.Zero, new NodeId(node), CauseKind.Timer, 0, TimerKind.ValueTick);

    private static Flight Way(int from, int to) =>
        new(1, new NodeId(from), new NodeId(to), Instant.Zero, Instant.FromMilliseconds(20));
}
