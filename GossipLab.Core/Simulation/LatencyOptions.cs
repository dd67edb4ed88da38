using GossipLab.Core.Primitives;

namespace GossipLab.Core.Simulation;

/// <summary>The shape of the time a message takes.</summary>
public enum LatencyKind : byte
{
    /// <summary>Always the base.</summary>
    Fixed,

    /// <summary>The base and up to the spread more, each as likely.</summary>
    Uniform,

    /// <summary>The base and an exponential wait whose mean is the spread.</summary>
    Exponential,

    /// <summary>The base and a log-normal wait whose median is the spread: a long tail.</summary>
    LogNormal,
}

/// <summary>How long a message takes from node to node.</summary>
public sealed record LatencyOptions
{
    /// <summary>No message takes longer, whatever the distribution says.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>The shape. Default uniform.</summary>
    public LatencyKind Kind { get; init; } = LatencyKind.Uniform;

    /// <summary>The least a message takes; 0 to 60 s, default 10 ms.</summary>
    public TimeSpan Base { get; init; } = TimeSpan.FromMilliseconds(10);

    /// <summary>How much more, by the shape; 0 to 60 s, default 20 ms.</summary>
    public TimeSpan Spread { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Log-normal only: the deviation of the logarithm, in hundredths; 0 to 300, default 50.</summary>
    public int SigmaPercent { get; init; } = 50;

    /// <summary>Draws one.</summary>
    /// <param name="rng">The dice.</param>
    public TimeSpan Sample(ref Rng rng)
    {
        var spread = Spread.Ticks / TimeSpan.TicksPerMicrosecond;
        var extra = Kind switch
        {
            LatencyKind.Fixed => 0,
            LatencyKind.Uniform => rng.Below(spread + 1),
            LatencyKind.Exponential => Exponential(ref rng, spread),
            _ => LogNormal(ref rng, spread),
        };
        var whole = Base + TimeSpan.FromMicroseconds(extra);
        return whole < Longest ? whole : Longest;
    }

    private static long Exponential(ref Rng rng, long mean)
    {
        // -ln(u) for u = bits / 2^40.
        var bits = (rng.Next() >> 24) + 1;
        var log2 = 40 * FixedMath.One - FixedMath.Log2(bits);
        return Scale(Scale(log2, FixedMath.Ln2), mean << 12) >> 12;
    }

    private long LogNormal(ref Rng rng, long median)
    {
        // A normal deviate as the sum of twelve uniform ones (Irwin-Hall), cut at six deviations.
        long sum = 0;
        for (var draw = 0; draw < 12; draw++)
        {
            sum += (long)(rng.Next() >> 32);
        }

        var deviate = (sum - 6 * FixedMath.One) * SigmaPercent / 100;
        var power = (long)((Int128)deviate * FixedMath.One / FixedMath.Ln2);
        return Scale(FixedMath.Exp2(Math.Clamp(power, -30 * FixedMath.One, 30 * FixedMath.One)), median);
    }

    private static long Scale(long factor, long number) => (long)((Int128)factor * number >> 32);
}
