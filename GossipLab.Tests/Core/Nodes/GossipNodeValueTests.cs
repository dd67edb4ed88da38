using GossipLab.Core.Dissemination;
using GossipLab.Core.Membership;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Values;
using GossipLab.Tests.TestKit;
using Timer = GossipLab.Core.Protocol.Timer;

namespace GossipLab.Tests.Core.Nodes;

public sealed class GossipNodeValueTests
{
    private static readonly NodeId Self = new(0);
    private static readonly NodeId Peer = new(1);
    private static readonly Instant Early = Instant.FromMilliseconds(10);
    private static readonly Instant Late = Instant.FromMilliseconds(20);
    private static readonly VersionedValue News = new(7, new Generation(1), new NodeId(2));

    private readonly Recording _recording = new();

    [Fact]
    public void A_set_is_reported_and_told_at_the_next_tick()
    {
        var node = Node();
        Turn(Early, (in turn) => node.Set(turn, 7));

        Turn(Late, (in turn) => node.Fire(turn, Timer.Of(TimerKind.ValueTick)));

        var report = Assert.Single(_recording.Reports);
        Assert.Equal((NodeEventKind.ValueChanged, Rule.ValueSet), (report.Kind, report.Rule));
        Assert.Equal((7, 1), (report.Value, report.Number));
        var told = new VersionedValue(7, new Generation(1), Self);
        Assert.Equal([told, told], _recording.Sent.Select(sent => sent.Message.Value));
    }

    [Fact]
    public void A_refused_set_is_reported_and_changes_nothing()
    {
        var full = new NodeDisk(new VersionedValue(5, new Generation(Generation.MaxNumber), Peer), Incarnation.Zero);
        var node = new GossipNode(Self, new GossipNodeOptions(), new StaticRoster(4), full);

        Turn(Early, (in turn) => node.Set(turn, 7));

        Assert.Equal((NodeEventKind.ValueIgnored, Rule.ValueSetRefused),
            (_recording.Reports[0].Kind, _recording.Reports[0].Rule));
        Assert.Equal(5, node.Store.Current.Value);
    }

    [Fact]
    public void A_push_of_something_new_is_taken_and_one_of_something_known_is_not()
    {
        var node = Node();

        Receive(node, Early, Message.Push(News));
        Receive(node, Late, Message.Push(News));

        Assert.Equal([Rule.ValueAccepted, Rule.ValueKnown], _recording.Rules);
        Assert.Equal(News, node.Store.Current);
        Assert.Empty(_recording.Sent);
    }

    [Fact]
    public void A_pull_is_answered_with_the_own_value_and_offers_nothing()
    {
        Receive(Node(), Early, Message.Pull());

        var (to, message) = Assert.Single(_recording.Sent);
        Assert.Equal((Peer, MessageKind.PullReply, 42L), (to, message.Kind, message.Value.Value));
        Assert.Empty(_recording.Reports);
    }

    [Fact]
    public void An_exchange_is_answered_with_what_was_held_before_it()
    {
        var node = Node();

        Receive(node, Early, Message.Exchange(News));

        Assert.Equal(42, Assert.Single(_recording.Sent).Message.Value.Value);
        Assert.Equal(News, node.Store.Current);
    }

    [Fact]
    public void Questions_of_one_moment_see_one_state()
    {
        var node = Node();

        Receive(node, Early, Message.Push(News));
        Receive(node, Early, Message.Pull());
        Receive(node, Late, Message.Pull());

        Assert.Equal([42L, 7L], _recording.Sent.Select(sent => sent.Message.Value.Value));
    }

    /// <summary>
    /// Demers et al. 1987, Table 1: whether a contact was useless is judged by the start of the cycle.
    /// </summary>
    [Fact]
    public void The_second_push_of_one_moment_is_still_useful()
    {
        var node = Node(new GossipNodeOptions
        {
            Dissemination = new DisseminationOptions { Stop = StopRule.FeedbackCounter },
        });

        Receive(node, Early, Message.Push(News));
        Receive(node, Early, Message.Push(News));
        Receive(node, Late, Message.Push(News));

        Assert.Equal([false, false, true], _recording.Sent.Select(sent => sent.Message.Flag));
    }

    [Fact]
    public void Every_sibling_is_told_to_those_who_ask()
    {
        var node = Node(new GossipNodeOptions { Value = new ValueOptions { TieBreak = TieBreak.KeepBoth } });
        Receive(node, Early, Message.Push(News));
        Receive(node, Early, Message.Push(News with { Value = 5, Writer = new NodeId(3) }));

        Receive(node, Late, Message.Pull());

        Assert.Equal([5L, 7L], _recording.Sent.Select(sent => sent.Message.Value.Value));
    }

    [Fact]
    public void Its_disk_keeps_the_value_and_its_view_shows_it()
    {
        var node = Node();
        Receive(node, Early, Message.Push(News));

        var view = node.View();

        Assert.Equal(News, node.Disk.Value);
        Assert.Equal((News, Early, Peer, true), (view.Value, view.LearnedAt, view.LearnedFrom, view.IsSpreading));
        Assert.Null(view.Membership);
    }

    private static GossipNode Node(GossipNodeOptions? options = null) =>
        new(Self, options ?? new GossipNodeOptions(), new StaticRoster(4));

    private void Receive(GossipNode node, Instant now, Message message) =>
        Turn(now, (in turn) => node.Receive(turn, Peer, message));

    private void Turn(Instant now, Recording.Act act) => _recording.Turn(Self, now, act);
}
