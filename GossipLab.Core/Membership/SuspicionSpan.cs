using GossipLab.Core.Primitives;

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

        var cut = (Int128)(Longest - Shortest).Ticks * FixedMath.Log2((ulong)confirmations + 1)
            / FixedMath.Log2((ulong)Wanted + 1);
        var milliseconds = (Longest.Ticks - (long)cut) / TimeSpan.TicksPerMillisecond;
        var span = TimeSpan.FromMilliseconds(milliseconds);
        return span < Shortest ? Shortest : span;
    }

    // log10(n), at least 1, cut to thousandths.
    private static long Thousandths(int members) =>
        Math.Max(1000, 1000 * FixedMath.Log2((ulong)Math.Max(1, members)) / FixedMath.Log2(10));
}
