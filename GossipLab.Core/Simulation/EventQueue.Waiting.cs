using System.Buffers;

namespace GossipLab.Core.Simulation;

/// <content>All that waits, for checkpoints and views.</content>
internal sealed partial class EventQueue
{
    /// <summary>What waits, as a checkpoint keeps it; it still shares lanes and news with the queue.</summary>
    /// <param name="keeps">Which timers; the others are left out.</param>
    public WaitingEvents ToWaiting(Func<EventKey, WaitingTimer, bool> keeps)
    {
        var all = ArrayPool<EventKey>.Shared.Rent(_wheel.Count);
        _wheel.CopyTo(all);
        var (messages, timers) = (0, 0);
        foreach (ref readonly var key in all.AsSpan(0, _wheel.Count))
        {
            if (key.IsMessage || keeps(key, TimerOf(key)))
            {
                all[messages + timers] = key;
                (messages, timers) = key.IsMessage ? (messages + 1, timers) : (messages, timers + 1);
            }
        }

        var waiting = new WaitingEvents
        {
            Lanes = lanes,
            Timers = new (EventKey, WaitingTimer)[timers],
            Messages = new (EventKey, FlyingMessage)[messages],
        };
        foreach (ref readonly var key in all.AsSpan(0, messages + timers))
        {
            if (key.IsMessage)
            {
                waiting.Messages[--messages] = (key, MessageOf(key));
            }
            else
            {
                waiting.Timers[--timers] = (key, TimerOf(key));
            }
        }

        ArrayPool<EventKey>.Shared.Return(all);
        return waiting;
    }

    /// <summary>Takes out timers that nobody needs any more, but for those due next. Allocates nothing.</summary>
    /// <param name="keeps">Which are needed; asked once for each.</param>
    public void RemoveTimers(Func<EventKey, WaitingTimer, bool> keeps) => _wheel.RemoveUnneeded(key =>
    {
        if (key.IsMessage || keeps(key, TimerOf(key)))
        {
            return true;
        }

        Free(key);
        return false;
    });

    /// <summary>Puts in what waited, into a new queue that was made with the same lanes.</summary>
    public void Add(WaitingEvents waiting)
    {
        foreach (ref readonly var entry in waiting.Timers.AsSpan())
        {
            AddTimer(entry.Key.Due, entry.Key.Target, entry.Key.Ordinal) = entry.Timer;
        }

        foreach (ref readonly var entry in waiting.Messages.AsSpan())
        {
            AddMessage(entry.Key.Due, entry.Key.Target, entry.Key.Source, entry.Key.Ordinal) = entry.Message;
        }

        ChooseLane();
    }

    /// <summary>Everything that waits, in no order, for views.</summary>
    public IEnumerable<ScheduledEvent> Waiting()
    {
        var keys = new EventKey[_wheel.Count];
        _wheel.CopyTo(keys);
        foreach (var key in keys)
        {
            yield return ToEvent(key);
        }

        foreach (var lane in lanes)
        {
            foreach (var timer in lane.Waiting())
            {
                yield return timer;
            }
        }
    }
}
