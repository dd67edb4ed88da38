using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <summary>
/// The timers of one kind that all take the same time. Time never goes back, so they come due in the order in which
/// they were asked for: a ring is enough. The lane also knows which nodes do not heed them now.
/// </summary>
/// <param name="kind">What for.</param>
/// <param name="delay">How long they take.</param>
/// <param name="isPeriodic">Whether each asks for itself again when it fires.</param>
internal sealed class TimerLane(TimerKind kind, TimeSpan delay, bool isPeriodic)
{
    private const int WordBits = 6;

    private LaneTimer[] _ring = new LaneTimer[64];
    private ulong[] _unheeded = new ulong[1];
    private int _first;

    public TimerKind Kind { get; } = kind;

    public TimeSpan Delay { get; } = delay;

    /// <summary>The same in microseconds.</summary>
    public long Interval { get; } = delay.Ticks / TimeSpan.TicksPerMicrosecond;

    public bool IsPeriodic { get; } = isPeriodic;

    public int Count { get; private set; }

    /// <summary>The first; there is one.</summary>
    public ref LaneTimer First => ref _ring[_first];

    /// <summary>One of those after the first; where there are fewer, an old one.</summary>
    public ref readonly LaneTimer Ahead(int places) => ref _ring[(_first + places) & (_ring.Length - 1)];

    /// <summary>When the last is due; before everything where there is none.</summary>
    public long LastDue => Count == 0 ? long.MinValue : Last.Due;

    private ref LaneTimer Last => ref _ring[(_first + Count - 1) & (_ring.Length - 1)];

    /// <summary>Puts one behind the others.</summary>
    /// <returns>Whether it belongs there: not where it would come before the last.</returns>
    public bool TryAdd(in LaneTimer timer)
    {
        if (Count > 0 && timer.IsBefore(Last))
        {
            return false;
        }

        AddLast() = timer;
        return true;
    }

    /// <summary>Makes a place behind the others for one that is due after them all.</summary>
    /// <returns>What the caller fills.</returns>
    public ref LaneTimer AddLast()
    {
        if (Count == _ring.Length)
        {
            Grow();
        }

        Count++;
        return ref Last;
    }

    /// <summary>Takes the first out and puts it behind the others, due after them all.</summary>
    public void RepeatFirst(long due, uint ordinal)
    {
        ref var first = ref First;
        RemoveFirst();
        ref var last = ref AddLast();
        (last.Cause, last.Target, last.Life) = (first.Cause, first.Target, first.Life);
        (last.Token, last.Subject) = (first.Token, first.Subject);
        (last.Due, last.Ordinal) = (due, ordinal);
    }

    public void RemoveFirst()
    {
        _first = (_first + 1) & (_ring.Length - 1);
        Count--;
    }

    /// <summary>A node heeds these timers, or does not.</summary>
    public void Heed(int node, bool heeds)
    {
        var word = node >> WordBits;
        if (word >= _unheeded.Length)
        {
            if (heeds)
            {
                return;
            }

            Array.Resize(ref _unheeded, Math.Max(word + 1, _unheeded.Length * 2));
        }

        _unheeded[word] = heeds ? _unheeded[word] & ~(1ul << node) : _unheeded[word] | 1ul << node;
    }

    public bool IsHeeded(int node)
    {
        var word = node >> WordBits;
        return word >= _unheeded.Length || (_unheeded[word] >> node & 1) == 0;
    }

    /// <summary>All of them as events, for views.</summary>
    public IEnumerable<ScheduledEvent> Waiting()
    {
        for (var place = 0; place < Count; place++)
        {
            yield return ToEvent(_ring[(_first + place) & (_ring.Length - 1)]);
        }
    }

    /// <summary>One of its timers as any other event.</summary>
    public ScheduledEvent ToEvent(in LaneTimer timer) => new()
    {
        Due = new Instant(timer.Due),
        Target = timer.Target,
        Source = timer.Target,
        Ordinal = timer.Ordinal,
        Cause = timer.Cause,
        Life = timer.Life,
        Timer = new Timer(Kind, timer.Token, timer.Subject),
    };

    /// <summary>A lane of its own with the same timers.</summary>
    public TimerLane Copy()
    {
        var copy = (TimerLane)MemberwiseClone();
        (copy._ring, copy._unheeded) = ([.. _ring], [.. _unheeded]);
        return copy;
    }

    private void Grow()
    {
        var ring = new LaneTimer[_ring.Length * 2];
        var tail = _ring.AsSpan(_first);
        tail.CopyTo(ring);
        _ring.AsSpan(0, _first).CopyTo(ring.AsSpan(tail.Length));
        (_ring, _first) = (ring, 0);
    }
}
