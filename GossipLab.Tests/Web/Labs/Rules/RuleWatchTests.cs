using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Checkpoints;
using GossipLab.Core.Values;
using GossipLab.Tests.TestKit;
using GossipLab.Web.Labs;
using GossipLab.Web.Labs.Rules;

namespace GossipLab.Tests.Web.Labs.Rules;

public sealed class RuleWatchTests
{
    private const string Tie = "equal-generation-equal-value";

    [Fact]
    public void A_rule_breaks_at_its_moment_and_holds_before_it()
    {
        var run = Run(3_000_000);
        run.RunWhile(Seconds(10), static () => true);

        var rule = Rule(run, Tie);

        Assert.Equal(3, rule.Break?.At.Seconds);
        Assert.False(rule.IsBrokenAt(Seconds(2.9)));
        Assert.True(rule.IsBrokenAt(Seconds(3)));
    }

    [Fact]
    public void What_broke_later_is_still_known_in_the_past()
    {
        var run = Run(3_000_000);
        run.RunWhile(Seconds(10), static () => true);

        Travel(run, 1);

        Assert.Equal(3, Rule(run, Tie).Break?.At.Seconds);
        Assert.Null(run.Rules.BrokenAt(Tie));
    }

    [Fact]
    public void A_branch_that_parts_before_the_break_has_its_own_fate()
    {
        var run = Run(3_000_000);
        run.RunWhile(Seconds(10), static () => true);
        Travel(run, 1);

        run.RunWhile(run.Post(new KillNode(new NodeId(8))), static () => true);
        run.RunWhile(Seconds(10), static () => true);

        Assert.Null(Rule(run, Tie).Break);
    }

    [Fact]
    public void A_branch_shares_what_broke_before_it_parted()
    {
        var run = Run(3_000_000);
        run.RunWhile(Seconds(10), static () => true);
        Travel(run, 5);

        run.RunWhile(run.Post(new KillNode(new NodeId(8))), static () => true);

        Assert.Equal(3, Rule(run, Tie).Break?.At.Seconds);
    }

    [Fact]
    public void All_invariants_hold_while_a_run_is_taken_to_and_fro()
    {
        var run = new LabRun(ClusterRig.Swim(16) with
        {
            Commands =
            [
                new TimedCommand(new Instant(4_000_000), new KillNode(new NodeId(3))),
                new TimedCommand(new Instant(30_000_000), new RestartNode(new NodeId(3), KeepDisk: false)),
            ],
        });
        foreach (var second in (ReadOnlySpan<double>)[50, 20, 45, 0, 31, 60, 3, 60])
        {
            Travel(run, second);
            run.RunWhile(run.Cluster.Now + TimeSpan.FromSeconds(5), static () => true);
        }

        Assert.All(run.Rules.View().Where(rule => rule.Kind == RuleKind.Safety), rule => Assert.Null(rule.Break));
    }

    [Fact]
    public void Time_stops_where_a_rule_breaks_if_asked()
    {
        var run = Run(3_000_000);
        run.Rules.StopsAtBreak = true;

        Assert.False(run.RunWhile(Seconds(10), static () => true));
        Assert.Equal(3, run.Cluster.Now.Seconds);
        run.Rules.Stopped();
        Assert.True(run.RunWhile(Seconds(10), static () => true));
    }

    [Fact]
    public void A_rule_of_ones_own_is_judged_after_every_step()
    {
        var run = Run(3_000_000);

        Assert.Null(run.Rules.Add("distinct_values < 2"));
        run.RunWhile(Seconds(10), static () => true);

        Assert.Equal(3, Rule(run, "own-1").Break?.At.Seconds);
    }

    [Fact]
    public void A_rule_without_an_answer_says_so_and_is_not_broken()
    {
        var run = Run(3_000_000);
        run.Rules.Add("rounds_to(1) < 9");
        run.RunWhile(Seconds(0.5), static () => true);

        Assert.Equal("so many nodes do not know the newest value yet", Rule(run, "own-1").Unasked);
        Assert.Null(Rule(run, "own-1").Break);
    }

    [Fact]
    public void There_is_a_most_of_ones_own_rules()
    {
        var run = Run(3_000_000);
        for (var rule = 0; rule < RuleWatch.MostCustom; rule++)
        {
            Assert.Null(run.Rules.Add("true"));
        }

        Assert.Equal("a run has at most 8 rules of your own; remove one first", run.Rules.Add("true")?.Reason);
    }

    [Fact]
    public void Large_runs_are_not_checked_and_say_so() => Assert.Equal(
        "Invariants are checked after every step in runs of up to 256 nodes; this one has 300.",
        new LabRun(ClusterRig.Calm(300)).Rules.Unwatched);

    private static RuleView Rule(LabRun run, string name) => run.Rules.View().Single(rule => rule.Name == name);

    private static Instant Seconds(double seconds) => Instant.FromMilliseconds(seconds * 1000);

    private static void Travel(LabRun run, double seconds)
    {
        run.History.BeginTravel(run.History.Lane, Destination.To(Seconds(seconds)));
        run.History.ContinueTravel(static () => true);
    }

    private static LabRun Run(long secondSet)
    {
        var calm = ClusterRig.Calm(16);
        return new LabRun(calm with
        {
            Node = calm.Node with
            {
                Value = new ValueOptions { TieBreak = TieBreak.KeepMine },
                Dissemination = calm.Node.Dissemination with { Interval = TimeSpan.FromSeconds(10) },
            },
            Commands =
            [
                new TimedCommand(new Instant(1), new SetValue(new NodeId(0), 5)),
                new TimedCommand(new Instant(secondSet), new SetValue(new NodeId(8), 7)),
            ],
        });
    }
}
