using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <content>What becomes of messages.</content>
public sealed partial class SimulatedCluster
{
    // Taken out by a command while the event that would deliver them is still in the queue.
    private HashSet<(long Flight, Instant Due)> _gone = [];
    private HashSet<long> _toHold = [];
    private SortedDictionary<long, ScheduledEvent> _held = [];
    private long _lastFlight;

    internal void Send(int sender, NodeId to, in Message message, int placeInTurn)
    {
        if ((uint)to.Index >= (uint)_nodes.Count)
        {
            Launch(sender, to, message, TimeSpan.Zero, LossReason.NoSuchNode);
            return;
        }

        var from = new NodeId(sender);
        if (Network.IsCalm)
        {
            var delay = Network.DelayWhenCalm(from, to, Now, placeInTurn, message.IsStream);
            Launch(sender, to, message, delay, null);
            return;
        }

        var fate = Network.Decide(from, to, Now, placeInTurn, message.IsStream);
        var reason = Network.Obstacle(from, to) ?? (fate.IsLost ? LossReason.Network : null);
        reason = reason is null || IsSpared(from, to, Now) ? null : reason;
        Launch(sender, to, message, fate.Delay, reason);
        if (reason is null && fate.SecondDelay is { } second)
        {
            Launch(sender, to, message, second, null);
        }
    }

    private void Launch(int sender, NodeId to, in Message message, TimeSpan delay, LossReason? reason)
    {
        var (flight, due) = (++_lastFlight, Now + delay);
        Counters.CountSent(message);
        var sent = ++_lastEvent;
        _latest = sent;
        if (_observers.Length > 0)
        {
            ShowSent(new Flight(flight, new NodeId(sender), to, Now, due), message);
        }

        if (reason is { } lost)
        {
            var way = new Flight(flight, new NodeId(sender), to, Now, due);
            Lose(sent, way, message, lost, LostAt(way, lost));
            Recycle(message.Updates);
            return;
        }

        ref var flying = ref _queue.AddMessage(due.Microseconds, to.Index, sender, _hot[sender].Ordinal++);
        (flying.Cause, flying.FlightId, flying.SentAt) = (sent, flight, Now);
        (flying.Life, flying.WasProcessed) = (0, false);
        if (_wire is null)
        {
            flying.Message.Become(message);
        }
        else
        {
            flying.Message = OverTheWire(new NodeId(sender), to, message);
        }
    }

    private Message OverTheWire(NodeId from, NodeId to, in Message message)
    {
        var carried = _wire!.Carry(from, to, message);
        Recycle(message.Updates);
        return carried;
    }

    private Instant LostAt(in Flight flight, LossReason reason) => reason switch
    {
        LossReason.Network => Network.LossPoint(flight.From, flight.To, flight.SentAt, flight.DueAt - flight.SentAt),
        LossReason.Wall or LossReason.Cut => flight.SentAt + (flight.DueAt - flight.SentAt) / 2,
        _ => flight.DueAt,
    };

    private void Arrive(SimulatedNode node, ref ScheduledEvent due)
    {
        if (_toHold.Count > 0 && _toHold.Remove(due.FlightId))
        {
            _held[due.FlightId] = due;
            return;
        }

        if (FateOnArrival(node, due) is { } reason)
        {
            Lose(due.Cause, due.Flight, due.Message, reason, Now);
        }
        else if (node.Slowness > TimeSpan.Zero && !due.WasProcessed)
        {
            Delay(node, due);
        }
        else
        {
            Deliver(node, due);
        }
    }

    // A wall built while the message was under way stops it too.
    private LossReason? FateOnArrival(SimulatedNode node, in ScheduledEvent due)
    {
        if (!node.IsUp)
        {
            return LossReason.ReceiverDown;
        }

        if (due.WasProcessed)
        {
            return due.Life == node.Life ? null : LossReason.ReceiverDown;
        }

        return node.Slowness > TimeSpan.Zero && node.Waiting >= SimulatedNode.MaxBacklog
            ? LossReason.BufferFull : ObstacleTo(node.Id, due);
    }

    private LossReason? ObstacleTo(NodeId receiver, in ScheduledEvent due)
    {
        var from = new NodeId(due.Source);
        return Network.Obstacle(from, receiver) is { } obstacle && !IsSpared(from, receiver, due.SentAt)
            ? obstacle : null;
    }

    private void Delay(SimulatedNode node, ScheduledEvent due)
    {
        var start = node.BusyUntil > Now ? node.BusyUntil : Now;
        node.BusyUntil = start + node.Slowness;
        node.Waiting++;
        due.Due = node.BusyUntil;
        due.WasProcessed = true;
        due.Life = node.Life;
        _queue.Add(due);
    }

    // What waits at the node takes the new time each, too; where that is none, it is handled at once, in order.
    private void ChangeSlowness(SimulatedNode node, TimeSpan slowness)
    {
        node.Slowness = slowness;
        var waiting = _queue.Waiting().Where(due => due.WasProcessed && due.Target == node.Id.Index
            && due.Life == node.Life && !IsGone(due)).OrderBy(due => due.Due).ToArray();
        node.BusyUntil = waiting.Length > 0 && slowness > TimeSpan.Zero ? waiting[0].Due - slowness : Now;
        foreach (var entry in waiting)
        {
            node.BusyUntil += slowness;
            if (entry.Due != node.BusyUntil)
            {
                TakeOut(entry);
                Wait(entry, node.BusyUntil);
            }
        }
    }

    private void Wait(ScheduledEvent due, Instant until)
    {
        due.Due = until;
        if (until > Now)
        {
            _queue.Add(due);
        }
        else
        {
            Handle(ref due);
        }
    }

    private void Deliver(SimulatedNode node, in ScheduledEvent due)
    {
        if (due.WasProcessed)
        {
            node.Waiting--;
        }

        Deliver(due.Key, due.Flying);
    }

    private void Lose(long cause, in Flight flight, in Message message, LossReason reason, Instant lostAt)
    {
        Counters.CountLost(reason);
        _latest = ++_lastEvent;
        var stamp = new TraceStamp(_latest, Now, flight.To, CauseKind.Message, cause, default);
        foreach (var observer in _observers)
        {
            observer.OnLost(stamp, flight, message, reason, lostAt);
        }
    }

    private void KeepForLater(SimulatedNode node, in ScheduledEvent due)
    {
        if (!due.IsMessage && due.Life != node.Life)
        {
            return;
        }

        if (node.Backlog.Count < SimulatedNode.MaxBacklog || !due.IsMessage)
        {
            node.Backlog.Add(due);
            return;
        }

        Lose(due.Cause, due.Flight, due.Message, LossReason.BufferFull, Now);
    }

    private void ReleaseBacklog(SimulatedNode node)
    {
        var backlog = node.Backlog.ToArray();
        node.Backlog.Clear();
        foreach (var waiting in backlog)
        {
            var due = waiting;
            due.Due = Now;
            Handle(ref due);
        }
    }

    private void DropBacklog(SimulatedNode node)
    {
        foreach (var waiting in node.Backlog)
        {
            if (waiting.IsMessage)
            {
                Lose(waiting.Cause, waiting.Flight, waiting.Message, LossReason.ReceiverDown, Now);
            }
        }

        node.Backlog.Clear();
    }

    private ScheduledEvent? FindInFlight(long flight)
    {
        if (_held.TryGetValue(flight, out var held))
        {
            return held;
        }

        foreach (var waiting in _queue.Waiting())
        {
            if (waiting.IsMessage && waiting.FlightId == flight && !IsGone(waiting))
            {
                return waiting;
            }
        }

        return null;
    }

    // Takes a message out of the air; the event left in the queue is void when it comes due.
    private void TakeOut(in ScheduledEvent found)
    {
        if (!_held.Remove(found.FlightId))
        {
            _gone.Add((found.FlightId, found.Due));
            _toHold.Remove(found.FlightId);
        }
    }

    private bool IsGone(in ScheduledEvent due) => _gone.Count > 0 && _gone.Contains((due.FlightId, due.Due));
}
