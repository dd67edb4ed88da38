using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Tests.TestKit;
using static GossipLab.Tests.TestKit.News;

namespace GossipLab.Tests.Core.Membership;

/// <summary>News that a member is suspected (memberlist's suspectNode; protocol table «suspect»).</summary>
public sealed class SuspectTests
{
    private static readonly MembershipOptions Short = new()
    {
        ProbeInterval = TimeSpan.FromMilliseconds(1),
        ProbeTimeout = TimeSpan.FromMilliseconds(1),
        SuspicionMultiplier = 1,
    };

    [Fact]
    [Trait("row", "S8")]
    public void Nobody_unknown_is_suspected_or_buried()
    {
        var rig = new NodeRig();

        rig.Hear(Suspect(1, 1, from: 2), Dead(1, 1, from: 2));

        Assert.Equal(1, rig.Node.Roster.Count);
        Assert.Empty(rig.Reports);
        Assert.Empty(rig.Rumors);
    }

    [Fact]
    [Trait("row", "S9")]
    public void A_suspicion_that_runs_out_is_a_death()
    {
        var rig = new NodeRig(options: Short, known: [1]);

        rig.Hear(Suspect(1, 1, from: 2));
        Assert.Equal(MemberState.Suspect, rig.StateOf(1));
        Assert.Equal("suspect n1 inc 1 from n2", Assert.Single(rig.Rumors).News.ToString());
        rig.Run(10);

        Assert.Equal(MemberState.Dead, rig.StateOf(1));
        Assert.Equal(Instant.FromMilliseconds(1), rig.Member(1).Since);
        Assert.Equal("dead n1 inc 1 from n0", Assert.Single(rig.Rumors).News.ToString());
        Assert.Equal([Rule.SuspectAccepted, Rule.SuspicionTimeout], rig.RulesAbout(1));
    }

    [Fact]
    [Trait("row", "S10")]
    public void The_same_accusation_again_changes_nothing()
    {
        var rig = new NodeRig(known: [1, 2, 3]);
        rig.Hear(Suspect(1, 1, from: 2));
        var before = rig.Member(1);
        rig.ClearRumors();
        rig.Clear();

        rig.Run(100);
        rig.Hear(Suspect(1, 1, from: 2));

        Assert.Equal(before, rig.Member(1));
        Assert.Empty(rig.Rumors);
        Assert.Empty(rig.Reports);
    }

    [Fact]
    [Trait("row", "S11")]
    public void Accusations_of_an_older_incarnation_are_ignored()
    {
        var rig = new NodeRig();
        rig.Hear(Alive(1, 10));
        rig.ClearRumors();

        rig.Hear(Suspect(1, 1, from: 2), Dead(1, 1, from: 2), Left(1, 9));

        Assert.Equal((MemberState.Alive, 10u), (rig.Member(1).State, rig.Member(1).Incarnation.Number));
        Assert.Empty(rig.Rumors);
    }

    [Fact]
    [Trait("row", "S12")]
    public void A_node_that_is_suspected_refutes_and_doubts_its_health()
    {
        var rig = new NodeRig();

        rig.Hear(Suspect(0, 1, from: 2));

        Assert.Equal(MemberState.Alive, rig.StateOf(0));
        Assert.Equal("alive n0 inc 2 from n0", Assert.Single(rig.Rumors).News.ToString());
        Assert.Equal(1, rig.Health);
        Assert.Equal([Rule.SelfRefuted, Rule.HealthChanged], rig.RulesAbout(0));
        Assert.Equal(new NodeId(2), rig.Reports[0].From);
    }

    [Fact]
    [Trait("row", "S22")]
    public void A_stale_accusation_does_not_raise_the_incarnation_again()
    {
        var rig = new NodeRig();

        rig.Hear(Suspect(0, 10, from: 2));
        Assert.Equal(11u, rig.Node.Incarnation.Number);
        rig.Hear(Suspect(0, 10, from: 2));

        Assert.Equal(11u, rig.Node.Incarnation.Number);
        Assert.Equal(1, rig.Health);
    }

    [Theory]
    [Trait("row", "S23")]
    [InlineData(4, MemberState.Alive, 5)]
    [InlineData(5, MemberState.Suspect, 5)]
    [InlineData(6, MemberState.Suspect, 6)]
    public void An_accusation_overrides_alive_at_the_same_incarnation_or_a_higher_one(
        uint accused, MemberState state, uint incarnation)
    {
        var rig = new NodeRig();
        rig.Hear(Alive(1, 5));

        rig.Hear(Suspect(1, accused, from: 2));

        Assert.Equal((state, incarnation), (rig.Member(1).State, rig.Member(1).Incarnation.Number));
    }

    [Theory]
    [Trait("row", "S23")]
    [InlineData(4, MemberState.Suspect)]
    [InlineData(5, MemberState.Suspect)]
    [InlineData(6, MemberState.Alive)]
    public void Alive_overrides_an_accusation_at_a_higher_incarnation_only(uint announced, MemberState state)
    {
        var rig = new NodeRig();
        rig.Hear(Alive(1, 5), Suspect(1, 5, from: 2));

        rig.Hear(Alive(1, announced));

        Assert.Equal(state, rig.StateOf(1));
    }

    [Fact]
    public void Another_accuser_shortens_the_suspicion_is_told_on_and_changes_nothing_else()
    {
        var rig = new NodeRig(known: [1, 2, 3]);
        rig.Hear(Suspect(1, 1, from: 2));
        var before = rig.Member(1);
        rig.ClearRumors();

        rig.Hear(Suspect(1, 7, from: 3));

        Assert.Equal(before, rig.Member(1));
        Assert.Equal("suspect n1 inc 7 from n3", Assert.Single(rig.Rumors).News.ToString());
        Assert.Equal(Rule.SuspectConfirmed, rig.Reports[^1].Rule);
        Assert.Equal((1L, 11_381_000L), (rig.Reports[^1].Number, rig.Reports[^1].Value));
    }

    [Theory]
    [InlineData(MemberState.Dead)]
    [InlineData(MemberState.Left)]
    public void Those_who_are_gone_are_not_suspected(MemberState gone)
    {
        var rig = new NodeRig(known: [1]);
        rig.Hear(Dead(1, 1, from: gone == MemberState.Left ? 1 : 2));
        rig.ClearRumors();

        rig.Hear(Suspect(1, 5, from: 2));

        Assert.Equal((gone, 1u), (rig.Member(1).State, rig.Member(1).Incarnation.Number));
        Assert.Empty(rig.Rumors);
    }

    [Fact]
    public void The_timer_of_a_suspicion_that_was_refuted_does_nothing_to_the_next_one()
    {
        var rig = new NodeRig(known: [1]);
        rig.Hear(Suspect(1, 1, from: 2));
        rig.Run(3999);
        rig.Hear(Alive(1, 2), Suspect(1, 2, from: 2));

        rig.Run(3999);
        Assert.Equal(MemberState.Suspect, rig.StateOf(1));
        rig.Run(1);

        Assert.Equal(MemberState.Dead, rig.StateOf(1));
    }

    [Fact]
    [Trait("row", "P13")]
    public void A_confirmation_that_brings_the_deadline_into_the_past_kills_at_once()
    {
        var rig = new NodeRig(options: MembershipOptions.Local, known: [1, 2, 3]);
        rig.Hear(Suspect(1, 1, from: 2));
        rig.Run(5000);
        Assert.Equal(MemberState.Suspect, rig.StateOf(1));

        rig.Hear(Suspect(1, 1, from: 3));
        rig.Run(0);

        Assert.Equal((MemberState.Dead, Instant.FromMilliseconds(5000)), (rig.Member(1).State, rig.Member(1).Since));
    }

    [Fact]
    [Trait("row", "P11")]
    public void A_confirmation_after_the_death_changes_nothing()
    {
        var rig = new NodeRig(options: MembershipOptions.Local, known: [1, 2, 3]);
        rig.Hear(Suspect(1, 1, from: 2), Suspect(1, 1, from: 3));
        rig.Run(3000);
        rig.Clear();

        rig.Hear(Suspect(1, 1, from: 4));
        rig.Run(60_000);

        Assert.Equal(MemberState.Dead, rig.StateOf(1));
        Assert.Empty(rig.Reports);
    }

    [Fact]
    public void Without_suspicion_an_accusation_is_a_death()
    {
        var rig = new NodeRig(options: new MembershipOptions { UseSuspicion = false }, known: [1]);

        rig.Hear(Suspect(1, 1, from: 2));

        Assert.Equal(MemberState.Dead, rig.StateOf(1));
        Assert.Equal([Rule.DeadAccepted], rig.RulesAbout(1));
        Assert.Equal("dead n1 inc 1 from n2", Assert.Single(rig.Rumors).News.ToString());
    }
}
