using GossipLab.Core.Dissemination;
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
    public int Least => Parameter == SweepParameter.LossPercent ? 0 : 1;

    /// <summary>The greatest value the parameter may have.</summary>
    public int Greatest => Parameter switch
    {
        SweepParameter.Nodes => Scenario.MaxNodes,
        SweepParameter.FanOut => DisseminationOptions.MaxFanOut,
        SweepParameter.LossPercent => 100,
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
        var value = Values[index];
        var spread = scenario.Node.Dissemination;
        return Parameter switch
        {
            SweepParameter.Nodes => scenario with { Nodes = value },
            SweepParameter.FanOut => WithSpread(scenario, spread with { FanOut = value }),
            SweepParameter.LossPercent =>
                scenario with { Network = scenario.Network with { Loss = Ratio.Percent((uint)value) } },
            _ => WithSpread(scenario, spread with { Interval = TimeSpan.FromMilliseconds(value) }),
        };
    }

    private static Scenario WithSpread(Scenario scenario, DisseminationOptions spread) =>
        scenario with { Node = scenario.Node with { Dissemination = spread } };
}
