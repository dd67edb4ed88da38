using System.Runtime.CompilerServices;
using GossipLab.Core.Membership;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <content>
/// The hot path: what is due becomes a turn of a node, and what the node does in its turn goes back into the queue.
/// </content>
public sealed partial class SimulatedCluster
{
    private const long TidyInterval = 1_000_000;

    private EventQueue _queue;
    private TimerLane[] _lanes;
    private HotNodes _hot = new();
    private readonly WirePassage? _wire;
    private readonly bool _withholdsTimers;
    private bool _recyclesNews;
    private ulong _diceKey;
    private long _tidyAt = TidyInterval;
    private CauseKind _causeKind = CauseKind.Start;
    private long _cause;
    private TimerKind _timer;

    // The last event of the turn that runs; where it had none yet, what caused the turn.
    private long _latest;

    internal void Report(int node, in NodeEvent what)
    {
        if (what.Kind == NodeEventKind.ValueChanged)
        {
            Census.Change(new NodeId(node), _hot[node].Process.Store);
            Counters.Useful += what.Rule == Rule.ValueSet ? 0 : 1;
        }
        else if (what.Kind == NodeEventKind.ValueIgnored)
        {
            Counters.Wasted++;
        }

        _latest = ++_lastEvent;
        if (_observers.Length > 0)
        {
            ShowReported(node, what);
        }
    }

    // The more nodes, the more events a millisecond brings: slots of 16, 4 or 1 ms.
    private EventQueue NewQueue() => new(
        _scenario.Nodes switch { <= 2_000 => 14, <= 20_000 => 12, _ => 10 }, _lanes);

    private Dice DiceOf(int node) => Dice.OfNode(_diceKey, node);

    private void HandleNext(long due)
    {
        Now = new Instant(due);
        if (due >= _tidyAt)
        {
            Tidy();
        }

        if (_queue.LaneOfFirst is { } lane)
        {
            FireNext(lane);
            return;
        }

        if (_fetchesAhead)
        {
            FetchAhead();
        }

        var key = _queue.TakeFirst();
        if (key.IsMessage)
        {
            Arrive(key, _queue.MessageOf(key));
        }
        else
        {
            ref var waiting = ref _queue.TimerOf(key);
            if (waiting.Timer.Kind != TimerKind.Suspicion || IsHeeded(key, waiting))
            {
                Fire(key, waiting.Life, waiting.Cause, waiting.Timer);
            }
        }

        _queue.Free(key);
    }

    private void Tidy()
    {
        _tidyAt = Now.Microseconds + TidyInterval;
        _tables?.Tidy(Now);
        if (_queue.TimerCount > _mostTimers)
        {
            DropStaleTimers();
        }
    }

    private void Fire(in EventKey key, int life, long cause, in Timer timer)
    {
        if (_hot[key.Target].PlainLife == life)
        {
            Fire(key.Target, cause, timer);
            return;
        }

        Handle(key, new WaitingTimer { Cause = cause, Life = life, Timer = timer });
    }

    private void Arrive(in EventKey key, in FlyingMessage flying)
    {
        if (_hot[key.Target].PlainLife >= 0 && !flying.WasProcessed && _gone.Count == 0 && _toHold.Count == 0
            && (Network.IsOpen || Network.Obstacle(new NodeId(key.Source), new NodeId(key.Target)) is null))
        {
            Deliver(key, flying);
            return;
        }

        Handle(key, flying);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Handle(in EventKey key, in WaitingTimer waiting)
    {
        var due = waiting.ToEvent(key);
        Handle(ref due);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Handle(in EventKey key, in FlyingMessage flying)
    {
        var due = flying.ToEvent(key);
        if (_gone.Count == 0 || !_gone.Remove((due.FlightId, due.Due)))
        {
            Handle(ref due);
        }
    }

    // What is due at a node that may be down, paused or slow, or in a network with obstacles.
    private void Handle(ref ScheduledEvent due)
    {
        var node = _nodes[due.Target];
        if (node.IsPaused && node.IsUp)
        {
            KeepForLater(node, due);
        }
        else if (due.IsMessage)
        {
            Arrive(node, ref due);
        }
        else if (node.IsUp && due.Life == node.Life)
        {
            Fire(due.Target, due.Cause, due.Timer);
        }
    }

    private void Start(SimulatedNode node, ReadOnlySpan<NodeId> known, bool together)
    {
        foreach (var lane in _lanes)
        {
            lane.Heed(node.Id.Index, heeds: true);
        }

        var effects = new SimulationEffects(this, node.Id.Index);
        var turn = new Turn<SimulationEffects>(node.Id, Now, DiceOf(node.Id.Index), ref effects);
        node.Process.Start(turn, known, together);
    }

    private void Fire(int node, long cause, in Timer timer)
    {
        (_causeKind, _cause, _timer, _latest) = (CauseKind.Timer, cause, timer.Kind, cause);
        Counters.TimersFired++;
        var effects = new SimulationEffects(this, node);
        var turn = new Turn<SimulationEffects>(new NodeId(node), Now, DiceOf(node), ref effects);
        _hot[node].Process.Fire(turn, timer);
    }

    // Observers may keep messages, and of two that carry the same news one would lose it.
    private void Recycle(in MemberUpdates news)
    {
        if (_recyclesNews && news.Count > 0)
        {
            news.Recycle();
        }
    }

    private void Deliver(in EventKey key, in FlyingMessage flying)
    {
        (_causeKind, _cause, _timer) = (CauseKind.Message, flying.Cause, default);
        Counters.Delivered++;
        _latest = ++_lastEvent;
        if (_observers.Length > 0)
        {
            ShowArrived(key, flying);
        }

        _cause = _latest;
        var effects = new SimulationEffects(this, key.Target);
        var turn = new Turn<SimulationEffects>(new NodeId(key.Target), Now, DiceOf(key.Target), ref effects);
        var news = flying.Message.Updates;
        _hot[key.Target].Process.Receive(turn, new NodeId(key.Source), flying.Message);
        Recycle(news);
    }
}
