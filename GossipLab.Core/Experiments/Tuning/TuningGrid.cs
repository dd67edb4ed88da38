using GossipLab.Core.Membership;

namespace GossipLab.Core.Experiments.Tuning;

/// <summary>Which settings are tried: first a grid around those given, then neighbours of the best on it.</summary>
internal static class TuningGrid
{
    // Shorter than this is no setting of a detector: a tick of the timers of many systems.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Probe intervals a quarter to twice as long, and suspicion multipliers around the one given.</summary>
    public static List<MembershipOptions> Around(MembershipOptions options)
    {
        var found = new List<MembershipOptions> { options };
        var multipliers = Multipliers(options.SuspicionMultiplier);
        foreach (var quarters in (int[])[1, 2, 4, 8])
        {
            foreach (var multiplier in multipliers)
            {
                Add(found, Stretched(options, quarters) with { SuspicionMultiplier = multiplier });
            }
        }

        return found;
    }

    /// <summary>Settings that differ in one other knob.</summary>
    /// <param name="best">The settings they differ from.</param>
    /// <param name="hasIndirectChecks">Whether the number of helpers may be turned.</param>
    public static List<MembershipOptions> Beside(MembershipOptions best, bool hasIndirectChecks)
    {
        var found = new List<MembershipOptions> { best };
        Add(found, best with { ProbeTimeout = best.ProbeTimeout / 2 });
        Add(found, best with { ProbeTimeout = best.ProbeTimeout * 3 / 2 });
        Add(found, best with { GossipInterval = best.GossipInterval / 2 });
        Add(found, best with { GossipInterval = best.GossipInterval * 2 });
        Add(found, best with { GossipNodes = best.GossipNodes + 2 });
        if (hasIndirectChecks)
        {
            Add(found, best with { IndirectChecks = best.IndirectChecks * 2 });
            Add(found, best with { IndirectChecks = Math.Max(1, best.IndirectChecks / 2) });
        }

        found.RemoveAt(0);
        return found;
    }

    private static int[] Multipliers(int given) =>
        [.. new[] { given - 2, given, given + 2, given + 4 }.Where(multiplier => multiplier is >= 2 and <= 32)];

    private static MembershipOptions Stretched(MembershipOptions options, int quarters) => options with
    {
        ProbeInterval = options.ProbeInterval * quarters / 4,
        ProbeTimeout = options.ProbeTimeout * quarters / 4,
    };

    private static void Add(List<MembershipOptions> found, MembershipOptions options)
    {
        if (options.ProbeTimeout >= Shortest && options.ProbeInterval <= Longest && options.GossipInterval >= Shortest
            && options.ProbeTimeout < options.ProbeInterval && options.Faults().Count == 0 && !found.Contains(options))
        {
            found.Add(options);
        }
    }
}
