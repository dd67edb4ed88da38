namespace GossipLab.Core.Membership;

/// <summary>
/// How long a suspicion lasts, by how many others confirm it: it falls from the longest to the shortest with the
/// logarithm of their number (Lifeguard, LHA-Suspicion; memberlist's suspicion.go).
/// </summary>
/// <param name="Shortest">With all the confirmations that are wanted.</param>
/// <param name="Longest">With none.</param>
/// <param name="Wanted">How many confirmations are wanted; 0 or less means that it lasts the shortest time.</param>
internal readonly record struct SuspicionSpan(TimeSpan Shortest, TimeSpan Longest, int Wanted)
{
    // Logarithms may differ in their last bit from machine to machine; before cutting, a nanosecond is added.
    private const double MillisecondsAdded = 1e-6;

    /// <summary>The span for a cluster.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="members">How many members are known.</param>
    public static SuspicionSpan For(MembershipOptions options, int members)
    {
        var shortest = new TimeSpan(
            options.SuspicionMultiplier * Thousandths(members) * options.ProbeInterval.Ticks / 1000);
        var wanted = options.SuspicionMultiplier - 2;
        if (members - 2 < wanted || !options.DynamicSuspicion)
        {
            wanted = 0;
        }

        var longest = new TimeSpan(shortest.Ticks * options.SuspicionMaxMultiplier);
        return new SuspicionSpan(shortest, longest, Math.Max(0, wanted));
    }

    /// <summary>How long it lasts, from its start.</summary>
    /// <param name="confirmations">How many others confirm it.</param>
    public TimeSpan After(int confirmations)
    {
        if (Wanted < 1)
        {
            return Shortest;
        }

        var share = Math.Log(confirmations + 1) / Math.Log(Wanted + 1);
        var milliseconds = Longest.TotalMilliseconds - share * (Longest - Shortest).TotalMilliseconds;
        var span = TimeSpan.FromMilliseconds((long)Math.Floor(milliseconds + MillisecondsAdded));
        return span < Shortest ? Shortest : span;
    }

    // log10(n), at least 1, cut to thousandths.
    private static long Thousandths(int members) =>
        Math.Max(1000, (long)Math.Floor(1000 * Math.Log10(Math.Max(1, members)) + 1e-9));
}
