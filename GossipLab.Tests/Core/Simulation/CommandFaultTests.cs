using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Simulation;

/// <summary>What people read when a command cannot be carried out.</summary>
public sealed class CommandFaultTests
{
    private static readonly NodeId N0 = new(0);
    private static readonly NodeId N1 = new(1);
    private static readonly NodeId Nobody = new(9);
    private static readonly TimeSpan TooLong = TimeSpan.FromDays(2);

    public static TheoryData<ClusterCommand, string> AtAnyTime => new()
    {
        { new SetValue(Nobody, 1), "there is no node 9: nodes are n0 to n3" },
        { new KillNode(NodeId.None), "there is no node -1: nodes are n0 to n3" },
        { new RestartNode(Nobody, true), "there is no node 9: nodes are n0 to n3" },
        { new PauseNode(Nobody, null), "there is no node 9: nodes are n0 to n3" },
        { new PauseNode(N0, TooLong), "duration is 172800000 ms, not 1 to 86400000 ms" },
        { new PauseNode(N0, TimeSpan.Zero), "duration is 0 ms, not 1 to 86400000 ms" },
        { new ResumeNode(Nobody), "there is no node 9: nodes are n0 to n3" },
        { new SlowNode(N0, TooLong), "delay is 172800000 ms, not 0 to 60000 ms" },
        { new SlowNode(N0, -TooLong), "delay is -172800000 ms, not 0 to 60000 ms" },
        { new LeaveNode(Nobody), "there is no node 9: nodes are n0 to n3" },
        { new AddNode(Nobody), "there is no node 9: nodes are n0 to n3" },
        { new BuildWall("w", []), "one side of a wall has 1 to 3 of 4 nodes, not 0" },
        { new BuildWall("w", [N0, N1, new(2), new(3)]), "one side of a wall has 1 to 3 of 4 nodes, not 4" },
        { new BuildWall("w", [Nobody]), "there is no node 9: nodes are n0 to n3" },
        { new BuildWall("", [N0]), "a wall's name has 1 to 40 plain characters" },
        { new BuildWall("two\nlines", [N0]), "a wall's name has 1 to 40 plain characters" },
        { new RemoveWall(new string('w', 41)), "a wall's name has 1 to 40 plain characters" },
        { new CutLink(N0, N0, true), "a link needs two nodes, both are n0" },
        { new CutLink(N0, Nobody, true), "there is no node 9: nodes are n0 to n3" },
        { new SetLink(N0, N1, true, null, TooLong), "extra latency is 172800000 ms, not 0 to 60000 ms" },
        { new SetNodeLoss(Nobody, Ratio.One), "there is no node 9: nodes are n0 to n3" },
        {
            new SetNetwork(null, new LatencyOptions { Base = TooLong }),
            "latency.baseMs: 172800000 ms is not in 0 to 60000 ms"
        },
        { new DropMessage(0), "there is no message 0" },
        { new HoldMessage(-1), "there is no message -1" },
        { new DeliverMessage(0), "there is no message 0" },
        { new DuplicateMessage(0), "there is no message 0" },
        { new SpareMessage(N0, N0), "a link needs two nodes, both are n0" },
    };

    public static TheoryData<ClusterCommand, string> WithN0DownAndN1Paused => new()
    {
        { new SetValue(N0, 1), "n0 is not running" },
        { new KillNode(N0), "n0 is not running" },
        { new RestartNode(N1, true), "n1 is running already" },
        { new PauseNode(N0, null), "n0 is not running" },
        { new PauseNode(N1, null), "n1 is paused already" },
        { new ResumeNode(N0), "n0 is not running" },
        { new ResumeNode(new(2)), "n2 is not paused" },
        { new SetValue(N1, 1), "n1 is paused" },
        { new LeaveNode(N1), "n1 is paused" },
        { new LeaveNode(N0), "n0 is not running" },
        { new LeaveNode(new(3)), "n3 is leaving already" },
        { new AddNode(N0), "n0 is not running" },
        { new RemoveWall("w"), "there is no wall w" },
        { new DropMessage(1), "message 1 is not in flight any more" },
        { new HoldMessage(1), "message 1 is not in flight any more" },
        { new DeliverMessage(1), "message 1 is not in flight any more" },
        { new DuplicateMessage(99), "message 99 is not in flight any more" },
    };

    [Theory]
    [MemberData(nameof(AtAnyTime))]
    public void What_can_never_be_done_is_said_in_words(ClusterCommand command, string words)
    {
        Assert.Equal(words, new ClusterRig(ClusterRig.Calm(4)).Cluster.FaultOf(command));
    }

    [Theory]
    [MemberData(nameof(WithN0DownAndN1Paused))]
    public void What_cannot_be_done_now_is_said_in_words(ClusterCommand command, string words)
    {
        var rig = new ClusterRig(ClusterRig.Calm(4));
        rig.Post(new SetValue(N0, 1)).RunUntil(1.5);
        rig.Post(new KillNode(N0), new PauseNode(N1, null), new LeaveNode(new(3)));

        Assert.Equal(words, rig.Cluster.FaultOf(command));
    }

    [Fact]
    public void A_seventeenth_wall_is_one_too_many_and_one_of_an_equal_name_is_not()
    {
        var rig = new ClusterRig(ClusterRig.Calm(4));
        for (var wall = 0; wall < 16; wall++)
        {
            rig.Post(new BuildWall($"w{wall}", [N0]));
        }

        Assert.Equal("at most 16 walls stand at once", rig.Cluster.FaultOf(new BuildWall("w16", [N1])));
        Assert.Null(rig.Cluster.FaultOf(new BuildWall("w3", [N1])));
    }

    [Fact]
    public void What_can_be_done_has_no_fault()
    {
        var cluster = new ClusterRig(ClusterRig.Calm(4)).Cluster;

        Assert.Null(cluster.FaultOf(new SetValue(N0, long.MinValue)));
        Assert.Null(cluster.FaultOf(new PauseNode(N0, TimeSpan.FromHours(24))));
        Assert.Null(cluster.FaultOf(new SetNetwork(Ratio.One, new LatencyOptions())));
        Assert.Null(cluster.FaultOf(new HealNetwork()));
    }
}
