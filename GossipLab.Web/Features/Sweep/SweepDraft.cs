using GossipLab.Core.Experiments;
using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Sweep;

/// <summary>A sweep as a visitor puts it together: fan-out 1 to 6 among 64 nodes, unless they change it.</summary>
public sealed class SweepDraft
{
    /// <summary>The run of the library that is turned.</summary>
    public string Scenario { get; set; } = Plain;

    /// <summary>What is turned.</summary>
    public SweepParameter First { get; set; } = SweepParameter.FanOut;

    /// <summary>Its values.</summary>
    public RangeDraft FirstRange { get; } = new();

    /// <summary>What else is turned, or null.</summary>
    public SweepParameter? Second { get; set; }

    /// <summary>Its values.</summary>
    public RangeDraft SecondRange { get; } = new() { From = 0, To = 40, Step = 10 };

    /// <summary>How many runs at each point.</summary>
    public int Seeds { get; set; } = 100;

    /// <summary>What is measured.</summary>
    public RunMetric Metric { get; set; } = RunMetric.RoundsToAll;

    /// <summary>The shortest a run lasts, in seconds of virtual time.</summary>
    public int AtLeastSeconds { get; set; }

    /// <summary>A point with a band this narrow needs no more runs; null for all runs.</summary>
    public double? NarrowEnough { get; set; }

    /// <summary>The name of the run that is in no library: 64 nodes in lock step, one write.</summary>
    public const string Plain = "push-64";

    /// <summary>The plan, or null with what is wrong.</summary>
    public SweepPlan? Plan(out string? fault)
    {
        fault = null;
        if (FirstRange.Values() is not { } first)
        {
            fault = UiText.Sweep.Range(UiText.Compare.Parameter(First));
            return null;
        }

        var second = Second is null ? [] : SecondRange.Values();
        if (second is null)
        {
            fault = UiText.Sweep.Range(UiText.Sweep.Second);
            return null;
        }

        var plan = new SweepPlan
        {
            Scenario = ScenarioLibrary.Find(Scenario)?.Scenario ?? PlainScenario(),
            X = new SweepAxis(First, first),
            Y = Second is { } parameter ? new SweepAxis(parameter, second) : null,
            Seeds = Seeds,
            Metric = Metric,
            AtLeast = TimeSpan.FromSeconds(Math.Clamp(AtLeastSeconds, -1, 100_000)),
            NarrowEnough = NarrowEnough,
        };
        fault = plan.FindFault();
        return fault is null ? plan : null;
    }

    // Push in lock step with hardly any latency: what the tables of the papers assume.
    private static Scenario PlainScenario()
    {
        var options = new Core.Nodes.GossipNodeOptions();
        return new Scenario
        {
            Name = Plain,
            Nodes = 64,
            Node = options with
            {
                Dissemination = options.Dissemination with { Phase = Core.Dissemination.TickPhase.LockStep },
            },
            Network = new NetworkOptions
            {
                Latency = new LatencyOptions { Kind = LatencyKind.Fixed, Base = TimeSpan.FromMilliseconds(1) },
            },
            Commands = [new TimedCommand(new Instant(1), new SetValue(new Core.Protocol.NodeId(0), 7))],
        };
    }
}
