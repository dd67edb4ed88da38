using GossipLab.Core.Dissemination;
using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;

namespace GossipLab.Core.Experiments;

/// <summary>One parameter and the values it takes, one after the other.</summary>
/// <param name="Parameter">What is turned.</param>
/// <param name="Values">1 to 41 values, rising.</param>
public sealed record SweepAxis(SweepParameter Parameter, IReadOnlyList<int> Values)
{
    /// <summary>The most values of an axis.</summary>
    public const int MaxValues = 41;

    /// <summary>The least value the parameter may have.</summary>
    public int Least => Parameter switch
    {
        SweepParameter.LossPercent or SweepParameter.LatencyMilliseconds => 0,
        SweepParameter.IndirectChecks or SweepParameter.GossipNodes => 0,
        SweepParameter.IntervalMilliseconds => 10,
        _ => 1,
    };

    /// <summary>The greatest value the parameter may have.</summary>
    public int Greatest => Parameter switch
    {
        SweepParameter.Nodes => Scenario.MaxNodes,
        SweepParameter.FanOut or SweepParameter.IndirectChecks or SweepParameter.GossipNodes => 16,
        SweepParameter.LossPercent => 100,
        SweepParameter.LatencyMilliseconds => 60_000,
        SweepParameter.SuspicionMultiplier or SweepParameter.SuspicionMaxMultiplier => 32,
        SweepParameter.RetransmitMultiplier => 32,
        _ => 3_600_000,
    };

    /// <summary>What is wrong with the axis, in words that name the field and its range; null if nothing is.</summary>
    public string? FindFault()
    {
        if (Values.Count is 0 or > MaxValues)
        {
            return $"{Parameter}: give 1 to {MaxValues} values, not {Values.Count}";
        }

        for (var index = 0; index < Values.Count; index++)
        {
            if (Values[index] < Least || Values[index] > Greatest)
            {
                return $"{Parameter}: {Values[index]} is not within {Least} to {Greatest}";
            }

            if (index > 0 && Values[index] <= Values[index - 1])
            {
                return $"{Parameter}: the values must rise, and {Values[index]} follows {Values[index - 1]}";
            }
        }

        return null;
    }

    /// <summary>The scenario with one of the values.</summary>
    /// <param name="scenario">The scenario that is turned.</param>
    /// <param name="index">Which value; 0 for the first.</param>
    public Scenario Apply(Scenario scenario, int index)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var value = Values[index];
        var (spread, network) = (scenario.Node.Dissemination, scenario.Network);
        var span = TimeSpan.FromMilliseconds(value);
        return Parameter switch
        {
            SweepParameter.Nodes => scenario with { Nodes = value },
            SweepParameter.FanOut => WithSpread(scenario, spread with { FanOut = value }),
            SweepParameter.LossPercent =>
                scenario with { Network = network with { Loss = Ratio.Percent((uint)value) } },
            SweepParameter.IntervalMilliseconds => WithSpread(scenario, spread with { Interval = span }),
            SweepParameter.LatencyMilliseconds =>
                scenario with { Network = network with { Latency = network.Latency with { Base = span } } },
            _ => scenario with { Node = scenario.Node with { Membership = Turn(scenario.Node.Membership, value) } },
        };
    }

    private MembershipOptions Turn(MembershipOptions options, int value) => Parameter switch
    {
        SweepParameter.ProbeIntervalMilliseconds =>
            options with { ProbeInterval = TimeSpan.FromMilliseconds(value) },
        SweepParameter.ProbeTimeoutMilliseconds => options with { ProbeTimeout = TimeSpan.FromMilliseconds(value) },
        SweepParameter.IndirectChecks => options with { IndirectChecks = value },
        SweepParameter.SuspicionMultiplier => options with { SuspicionMultiplier = value },
        SweepParameter.SuspicionMaxMultiplier => options with { SuspicionMaxMultiplier = value },
        SweepParameter.RetransmitMultiplier => options with { RetransmitMultiplier = value },
        SweepParameter.GossipNodes => options with { GossipNodes = value },
        _ => options with { GossipInterval = TimeSpan.FromMilliseconds(value) },
    };

    private static Scenario WithSpread(Scenario scenario, DisseminationOptions spread) =>
        scenario with { Node = scenario.Node with { Dissemination = spread } };
}
