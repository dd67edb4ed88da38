using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.Labs;

namespace GossipLab.Tests.Web.Labs;

/// <summary>The step to the chosen node's next probe (SWIM §4.1), also where it will never probe.</summary>
public sealed class PeriodStepTests
{
    private static readonly NodeId N3 = new(3);

    public static TheoryData<string, GossipNodeOptions, ClusterCommand?> Silent => new()
    {
        { "down", GossipNodeOptions.Swim, new KillNode(N3) },
        { "paused", GossipNodeOptions.Swim, new PauseNode(N3, null) },
        { "static membership", new GossipNodeOptions(), null },
    };

    [Fact]
    public void A_period_ends_with_the_next_probe_of_the_node()
    {
        var run = RunOf(GossipNodeOptions.Swim, null);

        Step(run);

        Assert.Equal(1, run.History.ProbesOf(N3));
        Assert.InRange(run.Cluster.Now.Seconds, 0.001, 1);
    }

    [Theory]
    [MemberData(nameof(Silent))]
    public void A_period_of_a_node_that_does_not_probe_is_one_period_long(
        string why, GossipNodeOptions options, ClusterCommand? command)
    {
        var run = RunOf(options, command);
        run.RunWhile(new Instant(5_000), static () => true);

        Step(run);

        Assert.True(run.Cluster.Now == new Instant(1_005_000), $"{why}: stands at {run.Cluster.Now}");
    }

    private static LabRun RunOf(GossipNodeOptions options, ClusterCommand? command) => new(new Scenario
    {
        Nodes = 8,
        Seed = 7,
        Node = options,
        Commands = command is null ? [] : [new TimedCommand(new Instant(1_000), command)],
    });

    private static void Step(LabRun run)
    {
        var player = new LabPlayer(run, new LabStart { IsPlaying = false });
        player.Step(StepKind.Period, N3);
        for (var tick = 0; tick < 1_000 && player.IsSeeking; tick++)
        {
            player.Pass(LabPump.Tick);
        }
    }
}
