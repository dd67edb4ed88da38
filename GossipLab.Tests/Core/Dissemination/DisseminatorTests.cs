using GossipLab.Core.Dissemination;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Dissemination;

public sealed class DisseminatorTests
{
    private static readonly NodeId Self = new(0);
    private static readonly FewMembers Roster = new(8);
    private static readonly VersionedValue Born = new(42, Generation.Zero, NodeId.None);
    private static readonly VersionedValue Written = new(7, new Generation(1), new NodeId(3));

    private readonly Recording _recording = new();
    private int _ticks;

    [Fact]
    public void In_lock_step_the_first_tick_is_at_the_next_multiple_of_the_interval()
    {
        var spread = new Disseminator(new DisseminationOptions { Phase = TickPhase.LockStep });

        _recording.Turn(Self, Instant.FromMilliseconds(4_500), (in turn) => spread.Start(turn, isWritten: false));

        var timer = Assert.Single(_recording.Timers);
        Assert.Equal(TimeSpan.FromMilliseconds(1_500), timer.Delay);
        Assert.Equal(TimerKind.ValueTick, timer.Timer.Kind);
    }

    [Fact]
    public void Otherwise_every_node_has_an_offset_of_its_own_within_the_interval()
    {
        var spread = new Disseminator(new DisseminationOptions());
        for (var node = 0; node < 500; node++)
        {
            _recording.Turn(new NodeId(node), Instant.Zero, (in turn) => spread.Start(turn, isWritten: false));
        }

        var delays = _recording.Timers.Select(timer => timer.Delay.TotalMilliseconds).ToArray();
        Assert.All(delays, delay => Assert.InRange(delay, 0, 2_000));
        Assert.InRange(delays.Average(), 900, 1_100);
        Assert.InRange(delays.Distinct().Count(), 490, 500);
    }

    [Fact]
    public void A_tick_asks_for_the_next_one()
    {
        Tick(new Disseminator(new DisseminationOptions { Interval = TimeSpan.FromSeconds(3) }), Written);

        Assert.Equal(TimeSpan.FromSeconds(3), Assert.Single(_recording.Timers).Delay);
    }

    [Fact]
    public void Push_tells_as_many_others_as_the_fan_out_says()
    {
        Tick(new Disseminator(new DisseminationOptions { FanOut = 3 }), Written);

        Assert.Equal(3, _recording.Sent.Select(sent => sent.To).Distinct().Count());
        Assert.All(_recording.Sent, sent => Assert.Equal((MessageKind.Push, Written), (sent.Kind, sent.Message.Value)));
    }

    [Fact]
    public void Push_tells_every_sibling()
    {
        var other = new VersionedValue(5, new Generation(1), new NodeId(1));

        Tick(new Disseminator(new DisseminationOptions { FanOut = 1 }), Written, other);

        Assert.Equal([Written, other], _recording.Sent.Select(sent => sent.Message.Value));
        Assert.Single(_recording.Sent.Select(sent => sent.To).Distinct());
    }

    [Fact]
    public void The_value_one_is_born_with_is_told_only_by_the_articles_program()
    {
        Tick(new Disseminator(new DisseminationOptions()), Born);
        Assert.Empty(_recording.Sent);

        Tick(new Disseminator(new DisseminationOptions { PushUnwritten = true }), Born);
        Assert.Equal(2, _recording.Sent.Count);
    }

    [Theory]
    [InlineData(DisseminationMode.Pull, MessageKind.Pull)]
    [InlineData(DisseminationMode.PushPull, MessageKind.Exchange)]
    public void Pull_asks_and_push_pull_exchanges_even_before_anything_was_written(
        DisseminationMode mode, MessageKind kind)
    {
        Tick(new Disseminator(new DisseminationOptions { Mode = mode }), Born);

        Assert.Equal([kind, kind], _recording.Sent.Select(sent => sent.Message.Kind));
    }

    [Fact]
    public void After_so_many_rounds_it_stops_and_says_so()
    {
        var spread = new Disseminator(new DisseminationOptions { Stop = StopRule.AfterRounds, StopAfter = 3 });

        for (var tick = 0; tick < 6; tick++)
        {
            Tick(spread, Written);
        }

        Assert.Equal(3 * 2, _recording.Sent.Count);
        Assert.False(spread.IsSpreading);
        Assert.Equal(Rule.SpreadStopped, Assert.Single(_recording.Rules));
        Assert.Equal(6, _recording.Timers.Count);
    }

    [Fact]
    public void A_new_value_is_told_from_the_start_again()
    {
        var spread = new Disseminator(new DisseminationOptions { Stop = StopRule.AfterRounds, StopAfter = 1 });
        Tick(spread, Written);

        _recording.Turn(Self, Instant.FromMilliseconds(1), (in turn) => spread.StartSpreading(turn));
        Tick(spread, Written);

        Assert.Equal([Rule.SpreadStopped, Rule.SpreadStarted, Rule.SpreadStopped], _recording.Rules);
        Assert.Equal(4, _recording.Sent.Count);
    }

    [Fact]
    public void Rounds_in_which_nobody_was_reached_do_not_count()
    {
        var spread = new Disseminator(new DisseminationOptions { Stop = StopRule.AfterRounds, StopAfter = 1 });

        _recording.Turn(Self, Instant.Zero, (in turn) => spread.Tick(turn, new FewMembers(1), [Written]));

        Assert.True(spread.IsSpreading);
        Assert.Equal(0, spread.Rounds);
    }

    /// <summary>Demers et al. 1987, section 1.4: feedback and counter.</summary>
    [Fact]
    public void Feedback_counts_useless_contacts_in_a_row_and_a_useful_one_sets_it_back()
    {
        var spread = new Disseminator(new DisseminationOptions { Stop = StopRule.FeedbackCounter, StopAfter = 2 });

        Hear(spread, known: true);
        Hear(spread, known: false);
        Hear(spread, known: true);
        Assert.True(spread.IsSpreading);
        Assert.Equal(1, spread.Useless);

        Hear(spread, known: true);
        Assert.False(spread.IsSpreading);
    }

    [Fact]
    public void A_push_is_answered_only_where_the_stop_rule_needs_it()
    {
        var blind = new Disseminator(new DisseminationOptions());
        var curious = new Disseminator(new DisseminationOptions { Stop = StopRule.FeedbackCounter });

        _recording.Turn(Self, Instant.Zero, (in turn) => blind.AnswerPush(turn, new NodeId(5), known: true));
        Assert.Empty(_recording.Sent);

        _recording.Turn(Self, Instant.Zero, (in turn) => curious.AnswerPush(turn, new NodeId(5), known: true));
        var (to, message) = Assert.Single(_recording.Sent);
        Assert.Equal((5, MessageKind.PushFeedback, true), (to.Index, message.Kind, message.Flag));
    }

    /// <summary>
    /// Demers et al. 1987, section 1.4: blind and coin. With one contact a round, k rounds on average.
    /// </summary>
    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void The_coin_stops_it_after_so_many_contacts_on_average(int stopAfter)
    {
        var rounds = new Sample();
        for (var node = 0; node < 2_000; node++)
        {
            var spread = new Disseminator(
                new DisseminationOptions { FanOut = 1, Stop = StopRule.BlindCoin, StopAfter = stopAfter });
            while (spread.IsSpreading)
            {
                Tick(spread, Written);
            }

            rounds.Add(spread.Rounds);
        }

        rounds.ShouldHaveMean(stopAfter, roundedBy: 0);
    }

    [Fact]
    public void Stop_rules_leave_asking_alone()
    {
        var spread = new Disseminator(new DisseminationOptions
        {
            Mode = DisseminationMode.Pull, FanOut = 1, Stop = StopRule.AfterRounds, StopAfter = 1,
        });

        Tick(spread, Written);
        Tick(spread, Written);

        Assert.Equal(2, _recording.Sent.Count);
    }

    private void Tick(Disseminator spread, params VersionedValue[] values) => _recording.Turn(
        Self, Instant.FromMilliseconds(2_000 * ++_ticks), (in turn) => spread.Tick(turn, Roster, values));

    private void Hear(Disseminator spread, bool known) =>
        _recording.Turn(Self, Instant.Zero, (in turn) => spread.HearFeedback(turn, known));
}
