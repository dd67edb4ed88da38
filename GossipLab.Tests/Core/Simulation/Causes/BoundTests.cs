using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Causes;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Simulation.Causes;

/// <summary>Answers stay as small as they promise, whatever the run is like.</summary>
public sealed class BoundTests
{
    [Fact]
    public void A_record_keeps_the_latest_events_and_says_how_many_it_let_go()
    {
        var record = new RunRecord(Topic.All(), capacity: 1_000);
        var cluster = new SimulatedCluster(ScenarioLibrary.Find("hello")!.Scenario, record); // It is there.

        cluster.RunUntil(Instant.FromMilliseconds(60_000));

        Assert.InRange(record.Entries.Count, 750, 1_000);
        Assert.Equal(cluster.EventCount, record.Forgotten + record.Entries.Count);
        Assert.Equal(cluster.EventCount, record.Entries[^1].Stamp.Id);
        Assert.InRange(record.Ways.Count, 1, 1_000);
    }

    [Fact]
    public void A_graph_has_an_end_and_says_that_it_was_cut()
    {
        var lossy = ClusterRig.Swim(64, seed: 3) with
        {
            Network = ClusterRig.Fixed(20) with { Loss = Ratio.Percent(45) },
            Commands = [new(Instant.FromMilliseconds(2_000), new KillNode(new NodeId(3)))],
        };
        var widest = 0;
        for (var observer = 4; observer < 64; observer++)
        {
            var inquiry = new Inquiry(lossy, Question.OfBelief(new NodeId(observer), new NodeId(3)),
                Instant.FromMilliseconds(25_000));
            inquiry.Play(() => true);
            var graph = inquiry.Explain()!; // Everybody knows n3.
            widest = Math.Max(widest, graph.Nodes.Count);
            Assert.InRange(graph.Nodes.Count, 1, CauseGraph.MostNodes);
            Assert.All(graph.Nodes, node => Assert.InRange(node.Depth, 0, CauseGraph.MostDepth));
            Assert.Equal(graph.IsCut, graph.Nodes.Any(node => node.Form == CauseForm.More));
        }

        Assert.True(widest >= 40, $"the widest answer has {widest} nodes");
    }

    [Fact]
    public void There_are_never_more_candidates_than_are_tried()
    {
        var removals = Enumerable.Range(1, 500).Select(number => new RunChange($"if {number}")
        {
            Added = [new(new Instant(number), new SpareMessage(new NodeId(0), new NodeId(1)))],
        });

        var candidates = Candidates.Of(
            ClusterRig.Swim(4), removals, isAboutValue: false, CounterfactualSearch.MostCandidates);

        Assert.Equal(CounterfactualSearch.MostCandidates, candidates.Count);
        Assert.Equal("if 500", candidates[0].Text);
    }
}
