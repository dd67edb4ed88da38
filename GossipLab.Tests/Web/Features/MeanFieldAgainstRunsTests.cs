using GossipLab.Core.Dissemination;
using GossipLab.Core.Experiments.Models;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Tests.Web.Features;

/// <summary>The line labelled «model» is held against runs of the engine.</summary>
public sealed class MeanFieldAgainstRunsTests
{
    private const int Nodes = 256;
    private const int Runs = 40;

    [Theory]
    [InlineData(TickPhase.LockStep, 0)]
    [InlineData(TickPhase.Random, 0)]
    [InlineData(TickPhase.Random, 25)]
    public void Half_of_the_nodes_know_about_when_the_model_says(TickPhase phase, int lossPercent)
    {
        var options = new DisseminationOptions { Phase = phase };
        var network = new NetworkOptions { Loss = Ratio.Percent((uint)lossPercent) };

        var measured = Enumerable.Range(1, Runs).Average(seed => SecondsToHalf(options, network, (ulong)seed));
        var model = MeanField.Curve(
            Nodes, options, (network.Loss.Value, MeanField.MeanSeconds(network.Latency)), start: 0);

        // A mean-field model starts later than most runs do, by luck at the few first nodes: up to one interval.
        var expected = model.First(point => point.Informed >= Nodes / 2.0).Second;
        Assert.InRange(measured, expected - 2, expected + 2);
    }

    private static double SecondsToHalf(DisseminationOptions options, NetworkOptions network, ulong seed)
    {
        var cluster = new SimulatedCluster(new Scenario
        {
            Nodes = Nodes,
            Seed = seed,
            Node = new GossipNodeOptions { Dissemination = options },
            Network = network,
            Commands = [new TimedCommand(Instant.Zero, new SetValue(new NodeId(0), 7))],
        });
        do
        {
            cluster.Step();
        }
        while (cluster.Census.Newest == Generation.Zero || cluster.Census.Informed < Nodes / 2);
        return cluster.Now.Seconds;
    }
}
