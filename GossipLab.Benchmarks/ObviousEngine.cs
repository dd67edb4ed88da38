using GossipLab.Core.Primitives;

namespace GossipLab.Benchmarks;

/// <summary>
/// The push workload as one would write it first: a priority queue of closures. It rolls the same dice as the real
/// nodes, so it lives through the same events; a test of the benchmark compares when the last node learns.
/// </summary>
internal sealed class ObviousEngine
{
    private const long Interval = 2_000_000;
    private const int FanOut = 2;

    private readonly PriorityQueue<Action, (long Due, long Order)> _queue = new();
    private readonly Dice _network;
    private readonly Node[] _nodes;
    private long _order;
    private long _now;
    private int _informed;

    public ObviousEngine(int nodes, ulong seed)
    {
        _network = new Dice(seed, -1);
        _nodes = new Node[nodes];
        for (var index = 0; index < nodes; index++)
        {
            var node = new Node(index, new Dice(seed, index));
            _nodes[index] = node;
            After(node.Dice.Roll(DiceStream.TimerPhase, Instant.Zero, 1).Below(Interval), () => Tick(node));
        }

        Accept(_nodes[0], 7, 1);
    }

    public static Run Measure(int nodes)
    {
        var engine = new ObviousEngine(nodes, PushWorkload.Scenario(nodes).Seed);
        var meter = Meter.Start();
        return meter.Stop(engine.RunToTheLast(), new Instant(engine._now));
    }

    private long RunToTheLast()
    {
        long events = 0;
        while (_informed < _nodes.Length)
        {
            _queue.TryDequeue(out var action, out var key);
            _now = key.Due;
            action!();
            events++;
        }

        return events;
    }

    private void After(long delay, Action action) => _queue.Enqueue(action, (_now + delay, _order++));

    private void Tick(Node node)
    {
        After(Interval, () => Tick(node));
        if (node.Generation == 0)
        {
            return;
        }

        var rng = node.Dice.Roll(DiceStream.PeerChoice, new Instant(_now));
        var picked = new List<int>(FanOut);
        while (picked.Count < FanOut)
        {
            var peer = rng.Below(_nodes.Length);
            if (peer != node.Index && !picked.Contains(peer))
            {
                picked.Add(peer);
            }
        }

        for (var place = 0; place < picked.Count; place++)
        {
            Send(node, _nodes[picked[place]], place);
        }
    }

    private void Send(Node from, Node to, int placeInTurn)
    {
        var key = ((ulong)(uint)from.Index << 32 | (uint)to.Index) + 1 + ((ulong)placeInTurn << 56);
        var delay = 10_000 + _network.Roll(DiceStream.Latency, new Instant(_now), key).Below(90_001L);
        var (value, generation) = (from.Value, from.Generation);
        After(delay, () => Accept(to, value, generation));
    }

    private void Accept(Node node, long value, long generation)
    {
        if (generation > node.Generation)
        {
            (node.Value, node.Generation) = (value, generation);
            _informed++;
        }
    }

    private sealed class Node(int index, Dice dice)
    {
        public int Index { get; } = index;

        public Dice Dice { get; } = dice;

        public long Value { get; set; } = 42;

        public long Generation { get; set; }
    }
}
