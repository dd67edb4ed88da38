using System.Runtime.CompilerServices;

namespace GossipLab.Core.Simulation;

/// <summary>
/// When something is due, its place among what is due with it, and where the rest of it lies. The order is total: by
/// time, target, source and the source's own count; when a key was put in decides nothing.
/// </summary>
internal readonly struct EventKey(long due, int target, int source, uint ordinal, int body)
{
    /// <summary>When, in microseconds.</summary>
    public readonly long Due = due;

    /// <summary>At which node.</summary>
    public readonly int Target = target;

    /// <summary>From which node; the target itself for a timer.</summary>
    public readonly int Source = source;

    /// <summary>Counted per source.</summary>
    public readonly uint Ordinal = ordinal;

    /// <summary>A message's place among the messages, or the complement of a timer's place among the timers.</summary>
    public readonly int Body = body;

    public bool IsMessage
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Body >= 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsBefore(in EventKey other)
    {
        if (Due != other.Due)
        {
            return Due < other.Due;
        }

        if (Target != other.Target)
        {
            return Target < other.Target;
        }

        return Source != other.Source ? Source < other.Source : Ordinal < other.Ordinal;
    }
}
