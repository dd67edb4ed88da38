using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Tests.TestKit;

/// <summary>
/// A few nodes' memberships that hear each other after a fixed time. Nodes can be stopped, and messages taken away.
/// </summary>
internal sealed class MembershipRig
{
    private readonly PriorityQueue<(int From, Sending Sending), (Instant Due, long Order)> _inFlight = new();
    private readonly List<int> _taken = [];
    private readonly HashSet<int> _stopped = [];
    private long _sent;

    /// <summary>Nodes that start together and know each other; with periodic timers or without.</summary>
    public MembershipRig(int count, MembershipOptions? options = null, bool ticks = true, ulong seed = 1)
    {
        var known = Enumerable.Range(0, count).ToArray();
        foreach (var index in known)
        {
            Put(new NodeRig(index, options, known, seed, ticks));
        }
    }

    /// <summary>Nodes without periodic timers, the first of which probes the last one first.</summary>
    public static MembershipRig WhereTheLastIsProbed(int count, MembershipOptions? options = null)
    {
        var known = Enumerable.Range(0, count).ToArray();
        var rig = new MembershipRig(0);
        rig.Put(NodeRig.WhoProbesFirst(count - 1, known, options));
        foreach (var index in known[1..])
        {
            rig.Put(new NodeRig(index, options, known));
        }

        return rig;
    }

    public List<NodeRig> Nodes { get; } = [];

    public Instant Now { get; private set; }

    public TimeSpan Latency { get; init; } = TimeSpan.FromMilliseconds(1);

    /// <summary>Which messages are lost: from, to, and what it is.</summary>
    public Func<int, int, Message, bool> IsLost { get; set; } = (_, _, _) => false;

    public NodeRig this[int index] => Nodes[index];

    /// <summary>A process ends without a word.</summary>
    public void Stop(int node) => _stopped.Add(node);

    /// <summary>A node that knows nobody is put beside the others.</summary>
    public NodeRig AddFresh()
    {
        var rig = NodeRig.Fresh(Nodes.Count, last: 0, isTicking: true, Now);
        Put(rig);
        return rig;
    }

    /// <summary>A node's process is started anew: it knows only the incarnation its disk kept.</summary>
    public NodeRig Replace(int node, uint last)
    {
        var rig = NodeRig.Fresh(node, last, isTicking: true, Now);
        Nodes[node] = rig;
        _taken[node] = 0;
        _stopped.Remove(node);
        return rig;
    }

    /// <summary>Time passes; whatever is due happens, at all nodes.</summary>
    public void Run(double milliseconds)
    {
        var end = Now + TimeSpan.FromMilliseconds(milliseconds);
        TakeSent();
        while (NextNode() is { } next && Earlier(next.NextDue, NextArrival) <= end)
        {
            Now = Earlier(next.NextDue, NextArrival);
            if (NextArrival <= next.NextDue)
            {
                Deliver();
            }
            else
            {
                next.FireNext();
            }

            TakeSent();
        }

        Now = end;
        Nodes.ForEach(node => node.StandAt(end));
    }

    private Instant NextArrival => _inFlight.TryPeek(out _, out var key) ? key.Due : Instant.Max;

    private static Instant Earlier(Instant left, Instant right) => left < right ? left : right;

    private void Put(NodeRig node)
    {
        Nodes.Add(node);
        _taken.Add(0);
    }

    private NodeRig? NextNode() => Nodes.Where(node => !_stopped.Contains(node.Self.Index)).MinBy(node => node.NextDue);

    private void Deliver()
    {
        var (from, sending) = _inFlight.Dequeue();
        var to = sending.To.Index;
        if (to < Nodes.Count && !_stopped.Contains(to) && !IsLost(from, to, sending.Message))
        {
            Nodes[to].StandAt(Now);
            Nodes[to].Receive(from, sending.Message);
        }
    }

    private void TakeSent()
    {
        for (var index = 0; index < Nodes.Count; index++)
        {
            for (; _taken[index] < Nodes[index].Sent.Count; _taken[index]++)
            {
                _inFlight.Enqueue((index, Nodes[index].Sent[_taken[index]]), (Nodes[index].Now + Latency, _sent++));
            }
        }
    }
}
