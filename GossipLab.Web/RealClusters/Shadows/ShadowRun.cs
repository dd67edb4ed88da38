using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Web.RealClusters.Shadows;

/// <summary>One simulated run: when the count of those who know changed.</summary>
public sealed class ShadowRun
{
    private const int StepsBetweenLooks = 512;

    private readonly List<(TimeSpan After, int Count)> _steps = [];

    private ShadowRun()
    {
    }

    /// <summary>When all knew, counted from the question's moment; null when the time was up before.</summary>
    public TimeSpan? DoneAfter { get; private set; }

    /// <summary>Runs one seed.</summary>
    /// <exception cref="OperationCanceledException">It is no longer wanted.</exception>
    public static ShadowRun Of(ShadowQuestion question, ulong seed, CancellationToken cancel)
    {
        SimulatedCluster? cluster = null;
        var beliefs = new BeliefCensus(id => cluster!.Condition(id).IsUp); // Asked only once the cluster stands.
        cluster = new SimulatedCluster(question.Scenario with { Seed = seed }, beliefs);
        cluster.RunUntil(question.Start - TimeSpan.FromMicroseconds(1));
        var run = new ShadowRun();
        var end = question.Start + question.Longest;
        for (var step = 1; cluster.NextDue <= end && run.DoneAfter is null; step++)
        {
            if (step % StepsBetweenLooks == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            cluster.Step();
            var count = question.Victim is { } victim ? beliefs.Burying(victim) : Informed(cluster);
            run.Note(cluster.Now - question.Start, count, question.Knowers);
        }

        return run;
    }

    /// <summary>How many knew after a time.</summary>
    public int CountAfter(TimeSpan span)
    {
        var count = 0;
        foreach (var (after, now) in _steps)
        {
            if (after > span)
            {
                break;
            }

            count = now;
        }

        return count;
    }

    private static int Informed(SimulatedCluster cluster) =>
        cluster.Census.Newest == Generation.Zero ? 0 : cluster.Census.Informed;

    private void Note(TimeSpan after, int count, int knowers)
    {
        if (count != (_steps.Count == 0 ? 0 : _steps[^1].Count))
        {
            _steps.Add((after, count));
        }

        if (count >= knowers)
        {
            DoneAfter = after;
        }
    }
}
