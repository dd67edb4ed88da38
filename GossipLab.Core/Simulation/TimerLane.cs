using System.Runtime.CompilerServices;
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
    public ref readonly LaneTimer Ahead(int places) => ref _ring[PlaceOf(places)];

    /// <summary>When the last is due; before everything where there is none.</summary>
    public long LastDue => Count == 0 ? long.MinValue : Last.Due;

    private ref LaneTimer Last => ref _ring[PlaceOf(Count - 1)];

    /// <summary>Makes room for the timers of so many nodes.</summary>
    public void MakeRoomFor(int nodes) => Array.Resize(ref _ring, Math.Max(_ring.Length, nodes + nodes / 16));

    /// <summary>
    /// Puts in order what was added in none, while none was taken out: the first timers of all nodes, which are due at
    /// phases of their own.
    /// </summary>
    public void Sort()
    {
        var timers = _ring.AsSpan(0, Count);
        var keys = new long[timers.Length];
        var isSorted = true;
        for (var place = 0; place < timers.Length; place++)
        {
            keys[place] = timers[place].Due;
            isSorted &= place == 0 || timers[place - 1].IsBefore(timers[place]);
        }

        if (!isSorted)
        {
            keys.AsSpan().Sort(timers);
            SortTies(timers);
        }
    }

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
        _first = PlaceOf(1);
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
            yield return ToEvent(_ring[PlaceOf(place)]);
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int PlaceOf(int place)
    {
        place += _first;
        return place < _ring.Length ? place : place - _ring.Length;
    }

    // Few timers are due at the same microsecond, and those are neighbours already.
    private static void SortTies(Span<LaneTimer> timers)
    {
        for (var index = 1; index < timers.Length; index++)
        {
            for (var place = index; place > 0 && timers[place].IsBefore(timers[place - 1]); place--)
            {
                (timers[place], timers[place - 1]) = (timers[place - 1], timers[place]);
            }
        }
    }

    private void Grow()
    {
        var ring = new LaneTimer[_ring.Length + _ring.Length / 2];
        var tail = _ring.AsSpan(_first);
        tail.CopyTo(ring);
        _ring.AsSpan(0, _first).CopyTo(ring.AsSpan(tail.Length));
        (_ring, _first) = (ring, 0);
    }
}
