using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Checkpoints;
using GossipLab.Tests.TestKit;
using GossipLab.Web.Features.Matrix;
using GossipLab.Web.Labs;

namespace GossipLab.Tests.Web.Labs;

/// <summary>The disagreement index kept change by change is the one counted from head to foot.</summary>
public sealed class DisagreementTests
{
    [Fact]
    public void It_is_what_the_matrix_counts_in_random_scenarios_and_after_jumps()
    {
        var differing = 0;
        for (ulong number = 0; number < 60; number++)
        {
            var scenario = RandomScenarios.Of(number);
            var index = new Disagreement(scenario.Nodes);
            var history = new RunHistory(scenario, [index]);
            foreach (var second in (int[])[1, 4, 9, 16, 25, 36, 12, 30])
            {
                GoTo(history, Instant.FromMilliseconds(second * 1000));
                var counted = scenario.Node.MembershipKind == MembershipKind.Static ? 0
                    : GridBuilder.Build(
                        ClusterObservations.Of(history.Cluster), MatrixTopic.Membership, MatrixOrder.Number)
                        .Disagreement;
                Assert.True(Math.Abs(counted - index.Now) < 1e-12,
                    $"{scenario.Name} at {second} s: {counted} counted, {index.Now} kept");
                differing += counted > 0 ? 1 : 0;
            }
        }

        Assert.True(differing > 60, $"{differing} moments with differing views");
    }

    [Fact]
    public void Points_are_bounded_and_keep_the_whole_span()
    {
        var points = new SharePoints();
        for (var place = 0; place < 100_000; place++)
        {
            points.Add(new SharePoint(new Instant(place), place % 2));
        }

        Assert.InRange(points.Count, 1, SharePoints.Most + 1);
        Assert.Equal(Instant.Zero, points.Take(100)[0].At);
        Assert.True(points.Take(100)[^1].At > new Instant(90_000));
        Assert.InRange(points.Take(100).Count, 1, 100);
    }

    [Fact]
    public void A_cluster_too_large_has_none()
    {
        var index = new Disagreement(Disagreement.MostNodes + 1);
        var cluster = new SimulatedCluster(ClusterRig.Swim(2), index);

        cluster.Step();
        index.OnStep(cluster);

        Assert.Empty(index.Points(Instant.Zero, 10));
    }

    private static void GoTo(RunHistory history, Instant moment)
    {
        if (moment < history.Cluster.Now)
        {
            history.Travel(history.Lane, Destination.To(moment));
            return;
        }

        while (history.Cluster.NextDue <= moment)
        {
            history.Step();
        }

        history.RunUntil(moment);
    }
}
