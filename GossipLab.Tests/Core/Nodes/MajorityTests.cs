using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Values;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Nodes;

/// <summary>
/// A set that asks a majority first (Attiya, Bar-Noy, Dolev 1995, first phase): consistency before availability.
/// </summary>
public sealed class MajorityTests
{
    [Fact]
    public void A_set_is_carried_out_once_a_majority_has_answered()
    {
        var rig = Rig().Post(new SetValue(new NodeId(2), 7)).RunFor(1);

        Assert.Equal(5, Assert.Single(rig.Reported(Rule.ValueQuorumAsked)).What.Number);
        Assert.Single(rig.Reported(Rule.ValueSet));
        Assert.Empty(rig.Reported(Rule.ValueQuorumMissed));
        Assert.Equal(7, rig.Cluster.Node(new NodeId(2)).Store.Current.Value);
    }

    [Fact]
    public void The_smaller_side_of_a_split_refuses_and_the_larger_does_not()
    {
        var rig = Rig().Post(
            new BuildWall("wall", [.. Enumerable.Range(0, 4).Select(index => new NodeId(index))]),
            new SetValue(new NodeId(2), 7), new SetValue(new NodeId(6), 9)).RunFor(20);

        Assert.Equal(new NodeId(2), Assert.Single(rig.Reported(Rule.ValueQuorumMissed)).Stamp.Node);
        Assert.Equal(new NodeId(6), Assert.Single(rig.Reported(Rule.ValueSet)).Stamp.Node);
        Assert.Equal([42, 42, 42, 42, 9, 9, 9, 9, 9], rig.Values);
    }

    [Fact]
    public void A_second_set_is_refused_while_one_waits()
    {
        var rig = Rig().Post(new SetValue(new NodeId(2), 7), new SetValue(new NodeId(2), 8)).RunFor(1);

        Assert.Single(rig.Reported(Rule.ValueSetRefused));
        Assert.Equal(7, rig.Cluster.Node(new NodeId(2)).Store.Current.Value);
    }

    /// <summary>The answers bring the newest generation, so that a stale writer does not write below it.</summary>
    [Fact]
    public void A_writer_that_missed_a_set_writes_above_it()
    {
        var rig = Rig().Post(new BuildWall("wall", [new NodeId(2)]), new SetValue(new NodeId(6), 9)).RunFor(20);

        rig.Post(new RemoveWall("wall"), new SetValue(new NodeId(2), 7)).RunFor(20);

        Assert.All(rig.Values, value => Assert.Equal(7, value));
    }

    [Fact]
    public void Alone_a_node_is_its_own_majority()
    {
        var rig = new ClusterRig(Scenario(1)).Post(new SetValue(new NodeId(0), 7));

        Assert.Equal([7], rig.Values);
    }

    private static ClusterRig Rig() => new(Scenario(9));

    private static Scenario Scenario(int nodes) => ClusterRig.Calm(nodes) with
    {
        Node = new GossipNodeOptions { Value = new ValueOptions { NeedsMajority = true } },
    };
}
