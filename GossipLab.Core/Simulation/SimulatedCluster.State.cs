using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <content>Copies of the whole state, to come back to.</content>
public sealed partial class SimulatedCluster
{
    /// <summary>A copy of everything but the observers. The cluster may stand anywhere between two events.</summary>
    internal ClusterState Save() => State().Copy();

    /// <summary>Makes everything what it was, but for the observers; the copy can be used again.</summary>
    /// <param name="saved">A copy of this cluster, or of one that plays the same scenario.</param>
    internal void Restore(ClusterState saved)
    {
        var state = saved.Copy();
        (Now, _lastEvent, _lastFlight) = (state.Now, state.LastEvent, state.LastFlight);
        (_nextCommand, _commands, _followUps) = (state.NextCommand, state.Commands, state.FollowUps);
        (_gone, _toHold, _held) = (state.Gone, state.ToHold, state.Held);
        (Network, Census, Counters) = (state.Network, state.Census, state.Counters);
        (_list, _tables, _tidyAt) = (state.List, state.Tables, state.TidyAt);
        Play(state.Nodes.Rewound());
        _lanes = state.Waiting.Lanes;
        _queue = NewQueue();
        _queue.Add(state.Waiting);
    }

    /// <summary>
    /// Throws other dice from now on. Randomness is keyed, so what was drawn stays as it is: messages in flight, the
    /// phases of timers, lists already shuffled. The run is then no longer that of its scenario.
    /// </summary>
    /// <param name="seed">The seed of all that is still to be drawn.</param>
    internal void Reseed(ulong seed)
    {
        _diceKey = Dice.KeyOf(seed);
        Network.Reseed(seed);
    }

    private ClusterState State() => new()
    {
        Now = Now,
        LastEvent = _lastEvent,
        LastFlight = _lastFlight,
        NextCommand = _nextCommand,
        TidyAt = _tidyAt,
        Commands = _commands,
        FollowUps = _followUps,
        Gone = _gone,
        ToHold = _toHold,
        Held = _held,
        Network = Network,
        Census = Census,
        Counters = Counters,
        List = _list,
        Tables = _tables,
        Nodes = Record(),
        Waiting = _queue.ToWaiting(IsHeeded),
    };

    private StateTape Record()
    {
        var tape = new StateTape();
        tape.Pass(_nodes.Count);
        _tables?.Pass(tape);
        foreach (var node in _nodes)
        {
            node.Pass(tape);
            node.Table = node.Table is { } table ? _tables!.PassOne(tape, table) : null; // only they make tables
            node.Process.Pass(tape, withTable: node.Table is null);
        }

        tape.Cut();
        return tape;
    }

    private void Play(StateTape tape)
    {
        var count = tape.Pass(0);
        (_hot, _nodes) = (new HotNodes(), new List<SimulatedNode>(count));
        _hot.Grow(count);
        _tables?.Pass(tape);
        for (var index = 0; index < count; index++)
        {
            var node = new SimulatedNode(new NodeId(index), _hot);
            _nodes.Add(node);
            node.Pass(tape);
            node.Table = _tables?.PassOne(tape, null);
            node.Process = new GossipNode(node.Id, _scenario.Node, _list, null, node.Table);
            node.Process.Pass(tape, withTable: node.Table is null);
        }
    }
}
