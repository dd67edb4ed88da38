using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using LogFilter = GossipLab.Web.Features.EventLog.LogFilter;
using LogKind = GossipLab.Web.Features.EventLog.LogKind;

namespace GossipLab.Tests.Web.Features;

/// <summary>Which events of the log a reader sees.</summary>
public sealed class LogFilterTests
{
    private static readonly VersionedValue Seven = new(7, new Generation(1), new NodeId(0));

    private static readonly TraceEntry Learned = Reported(2, 4, NodeEvent.OfValue(
        NodeEventKind.ValueChanged, Rule.ValueAccepted, new NodeId(1), Seven));

    private static readonly TraceEntry KnewIt = Reported(3, 4, NodeEvent.OfValue(
        NodeEventKind.ValueIgnored, Rule.ValueKnown, new NodeId(2), Seven));

    private static readonly TraceEntry Killed = new()
    {
        Stamp = Stamp(4, 5),
        Kind = TraceKind.Command,
        Command = new KillNode(new NodeId(5)),
    };

    private static readonly TraceEntry Sent = new()
    {
        Stamp = Stamp(1, 1),
        Kind = TraceKind.Sent,
        Flight = new Flight(1, new NodeId(1), new NodeId(4), Instant.Zero, Instant.Zero),
        Message = Message.Push(Seven),
    };

    private static readonly TraceEntry[] Log = [Sent, Learned, KnewIt, Killed];

    [Fact]
    public void An_open_filter_shows_all_newest_first() =>
        Assert.Equal([Killed, KnewIt, Learned, Sent], new LogFilter().NewestFirst(Log));

    [Fact]
    public void Only_changes_leaves_out_what_was_known() =>
        Assert.Equal([Killed, Learned], new LogFilter { ChangedOnly = true }.NewestFirst(Log));

    [Fact]
    public void A_node_is_found_as_receiver_too() =>
        Assert.Equal([KnewIt, Learned, Sent], new LogFilter { Node = new NodeId(4) }.NewestFirst(Log));

    [Fact]
    public void A_kind_stands_alone() =>
        Assert.Equal([Sent], new LogFilter { Kind = LogKind.Messages }.NewestFirst(Log));

    [Theory]
    [InlineData("KILL")]
    [InlineData("command")]
    public void Text_is_found_in_words_and_in_rules_whatever_its_case(string text) =>
        Assert.Equal([Killed], new LogFilter { Text = text }.NewestFirst(Log));

    [Fact]
    public void All_conditions_hold_together() =>
        Assert.Empty(new LogFilter { Kind = LogKind.Messages, Node = new NodeId(9) }.NewestFirst(Log));

    private static TraceEntry Reported(long id, int node, NodeEvent what) =>
        new() { Stamp = Stamp(id, node), Kind = TraceKind.Reported, What = what };

    private static TraceStamp Stamp(long id, int node) =>
        new(id, Instant.Zero, new NodeId(node), CauseKind.Timer, 0, TimerKind.ValueTick);
}
