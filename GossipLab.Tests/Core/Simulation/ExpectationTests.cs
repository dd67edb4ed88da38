using GossipLab.Core.Dissemination;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Checks;
using GossipLab.Core.Values;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Simulation;

/// <summary>What newcomers expect to hold, and what breaks it.</summary>
public sealed class ExpectationTests
{
    [Fact]
    public void One_set_breaks_nothing() => Assert.All(Run(Sets((1, 0, 5))).Checks, check => Assert.Null(check.Broken));

    [Fact]
    public void Two_sets_in_one_round_give_a_generation_two_values()
    {
        var broken = Run(Sets((1, 0, 5), (2, 8, 7))).Checks[0].Broken;

        Assert.Equal("0.000 s: generation 1 is 5 (set at n0) and 7 (set at n8)", broken?.ToString());
    }

    [Fact]
    public void A_third_set_loses_the_value_that_its_client_could_not_read()
    {
        var broken = Run(Sets((1, 0, 5), (2, 8, 7), (20_000_000, 5, 9))).Checks[2].Broken;

        Assert.Contains("is held by nobody any more", broken?.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_dies_with_its_only_holder_is_lost() => Assert.StartsWith("5, set at n0 as generation 1",
        Run(Sets((1, 0, 5)) with
        {
            Commands =
            [
                new TimedCommand(new Instant(1), new SetValue(new NodeId(0), 5)),
                new TimedCommand(new Instant(2), new KillNode(new NodeId(0))),
            ],
        }).Checks[2].Broken?.Sentence, StringComparison.Ordinal);

    [Fact]
    public void A_client_that_reads_before_it_writes_loses_nothing() =>
        Assert.Null(Run(Sets((1, 0, 5), (20_000_000, 5, 9))).Checks[2].Broken);

    [Fact]
    public void A_long_pause_makes_a_running_node_believed_dead()
    {
        var scenario = ClusterRig.Swim(16) with
        {
            Commands = [new TimedCommand(new Instant(4_000_000), new PauseNode(new NodeId(3), null))],
        };

        var broken = Run(scenario).Checks[1].Broken;

        Assert.EndsWith("believes n3 dead, and n3 runs", broken?.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_crash_is_no_mistake() => Assert.Null(Run(ClusterRig.Swim(16) with
    {
        Commands = [new TimedCommand(new Instant(4_000_000), new KillNode(new NodeId(3)))],
    }).Checks[1].Broken);

    [Fact]
    public void Every_check_can_be_copied_and_has_a_name_of_its_own()
    {
        var scenario = new Scenario();
        ICheck[] all = [.. CheckedCluster.ExpectedToBreak(), .. CheckedCluster.All(scenario)];

        Assert.All(all, check => Assert.NotSame(check, check.Copy()));
        Assert.Equal(all.Length, all.Select(check => check.Name).Distinct().Count());
    }

    private static Scenario Sets(params (long At, int Node, long Value)[] sets)
    {
        var calm = ClusterRig.Calm(16, new DisseminationOptions());
        return calm with
        {
            Node = calm.Node with { Value = new ValueOptions { TieBreak = TieBreak.KeepMine } },
            Commands = [.. sets.Select(set =>
                new TimedCommand(new Instant(set.At), new SetValue(new NodeId(set.Node), set.Value)))],
        };
    }

    private static CheckedCluster Run(Scenario scenario)
    {
        var run = new CheckedCluster(scenario, [.. CheckedCluster.ExpectedToBreak()], []);
        while (run.Cluster.NextDue <= Instant.FromMilliseconds(60_000))
        {
            run.Step();
        }

        return run;
    }
}
