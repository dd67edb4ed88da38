using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <summary>
/// The network between simulated nodes: how long a message takes and whether it arrives. It decides by keyed dice, a
/// message's key being (sender, receiver, moment, its place in the sender's turn), so one message more never changes
/// another one's fate.
/// </summary>
public sealed partial class SimulatedNetwork
{
    private const ulong NodeSalt = 0x5851F42D4C957F2D;

    private Dice _dice;
    private DiceOfStream _latencyDice;
    private readonly int _nodes;
    private readonly NetworkOptions _options;
    private Dictionary<(int From, int To), LinkState> _links = [];
    private Dictionary<int, Ratio> _nodeLoss = [];
    private List<(string Name, HashSet<int> Side)> _walls = [];
    private LatencyOptions _latency;

    // Of a calm network whose latency is a plain span: the least a message takes and how many microseconds there are
    // from there to the most. None otherwise.
    private TimeSpan _least;
    private long _choices;

    internal SimulatedNetwork(ulong seed, int nodes, NetworkOptions options)
    {
        Reseed(seed);
        _nodes = nodes;
        _options = options;
        _latency = options.Latency;
        Loss = options.Loss;
        NoteLatency();
    }

    /// <summary>What is special about one direction of a link.</summary>
    /// <param name="IsCut">Nothing passes.</param>
    /// <param name="Loss">Lost on top of the network's loss.</param>
    /// <param name="ExtraLatency">Taken on top of the network's latency.</param>
    public readonly record struct LinkState(bool IsCut, Ratio Loss, TimeSpan ExtraLatency);

    /// <summary>The share of datagrams lost at random now.</summary>
    public Ratio Loss { get; private set; }

    /// <summary>The latency now.</summary>
    public LatencyOptions Latency => _latency;

    /// <summary>The walls that stand, by name, with the nodes of one side.</summary>
    public IReadOnlyList<(string Name, HashSet<int> Side)> Walls => _walls;

    /// <summary>The links that are special, by direction.</summary>
    public IReadOnlyDictionary<(int From, int To), LinkState> Links => _links;

    /// <summary>The nodes whose datagrams are lost more often.</summary>
    public IReadOnlyDictionary<int, Ratio> NodeLoss => _nodeLoss;

    /// <summary>Whether nothing stands between any two nodes.</summary>
    internal bool IsOpen => _walls.Count == 0 && _links.Count == 0;

    /// <summary>Whether there is nothing but latency: every message arrives, once.</summary>
    internal bool IsCalm => IsOpen && Loss.IsZero && _nodeLoss.Count == 0
        && _options.Reorder.IsZero && _options.Duplicate.IsZero;

    /// <summary>The zone of a node.</summary>
    /// <param name="node">The node.</param>
    public int ZoneOf(NodeId node) => _options.ZoneOf(node.Index, _nodes);

    /// <summary>Draws from now on as a run with another seed does. What is on its way keeps its fate.</summary>
    internal void Reseed(ulong seed)
    {
        _dice = new Dice(seed, -1);
        _latencyDice = _dice.Of(DiceStream.Latency);
    }

    /// <summary>A network of its own in the same condition.</summary>
    internal SimulatedNetwork Copy()
    {
        var copy = (SimulatedNetwork)MemberwiseClone();
        copy._links = new Dictionary<(int From, int To), LinkState>(_links);
        copy._nodeLoss = new Dictionary<int, Ratio>(_nodeLoss);
        copy._walls = [.. _walls]; // sides are never changed
        return copy;
    }

    internal void BuildWall(string name, IReadOnlyList<NodeId> side)
    {
        RemoveWall(name);
        var indexes = new HashSet<int>(side.Count);
        foreach (var id in side)
        {
            indexes.Add(id.Index);
        }

        _walls.Add((name, indexes));
    }

    internal void RemoveWall(string name) => _walls.RemoveAll(wall => wall.Name == name);

    internal void Cut(NodeId from, NodeId to) => Change(from, to, state => state with { IsCut = true });

    internal void SetLink(NodeId from, NodeId to, Ratio? loss, TimeSpan? extraLatency) => Change(from, to, state =>
        state with { Loss = loss ?? state.Loss, ExtraLatency = extraLatency ?? state.ExtraLatency });

    internal void SetNodeLoss(NodeId node, Ratio loss)
    {
        if (loss.IsZero)
        {
            _nodeLoss.Remove(node.Index);
        }
        else
        {
            _nodeLoss[node.Index] = loss;
        }
    }

    internal void Set(Ratio? loss, LatencyOptions? latency)
    {
        Loss = loss ?? Loss;
        _latency = latency ?? _latency;
        NoteLatency();
    }

    internal void Heal()
    {
        _walls.Clear();
        _links.Clear();
        _nodeLoss.Clear();
    }

    /// <summary>Why nothing can pass between two nodes now, or null when it can.</summary>
    internal LossReason? Obstacle(NodeId from, NodeId to)
    {
        foreach (var (_, side) in _walls)
        {
            if (side.Contains(from.Index) != side.Contains(to.Index))
            {
                return LossReason.Wall;
            }
        }

        return _links.Count > 0 && _links.TryGetValue((from.Index, to.Index), out var link) && link.IsCut
            ? LossReason.Cut : null;
    }

    /// <summary>How long a message takes that is sent now while the network is calm.</summary>
    internal TimeSpan DelayWhenCalm(NodeId from, NodeId to, Instant now, int placeInTurn, bool isStream)
    {
        var key = KeyOf(from, to, placeInTurn);
        if (_choices == 0 || isStream)
        {
            return Delay(from, to, now, key, isStream);
        }

        var micros = _latencyDice.Roll(now, key).Below(_choices);
        return _least + new TimeSpan(micros * TimeSpan.TicksPerMicrosecond);
    }

    /// <summary>What happens to a message that is sent now.</summary>
    internal Fate Decide(NodeId from, NodeId to, Instant now, int placeInTurn, bool isStream)
    {
        var key = KeyOf(from, to, placeInTurn);
        var link = default(LinkState);
        if (_links.Count > 0)
        {
            _links.TryGetValue((from.Index, to.Index), out link);
        }

        var delay = Delay(from, to, now, key, isStream) + link.ExtraLatency;
        if (isStream)
        {
            return new Fate(delay, false, null);
        }

        var isLost = Rolls(DiceStream.Loss, now, key, Loss) || Rolls(DiceStream.Loss, now, ~key, link.Loss)
            || IsLostAtNode(from, now, key) || IsLostAtNode(to, now, key + 1);
        if (Rolls(DiceStream.Reorder, now, key, _options.Reorder))
        {
            var most = _options.ReorderBy.Ticks / TimeSpan.TicksPerMicrosecond;
            delay += TimeSpan.FromMicroseconds(_dice.Roll(DiceStream.Reorder, now, ~key).Below(most + 1));
        }

        TimeSpan? second = Rolls(DiceStream.Duplicate, now, key, _options.Duplicate)
            ? Delay(from, to, now, ~key, isStream: false) + link.ExtraLatency : null;
        return new Fate(delay, isLost, second);
    }

    /// <summary>Where on its way a message that is lost at random is lost.</summary>
    internal Instant LossPoint(NodeId from, NodeId to, Instant now, TimeSpan delay)
    {
        var key = (ulong)(uint)from.Index << 32 | (uint)to.Index;
        var micros = delay.Ticks / TimeSpan.TicksPerMicrosecond;
        return now + TimeSpan.FromMicroseconds(_dice.Roll(DiceStream.LossPoint, now, key + 1).Below(micros + 1));
    }

    private static ulong KeyOf(NodeId from, NodeId to, int placeInTurn) =>
        ((ulong)(uint)from.Index << 32 | (uint)to.Index) + 1 + ((ulong)placeInTurn << 56);

    private bool IsLostAtNode(NodeId node, Instant now, ulong key) =>
        _nodeLoss.Count > 0 && _nodeLoss.TryGetValue(node.Index, out var loss)
        && Rolls(DiceStream.Loss, now, key ^ NodeSalt, loss);

    private bool Rolls(DiceStream stream, Instant now, ulong key, Ratio chance) =>
        !chance.IsZero && _dice.Roll(stream, now, key).Happens(chance);

    private TimeSpan Delay(NodeId from, NodeId to, Instant now, ulong key, bool isStream)
    {
        var rng = _latencyDice.Roll(now, key);
        var delay = _latency.Sample(ref rng);
        if (_options.Zones > 1 && _options.ZoneLatency.Count > 0)
        {
            delay += _options.ZoneLatency[ZoneOf(from) * _options.Zones + ZoneOf(to)];
        }

        // A stream's request waits for the connection: one way there, one back, and there again.
        return isStream ? delay * 3 : delay;
    }

    // What LatencyOptions.Sample does for a uniform latency, prepared: it is asked for every message.
    private void NoteLatency()
    {
        var isPlain = _latency.Kind == LatencyKind.Uniform && _latency.Base + _latency.Spread < LatencyOptions.Longest
            && (_options.Zones <= 1 || _options.ZoneLatency.Count == 0);
        _least = _latency.Base;
        _choices = isPlain ? 1 + _latency.Spread.Ticks / TimeSpan.TicksPerMicrosecond : 0;
    }

    private void Change(NodeId from, NodeId to, Func<LinkState, LinkState> change)
    {
        _links.TryGetValue((from.Index, to.Index), out var state);
        _links[(from.Index, to.Index)] = change(state);
    }

    /// <summary>What the dice say about one message.</summary>
    /// <param name="Delay">How long it takes.</param>
    /// <param name="IsLost">Whether it is lost at random.</param>
    /// <param name="SecondDelay">How long its duplicate takes; null where there is none.</param>
    internal readonly record struct Fate(TimeSpan Delay, bool IsLost, TimeSpan? SecondDelay);
}
