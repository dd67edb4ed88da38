using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <content>What commands do.</content>
public sealed partial class SimulatedCluster
{
    private static readonly TimeSpan LeaveGrace = TimeSpan.FromSeconds(5);

    private List<FollowUp> _followUps = [];

    private void CarryOut(TimedCommand timed)
    {
        Now = timed.At > Now ? timed.At : Now;
        (_causeKind, _cause, _timer) = (CauseKind.Command, _lastEvent + 1, default);
        var stamp = Stamp(CommandFaults.NodeOf(timed.Command));
        foreach (var observer in _observers)
        {
            observer.OnCommand(stamp, timed.Command);
        }

        // One that no longer fits the state of the cluster (a branch of a script) has no effect, on purpose.
        if (FaultOf(timed.Command) is null)
        {
            Apply(timed.Command);
        }
    }

    private void Apply(ClusterCommand command)
    {
        switch (command)
        {
            case SetValue set: Set(_nodes[set.Node.Index], set.Value); break;
            case KillNode kill: Kill(_nodes[kill.Node.Index]); break;
            case RestartNode restart: Restart(_nodes[restart.Node.Index], restart.KeepDisk); break;
            case PauseNode pause: Pause(_nodes[pause.Node.Index], pause.Duration); break;
            case ResumeNode resume: Resume(_nodes[resume.Node.Index]); break;
            case SlowNode slow: ChangeSlowness(_nodes[slow.Node.Index], slow.Delay); break;
            case LeaveNode leave: Leave(_nodes[leave.Node.Index]); break;
            case AddNode add: Add(add.Contact); break;
            default: ApplyToNetwork(command); break;
        }
    }

    private void ApplyToNetwork(ClusterCommand command)
    {
        switch (command)
        {
            case BuildWall wall: Network.BuildWall(wall.Name, wall.Side); break;
            case RemoveWall wall: Network.RemoveWall(wall.Name); break;
            case HealNetwork: Network.Heal(); break;
            case CutLink cut: BothWays(cut.From, cut.To, cut.BothWays, Network.Cut); break;
            case SetLink link:
                BothWays(link.From, link.To, link.BothWays, (from, to) =>
                    Network.SetLink(from, to, link.Loss, link.ExtraLatency));
                break;
            case SetNodeLoss loss: Network.SetNodeLoss(loss.Node, loss.Loss); break;
            case SetNetwork change: Network.Set(change.Loss, change.Latency); break;
            default: ApplyToMessage(command); break;
        }
    }

    private void ApplyToMessage(ClusterCommand command)
    {
        switch (command)
        {
            case DropMessage drop: Drop(FindInFlight(drop.Message)); break;
            case HoldMessage hold: _toHold.Add(hold.Message); break;
            case DeliverMessage deliver: DeliverNow(FindInFlight(deliver.Message)); break;
            case DuplicateMessage duplicate: Duplicate(FindInFlight(duplicate.Message)); break;
        }
    }

    private void Set(SimulatedNode node, long value)
    {
        var effects = new SimulationEffects(this, node.Id.Index);
        node.Process.Set(new Turn<SimulationEffects>(node.Id, Now, DiceOf(node.Id.Index), ref effects), value);
    }

    private void Kill(SimulatedNode node)
    {
        node.Disk = node.Process.Disk;
        node.Table?.Freeze();
        node.IsUp = false;
        node.IsPaused = false;
        node.Condition++;
        node.Life++;
        node.Waiting = 0;
        node.BusyUntil = Instant.Zero;
        DropBacklog(node);
        Census.Change(node.Id, null);
    }

    private void Restart(SimulatedNode node, bool keepDisk)
    {
        NodeDisk? disk = keepDisk ? node.Disk : null;
        node.Life++;
        BeginLife(node, disk);
        Start(node, [], together: false);
        Join(node, ContactFor(node.Id));
    }

    // A restarted process finds the others by the address of one of them, as the article's CLUSTER_ADDR says.
    private NodeId ContactFor(NodeId self)
    {
        foreach (var node in _nodes)
        {
            if (node.Id != self && node.IsUp)
            {
                return node.Id;
            }
        }

        return NodeId.None;
    }

    private void Join(SimulatedNode node, NodeId contact)
    {
        if (contact.IsSomebody)
        {
            var effects = new SimulationEffects(this, node.Id.Index);
            var turn = new Turn<SimulationEffects>(node.Id, Now, DiceOf(node.Id.Index), ref effects);
            node.Process.Join(turn, contact);
        }
    }

    private void Pause(SimulatedNode node, TimeSpan? duration)
    {
        node.IsPaused = true;
        node.Condition++;
        if (duration is { } span)
        {
            Plan(new FollowUp(Now + span, node.Id, node.Condition, EndsProcess: false));
        }
    }

    private void Resume(SimulatedNode node)
    {
        node.IsPaused = false;
        ReleaseBacklog(node);
    }

    private void Leave(SimulatedNode node)
    {
        var effects = new SimulationEffects(this, node.Id.Index);
        node.Process.Leave(new Turn<SimulationEffects>(node.Id, Now, DiceOf(node.Id.Index), ref effects));
        node.HasLeft = true;
        Plan(new FollowUp(Now + LeaveGrace, node.Id, node.Life, EndsProcess: true));
    }

    private void Add(NodeId contact)
    {
        var id = new NodeId(_nodes.Count);
        _list.Grow(_nodes.Count + 1);
        var node = AddNode(id);
        Start(node, [], together: false);
        Join(node, contact);
    }

    // What comes of a command later is not a command of the scenario: it happens again by itself.
    private void Plan(in FollowUp followUp)
    {
        var place = _followUps.Count;
        while (place > 0 && _followUps[place - 1].At > followUp.At)
        {
            place--;
        }

        _followUps.Insert(place, followUp);
    }

    private void CarryOut(in FollowUp followUp)
    {
        Now = followUp.At;
        var node = _nodes[followUp.Node.Index];
        if ((followUp.EndsProcess ? node.Life : node.Condition) != followUp.Token || !node.IsUp)
        {
            return;
        }

        (_causeKind, _cause, _timer) = (CauseKind.Command, _lastEvent + 1, default);
        ClusterCommand effect = followUp.EndsProcess ? new KillNode(node.Id) : new ResumeNode(node.Id);
        var stamp = Stamp(node.Id);
        foreach (var observer in _observers)
        {
            observer.OnCommand(stamp, effect);
        }

        Apply(effect);
    }

    private void Drop(ScheduledEvent? found)
    {
        if (found is { } message)
        {
            TakeOut(message);
            var target = _nodes[message.Target];
            target.Waiting -= message.WasProcessed && message.Life == target.Life ? 1 : 0;
            Lose(message.Cause, message.Flight, message.Message, LossReason.Dropped, Now);
        }
    }

    private void DeliverNow(ScheduledEvent? found)
    {
        if (found is { } message)
        {
            TakeOut(message);
            message.Due = Now;
            Handle(ref message);
        }
    }

    private void Duplicate(ScheduledEvent? found)
    {
        if (found is { } message)
        {
            _recyclesNews = false;
            Launch(message.Source, new NodeId(message.Target), message.Message,
                (message.Due > Now ? message.Due - Now : TimeSpan.Zero) + TimeSpan.FromMicroseconds(1), null);
        }
    }

    private static void BothWays(NodeId from, NodeId to, bool bothWays, Action<NodeId, NodeId> change)
    {
        change(from, to);
        if (bothWays)
        {
            change(to, from);
        }
    }

    // The token is that of the life or of the pause it belongs to: a later one is not touched.
    internal readonly record struct FollowUp(Instant At, NodeId Node, int Token, bool EndsProcess);
}
