using GossipLab.Core.Membership;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <content>
/// Timers: those of constant delay have lanes of their own, and those that a node does not heed are kept from it.
/// </content>
public sealed partial class SimulatedCluster
{
    private const int FewTimers = 1_000;

    private int _mostTimers = FewTimers;

    // Nodes that start together ask for their first ticks in no order of time; the lanes are sorted after the last.
    private bool _isFounding;

    internal void Schedule(int node, TimeSpan delay, in Timer timer)
    {
        var due = (Now + delay).Microseconds;
        var (ordinal, life) = (_hot[node].Ordinal++, _hot[node].PlainLife);
        life = life < 0 ? _nodes[node].Life : life;
        foreach (var lane in _lanes)
        {
            if (lane.Kind == timer.Kind && _isFounding)
            {
                Fill(ref lane.AddLast(), new EventKey(due, node, node, ordinal, 0), life, timer);
                return;
            }

            if (lane.Kind == timer.Kind && lane.Delay == delay)
            {
                AddToLane(lane, new EventKey(due, node, node, ordinal, 0), life, timer);
                return;
            }
        }

        ref var waiting = ref _queue.AddTimer(due, node, ordinal);
        (waiting.Cause, waiting.Life, waiting.Timer) = (_latest, life, timer);
    }

    internal void Heed(int node, TimerKind kind, bool heeds)
    {
        foreach (var lane in _lanes)
        {
            if (lane.Kind == kind)
            {
                lane.Heed(node, heeds);
            }
        }
    }

    // A suspicion that ended or was shortened leaves its timers behind, which would wait for minutes.
    private bool IsHeeded(EventKey key, WaitingTimer timer) => !_withholdsTimers
        || (timer.Life == _nodes[key.Target].Life && _hot[key.Target].Process.Heeds(timer.Timer));

    // Half as much again as is of use waits at most, so that this costs little for each timer.
    private void DropStaleTimers()
    {
        _queue.RemoveTimers(IsHeeded);
        _mostTimers = Math.Max(FewTimers, _queue.TimerCount * 3 / 2);
    }

    private void AddToLane(TimerLane lane, in EventKey key, int life, in Timer timer)
    {
        if (key.Due > lane.LastDue)
        {
            Fill(ref _queue.AddLast(lane, key), key, life, timer);
            return;
        }

        var early = default(LaneTimer);
        Fill(ref early, key, life, timer);
        _queue.Add(lane, early);
    }

    private void Fill(ref LaneTimer place, in EventKey key, int life, in Timer timer)
    {
        (place.Due, place.Target, place.Ordinal) = (key.Due, key.Target, key.Ordinal);
        (place.Cause, place.Life) = (_latest, life);
        (place.Token, place.Subject) = (timer.Token, timer.Subject);
    }

    private void StartTogether(NodeId[] known)
    {
        _isFounding = true;
        foreach (var lane in _lanes.Where(lane => lane.IsPeriodic))
        {
            lane.MakeRoomFor(known.Length);
        }

        foreach (var node in _nodes)
        {
            Start(node, known, together: true);
        }

        _isFounding = false;
        Array.ForEach(_lanes, static lane => lane.Sort());
        _queue.NoteLanes();
    }

    private static TimerLane[] LanesFor(GossipNodeOptions options)
    {
        var membership = options.Membership;
        var value = new TimerLane(TimerKind.ValueTick, options.Dissemination.Interval, isPeriodic: true);
        return options.MembershipKind switch
        {
            MembershipKind.Swim =>
            [
                value,
                new TimerLane(TimerKind.ProbeTick, membership.ProbeInterval, isPeriodic: true),
                new TimerLane(TimerKind.ProbeTimeout, membership.ProbeTimeout, isPeriodic: false),
                new TimerLane(TimerKind.ReconnectTick, membership.ReconnectInterval, isPeriodic: true),
            ],
            MembershipKind.Heartbeat =>
            [
                value,
                new TimerLane(TimerKind.HeartbeatTick, membership.ProbeInterval, isPeriodic: true),
            ],
            _ => [value],
        };
    }

    private void FireNext(TimerLane lane)
    {
        if (_fetchesAhead)
        {
            FetchAhead(lane);
        }

        ref var first = ref lane.First;
        ref var node = ref _hot[first.Target];
        if (!lane.IsHeeded(first.Target) && node.PlainLife == first.Life && _withholdsTimers)
        {
            Withhold(lane, ref node);
            return;
        }

        var due = _queue.TakeFirst(lane);
        Fire(due.Key, due.Life, due.Cause, new Timer(lane.Kind, due.Token, due.Subject));
    }

    // The node would do nothing, but for asking for a periodic timer again.
    private void Withhold(TimerLane lane, ref HotNode node)
    {
        Counters.TimersWithheld++;
        if (lane.IsPeriodic)
        {
            _queue.RepeatFirst(lane, node.Ordinal++);
        }
        else
        {
            _queue.TakeFirst(lane);
        }
    }
}
