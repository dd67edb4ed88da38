using GossipLab.Core.Membership;
using GossipLab.Core.Protocol;
using GossipLab.Tests.TestKit;
using static GossipLab.Tests.TestKit.News;

namespace GossipLab.Tests.Core.Membership;

/// <summary>What a node hears and says of itself.</summary>
public sealed class SelfTests
{
    [Fact]
    public void A_node_that_starts_alone_announces_the_incarnation_after_the_one_it_kept()
    {
        var first = NodeRig.Fresh();
        var restarted = NodeRig.Fresh(last: 5);

        Assert.Equal("alive n0 inc 1 from n0", Assert.Single(first.Rumors).News.ToString());
        Assert.Equal("alive n0 inc 6 from n0", Assert.Single(restarted.Rumors).News.ToString());
    }

    [Fact]
    public void Nodes_that_start_together_know_each_other_and_have_nothing_to_tell()
    {
        var rig = new NodeRig(self: 1, known: [0, 1, 2]);

        Assert.Equal(3, rig.Node.CountOf(MemberState.Alive));
        Assert.All(Enumerable.Range(0, 3), index => Assert.Equal(1u, rig.Member(index).Incarnation.Number));
        Assert.Empty(rig.Rumors);
        Assert.Empty(rig.Reports);
    }

    [Fact]
    public void Whoever_starts_with_the_others_but_above_what_they_believe_says_so()
    {
        var rig = NodeRig.Fresh(last: 5, known: [0, 1]);

        Assert.Equal("alive n0 inc 6 from n0", Assert.Single(rig.Rumors).News.ToString());
        Assert.Equal(2, rig.Node.Roster.Count);
    }

    [Fact]
    [Trait("row", "S5")]
    public void A_node_refutes_what_others_claim_that_it_says_of_itself()
    {
        var rig = new NodeRig();

        rig.Hear(Alive(0, 2) with { Meta = new MemberMeta("foo") });

        Assert.Equal(MemberState.Alive, rig.StateOf(0));
        Assert.Null(rig.Member(0).Meta.Text);
        Assert.Equal("alive n0 inc 3 from n0", Assert.Single(rig.Rumors).News.ToString());
    }

    [Fact]
    public void Its_own_words_come_back_and_are_ignored()
    {
        var rig = new NodeRig();
        rig.Announce("me");
        rig.ClearRumors();

        rig.Hear(Alive(0, 2) with { Meta = new MemberMeta("me") }, Alive(0, 1) with { Meta = new MemberMeta("old") });

        Assert.Equal(2u, rig.Node.Incarnation.Number);
        Assert.Empty(rig.Rumors);
    }

    [Fact]
    public void Its_own_incarnation_with_other_words_is_refuted()
    {
        var rig = new NodeRig();

        rig.Hear(Alive(0, 1) with { Meta = new MemberMeta("not mine") });
        rig.Hear(Alive(0, 2) with { Versions = new ProtocolVersions(1, 4, 2) });

        Assert.Equal(3u, rig.Node.Incarnation.Number);
        Assert.Equal(2, rig.Health);
    }

    [Fact]
    public void An_announcement_of_itself_from_another_address_is_a_conflict()
    {
        var rig = new NodeRig();

        rig.Hear(Alive(0, 9) with { Address = new NodeAddress(7, 7) });

        Assert.Equal(Rule.AliveConflict, Assert.Single(rig.Reports).Rule);
        Assert.Equal(1u, rig.Node.Incarnation.Number);
    }

    [Fact]
    [Trait("row", "A0")]
    public void A_node_that_leaves_no_longer_hears_that_it_is_alive_or_accused()
    {
        var rig = new NodeRig(known: [1]);
        rig.Leave();
        rig.ClearRumors();
        rig.Clear();

        rig.Hear(Alive(0, 9), Suspect(0, 9, from: 1), Dead(0, 9, from: 1));

        Assert.Equal((MemberState.Left, 1u), (rig.Member(0).State, rig.Member(0).Incarnation.Number));
        Assert.Empty(rig.Reports);
    }

    [Fact]
    public void What_it_says_of_itself_is_told_at_the_next_incarnation()
    {
        var rig = new NodeRig();

        rig.Announce("role=db");

        var news = Assert.Single(rig.Rumors).News;
        Assert.Equal((2u, "role=db"), (news.Incarnation.Number, news.Meta.Text));
        Assert.Throws<ArgumentOutOfRangeException>(() => rig.Announce(new string('x', 513)));
    }

    [Fact]
    public void Six_accusations_are_six_refutations()
    {
        var rig = new NodeRig();

        for (var incarnation = 1u; incarnation <= 6; incarnation++)
        {
            rig.Hear(Suspect(0, incarnation, from: 2));
        }

        Assert.Equal(7u, rig.Node.Incarnation.Number);
        Assert.Equal(6, rig.Health);
        Assert.Single(rig.Rumors);
    }

    [Fact]
    [Trait("row", "F2")]
    public void The_last_incarnation_cannot_be_refuted_and_never_wraps()
    {
        var rig = new NodeRig();

        rig.Hear(Suspect(0, uint.MaxValue - 1, from: 2));
        Assert.Equal(uint.MaxValue, rig.Node.Incarnation.Number);
        rig.ClearRumors();
        rig.Hear(Suspect(0, uint.MaxValue, from: 2));

        Assert.Equal(uint.MaxValue, rig.Node.Incarnation.Number);
        Assert.Equal(Rule.MessageRefused, rig.Reports[^1].Rule);
        Assert.Empty(rig.Rumors);
    }

    [Fact]
    public void A_membership_starts_once()
    {
        var rig = new NodeRig();

        Assert.Throws<InvalidOperationException>(() => rig.StartAgain());
    }
}
