using System.Runtime.CompilerServices;
using GossipLab.Core.Primitives;

namespace GossipLab.Core.Simulation;

/// <summary>
/// What is due, in one total order: by time, target, source and the source's own count. The order does not depend on
/// the order of insertion, so any structure gives one run. Here: a wheel, and a lane for each timer of constant delay;
/// the first of all is the least of their firsts.
/// </summary>
/// <param name="slotBits">See <see cref="TimingWheel(int)"/>.</param>
/// <param name="lanes">The lanes.</param>
internal sealed partial class EventQueue(int slotBits, params TimerLane[] lanes)
{
    private readonly TimingWheel _wheel = new(slotBits);
    private readonly Slab<FlyingMessage> _messages = new();
    private readonly Slab<WaitingTimer> _timers = new();

    // The lane whose first comes before those of the others, and when; null when all are empty.
    private TimerLane? _lane;
    private long _laneDue = long.MaxValue;

    /// <summary>How many events wait.</summary>
    public int Count
    {
        get
        {
            var count = _wheel.Count;
            foreach (var lane in lanes)
            {
                count += lane.Count;
            }

            return count;
        }
    }

    /// <summary>How many timers wait outside of lanes.</summary>
    public int TimerCount { get; private set; }

    /// <summary>When the first is due; <see cref="Instant.Max"/> when none waits.</summary>
    public Instant NextDue => new(NextDueWithin(long.MaxValue));

    /// <summary>
    /// The lane that the first is in, or null: then it is <see cref="First"/>. Asked for when the first is known to be
    /// due.
    /// </summary>
    public TimerLane? LaneOfFirst => _wheel.NextDue(_laneDue) switch
    {
        var due when due > _laneDue => _lane,
        var due when due < _laneDue => null,
        _ => _lane is { } lane && lane.First.Key.IsBefore(_wheel.First) ? lane : null,
    };

    /// <summary>The first, where it is in no lane.</summary>
    public ref readonly EventKey First => ref _wheel.First;

    /// <summary>What comes next, but for lanes, as far as it is known.</summary>
    public OpenSlot Open => _wheel.Open;

    /// <summary>When the first is due, in microseconds; where that is after the limit, any moment after it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long NextDueWithin(long limit) =>
        Math.Min(_laneDue, _wheel.NextDue(Math.Min(limit, _laneDue)));

    /// <summary>The message of a key, readable until it is removed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref FlyingMessage MessageOf(in EventKey key) => ref _messages[key.Body];

    /// <summary>The timer of a key.</summary>
    public ref WaitingTimer TimerOf(in EventKey key) => ref _timers[~key.Body];

    /// <summary>Asks for the memory of the message or timer of a key.</summary>
    public void BringNear(in EventKey key)
    {
        if (key.IsMessage)
        {
            CacheLine.FetchAll(new ReadOnlySpan<FlyingMessage>(ref MessageOf(key)));
        }
        else
        {
            CacheLine.Fetch(ref TimerOf(key));
        }
    }

    /// <summary>Puts a message in.</summary>
    /// <returns>What the caller fills.</returns>
    public ref FlyingMessage AddMessage(long due, int target, int source, uint ordinal)
    {
        var place = _messages.Rent();
        _wheel.Add(due, target, source, ordinal, place);
        return ref _messages[place];
    }

    /// <summary>Puts a timer in.</summary>
    /// <returns>What the caller fills.</returns>
    public ref WaitingTimer AddTimer(long due, int target, uint ordinal)
    {
        TimerCount++;
        var place = _timers.Rent();
        _wheel.Add(due, target, target, ordinal, ~place);
        return ref _timers[place];
    }

    /// <summary>Puts a timer into its lane, or where it cannot come last there among the others.</summary>
    public void Add(TimerLane lane, in LaneTimer timer)
    {
        if (!lane.TryAdd(timer))
        {
            Add(lane.ToEvent(timer));
        }
        else if (lane.Count == 1)
        {
            ChooseLane();
        }
    }

    /// <summary>Puts a timer into its lane that is due after all that are there.</summary>
    /// <returns>What the caller fills; when and where are said already.</returns>
    public ref LaneTimer AddLast(TimerLane lane, in EventKey key)
    {
        ref var timer = ref lane.AddLast();
        (timer.Due, timer.Target, timer.Ordinal) = (key.Due, key.Target, key.Ordinal);
        if (lane.Count == 1)
        {
            ChooseLane();
        }

        return ref timer;
    }

    /// <summary>The lanes were filled by others.</summary>
    public void NoteLanes() => ChooseLane();

    /// <summary>Puts one in.</summary>
    public void Add(in ScheduledEvent scheduled)
    {
        var due = scheduled.Due.Microseconds;
        if (!scheduled.IsMessage)
        {
            ref var timer = ref AddTimer(due, scheduled.Target, scheduled.Ordinal);
            (timer.Cause, timer.Life, timer.Timer) = (scheduled.Cause, scheduled.Life, scheduled.Timer);
            return;
        }

        ref var message = ref AddMessage(due, scheduled.Target, scheduled.Source, scheduled.Ordinal);
        (message.Cause, message.FlightId, message.SentAt) = (scheduled.Cause, scheduled.FlightId, scheduled.SentAt);
        (message.Life, message.WasProcessed) = (scheduled.Life, scheduled.WasProcessed);
        message.Message = scheduled.Message;
    }

    /// <summary>Takes the first out; its message or timer stays readable until <see cref="Free"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EventKey TakeFirst()
    {
        var key = _wheel.First;
        _wheel.RemoveFirst();
        return key;
    }

    /// <summary>The message or timer of a key that was taken is not needed any more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Free(in EventKey key)
    {
        if (!key.IsMessage)
        {
            TimerCount--;
            _timers.Return(~key.Body);
            return;
        }

        ref var message = ref _messages[key.Body];
        if (message.Message.Updates.Count > 0)
        {
            message.Message = default; // so that the news can be collected
        }

        _messages.Return(key.Body);
    }

    /// <summary>Takes the first of the lane of the first out.</summary>
    public LaneTimer TakeFirst(TimerLane lane)
    {
        var timer = lane.First;
        lane.RemoveFirst();
        ChooseLane();
        return timer;
    }

    /// <summary>Asks for the first of a periodic lane again, one interval later.</summary>
    public void RepeatFirst(TimerLane lane, uint ordinal)
    {
        ref var first = ref lane.First;
        var due = first.Due + lane.Interval;
        if (due > lane.LastDue)
        {
            lane.RepeatFirst(due, ordinal);
        }
        else
        {
            var timer = first;
            (timer.Due, timer.Ordinal) = (due, ordinal);
            lane.RemoveFirst();
            if (!lane.TryAdd(timer))
            {
                Add(lane.ToEvent(timer));
            }
        }

        ChooseLane();
    }

    /// <summary>Takes the first out.</summary>
    /// <exception cref="InvalidOperationException">None waits.</exception>
    public ScheduledEvent Take()
    {
        if (NextDue == Instant.Max)
        {
            throw new InvalidOperationException("no event waits");
        }

        if (LaneOfFirst is { } lane)
        {
            return lane.ToEvent(TakeFirst(lane));
        }

        var key = TakeFirst();
        var first = ToEvent(key);
        Free(key);
        return first;
    }

    private ScheduledEvent ToEvent(in EventKey key) =>
        key.IsMessage ? MessageOf(key).ToEvent(key) : TimerOf(key).ToEvent(key);

    private void ChooseLane()
    {
        _lane = null;
        foreach (var lane in lanes)
        {
            if (lane.Count > 0 && (_lane is null || lane.First.IsBefore(_lane.First)))
            {
                _lane = lane;
            }
        }

        _laneDue = _lane is null ? long.MaxValue : _lane.First.Due;
    }
}
