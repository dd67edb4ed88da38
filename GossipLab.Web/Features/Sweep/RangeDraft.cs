using GossipLab.Core.Experiments;

namespace GossipLab.Web.Features.Sweep;

/// <summary>A range of values as a visitor gives it.</summary>
public sealed class RangeDraft
{
    /// <summary>The first value.</summary>
    public int From { get; set; } = 1;

    /// <summary>The last value, if a step meets it.</summary>
    public int To { get; set; } = 6;

    /// <summary>How far it is from value to value.</summary>
    public int Step { get; set; } = 1;

    /// <summary>Its values; null where the range is none.</summary>
    public IReadOnlyList<int>? Values()
    {
        if (Step < 1 || From > To)
        {
            return null;
        }

        // One more than there may be, so that the axis says what is wrong and nobody counts to a billion.
        var count = (int)Math.Min(((long)To - From) / Step + 1, SweepAxis.MaxValues + 1);
        return [.. Enumerable.Range(0, count).Select(index => From + index * Step)];
    }
}
