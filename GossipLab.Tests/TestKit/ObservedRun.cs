using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;
using GossipLab.Web.Expressions;

namespace GossipLab.Tests.TestKit;

/// <summary>A run and what expressions say about it.</summary>
internal sealed class ObservedRun
{
    private readonly Evaluator _evaluator = new();
    private readonly RunChronicle _chronicle = new();
    private readonly RunObservations _observations;

    public ObservedRun(Scenario scenario)
    {
        SimulatedCluster? cluster = null;
        var beliefs = new BeliefCensus(id => cluster!.Condition(id).IsUp);
        cluster = new SimulatedCluster(scenario, beliefs, _chronicle);
        Cluster = cluster;
        _observations = new RunObservations(() => cluster, beliefs, _chronicle);
    }

    public SimulatedCluster Cluster { get; }

    public static Expression Parse(string text)
    {
        Assert.Null(Expression.Parse(text, null, out var expression));
        return expression!;
    }

    public void RunUntil(double seconds)
    {
        var end = Instant.FromMilliseconds(seconds * 1000);
        while (Cluster.NextDue <= end)
        {
            Cluster.Step();
            _chronicle.OnStep(Cluster);
        }

        Cluster.RunUntil(end);
    }

    public Term Answer(string text) => _evaluator.Answer(Parse(text), _observations);

    public double Number(string text) => Answer(text).Number;

    public bool IsTrue(string text) => _evaluator.IsTrue(Parse(text), _observations);
}
