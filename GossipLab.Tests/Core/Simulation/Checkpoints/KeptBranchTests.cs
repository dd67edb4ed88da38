using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Checkpoints;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Simulation.Checkpoints;

/// <summary>Branches travel in the scenario file: opened again, the run has them where it had them.</summary>
public sealed class KeptBranchTests
{
    private static readonly Scenario Start = ClusterRig.Swim(8);

    [Fact]
    public void A_file_brings_back_every_branch_when_the_run_comes_to_where_it_parts()
    {
        var first = WithBranches();
        var again = new RunHistory(Reread(first.ToScenario()), []);

        Assert.Equal(3, again.BranchesAhead);
        again.RunUntil(Instant.FromMilliseconds(20_000));

        Assert.Equal(["main", "kill n1", "kill n3"], again.Lanes.Select(lane => lane.Name));
        again.Travel(again.Lanes[1], Destination.To(Instant.FromMilliseconds(20_000)));
        Assert.Equal(["main", "kill n1", "kill n3", "kill n2 too"], again.Lanes.Select(lane => lane.Name));
        Assert.Equal(again.Lanes[1], again.Lanes[3].Parent);
        foreach (var lane in first.Lanes)
        {
            var same = again.Lanes.Single(other => other.Name == lane.Name);
            Assert.Equal(ScenarioJson.Write(first.ScenarioOf(lane)), ScenarioJson.Write(again.ScenarioOf(same)));
            Assert.Equal(lane.ForkedAt, same.ForkedAt);
        }
    }

    [Fact]
    public void What_was_not_reached_yet_is_kept_as_well()
    {
        var scenario = WithBranches().ToScenario();
        var again = new RunHistory(scenario, []);
        again.RunUntil(Instant.FromMilliseconds(5_500));

        Assert.Equal(2, again.BranchesAhead);
        var kept = again.ToScenario();
        var third = new RunHistory(Reread(kept), []);
        third.RunUntil(Instant.FromMilliseconds(20_000));
        third.Travel(third.Lanes[1], Destination.To(Instant.FromMilliseconds(20_000)));

        Assert.Equal(4, third.Lanes.Count);
    }

    [Fact]
    public void What_is_done_before_a_branch_that_waits_opens_another_lane_and_changes_nothing_of_it()
    {
        var again = new RunHistory(WithBranches().ToScenario(), []);
        again.RunUntil(Instant.FromMilliseconds(1_000));

        Assert.False(again.CanGoOn);
        again.Post(new KillNode(new NodeId(7)), "kill n7");

        Assert.Equal("kill n7", again.Lane.Name);
        Assert.Empty(again.Lanes[0].Commands);
    }

    [Fact]
    public void A_branch_of_a_deleted_branch_parts_from_what_is_left_and_goes_as_before()
    {
        var again = new RunHistory(WithBranches().ToScenario(), []);
        again.RunUntil(Instant.FromMilliseconds(6_000));

        again.Delete(again.Lanes[1]);

        var orphan = again.Lanes.Single(lane => lane.Name == "kill n2 too");
        Assert.Equal(again.Lanes[0], orphan.Parent);
        Assert.Equal(
            [new KillNode(new NodeId(1)), new KillNode(new NodeId(2))], orphan.Commands.Select(one => one.Command));
    }

    [Theory]
    [InlineData(
        """{ "name": "a", "parent": 1, "forkedAtMs": 5, "commands": [] }""",
        "$.branches[0].parent: 1 is not in 0 to 0")]
    [InlineData(
        """{ "name": "", "parent": 0, "forkedAtMs": 5, "commands": [] }""",
        "$.branches[0].name: a name has 1 to 60")]
    [InlineData(
        """{ "name": "a", "parent": 0, "forkedAtMs": 5, "commands": [{ "atMs": 5, "do": "kill-node", "node": 1 }] }""",
        "$.branches[0].commands[0].atMs: is not after the moment")]
    [InlineData(
        """{ "name": "a", "parent": 0, "forkedAtMs": 5, "commands": [{ "atMs": 6, "do": "kill-node", "node": 99 }] }""",
        "$.branches[0].commands[0].node")]
    [InlineData("""{ "name": "a", "parent": 0, "commands": [] }""", "$.branches[0].forkedAtMs")]
    public void A_branch_with_a_fault_is_refused_with_its_place(string branch, string fault)
    {
        Assert.False(ScenarioJson.TryRead($$"""{ "gossiplab": 1, "branches": [{{branch}}] }""", out _, out var faults));
        Assert.StartsWith(fault, faults[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_at_most_31_branches()
    {
        var one = """{ "name": "a", "parent": 0, "forkedAtMs": 5, "commands": [] }""";
        var file = $$"""{ "gossiplab": 1, "branches": [{{string.Join(',', Enumerable.Repeat(one, 32))}}] }""";

        Assert.False(ScenarioJson.TryRead(file, out _, out var faults));
        Assert.Equal("$.branches: at most 31 branches", faults[0].ToString());
    }

    // Two branches of the run itself, and one of the first of them.
    private static RunHistory WithBranches()
    {
        var history = new RunHistory(Start, []);
        history.RunUntil(Instant.FromMilliseconds(12_000));
        Branch(history, history.Lanes[0], 5_000, "kill n1", 1);
        history.RunUntil(Instant.FromMilliseconds(12_000));
        Branch(history, history.Lanes[0], 9_000, "kill n3", 3);
        Branch(history, history.Lanes[1], 8_000, "kill n2 too", 2);
        return history;
    }

    private static void Branch(RunHistory history, Lane from, long at, string name, int victim)
    {
        history.Travel(from, Destination.To(Instant.FromMilliseconds(at)));
        history.Post(new KillNode(new NodeId(victim)), name);
    }

    private static Scenario Reread(Scenario scenario)
    {
        Assert.True(ScenarioJson.TryRead(ScenarioJson.Write(scenario), out var read, out var faults),
            string.Join('\n', faults));
        return read;
    }
}
