using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.Labs;

namespace GossipLab.Web.Features.SpaceTime;

/// <summary>
/// Keeps the latest events of a run for the diagram. Of those it lets go it keeps what still holds where the diagram
/// begins: which value each node has, what it believes, and whether its process runs.
/// </summary>
public sealed class SpaceTimeRecorder(int nodes, int capacity = SpaceTimeRecorder.Most) : IClusterObserver
{
    /// <summary>The most events kept.</summary>
    public const int Most = 5_000;

    private readonly Queue<Happening> _kept = [];
    private readonly SortedDictionary<(int Node, int Subject), Happening> _standing = [];
    private readonly Dictionary<VersionedValue, byte> _colours = [];
    private readonly bool _isLarge = nodes > FrameBuilder.MostLabelled;

    /// <summary>The events kept, oldest first.</summary>
    public IReadOnlyCollection<Happening> Kept => _kept;

    /// <summary>How many older ones were let go.</summary>
    public long Forgotten { get; private set; }

    /// <summary>What held before the oldest event kept.</summary>
    public IReadOnlyList<Happening> Standing => [.. _standing.Values.OrderBy(one => one.Id)];

    /// <inheritdoc/>
    public void OnCommand(in TraceStamp stamp, ClusterCommand command)
    {
        var (kind, end) = command switch
        {
            KillNode => (HappeningKind.Killed, Instant.Zero),
            RestartNode => (HappeningKind.Restarted, Instant.Zero),
            PauseNode pause => (HappeningKind.Paused,
                pause.Duration is { } span ? stamp.At + span : Instant.Max),
            ResumeNode => (HappeningKind.Resumed, Instant.Zero),
            LeaveNode or _ => (HappeningKind.Command, Instant.Zero),
        };
        var entry = new TraceEntry { Stamp = stamp, Kind = TraceKind.Command, Command = command };
        Keep(new Happening(entry, kind, end, 0, 0));
    }

    /// <inheritdoc/>
    public void OnSent(in TraceStamp stamp, in Flight flight, in Message message) =>
        Keep(TraceKind.Sent, stamp, (flight, message), flight.DueAt);

    /// <inheritdoc/>
    public void OnArrived(in TraceStamp stamp, in Flight flight, in Message message) =>
        Keep(TraceKind.Arrived, stamp, (flight, message), Instant.Zero);

    /// <inheritdoc/>
    public void OnLost(in TraceStamp stamp, in Flight flight, in Message message, LossReason reason, Instant lostAt) =>
        Keep(TraceKind.Lost, stamp, (flight, message), lostAt, reason);

    /// <inheritdoc/>
    public void OnReported(in TraceStamp stamp, in NodeEvent what)
    {
        if (what.Kind is not (NodeEventKind.ValueChanged or NodeEventKind.BeliefChanged or NodeEventKind.Self))
        {
            return;
        }

        var entry = new TraceEntry { Stamp = stamp, Kind = TraceKind.Reported, What = what };
        Keep(what.Kind switch
        {
            NodeEventKind.ValueChanged => new Happening(entry, HappeningKind.Value, Instant.Zero, 0, ColourOf(
                new VersionedValue(what.Value, new Generation(what.Number), what.Subject))),
            NodeEventKind.BeliefChanged =>
                new Happening(entry, HappeningKind.Belief, Instant.Zero, (byte)what.State, 0),
            _ => new Happening(entry, HappeningKind.Self, Instant.Zero, 0, 0),
        });
    }

    // Large clusters hum with pings; of theirs only messages that carry news are kept.
    private void Keep(
        TraceKind kind, in TraceStamp stamp, (Flight Flight, Message Message) sent, Instant end,
        LossReason reason = default)
    {
        var message = sent.Message;
        if (_isLarge && !message.CarriesValue && message.Updates.Count == 0)
        {
            return;
        }

        var entry = new TraceEntry
        {
            Stamp = stamp, Kind = kind, Flight = sent.Flight, Message = message, Reason = reason,
        };
        var drawn = kind switch
        {
            TraceKind.Sent => HappeningKind.Sent,
            TraceKind.Arrived => HappeningKind.Arrived,
            _ => HappeningKind.Lost,
        };
        var colour = message.CarriesValue ? ColourOf(message.Value) : (byte)0;
        Keep(new Happening(entry, drawn, end, (byte)message.Kind, colour));
    }

    private void Keep(Happening happening)
    {
        if (_kept.Count == capacity)
        {
            Forget(_kept.Dequeue());
        }

        _kept.Enqueue(happening);
    }

    private void Forget(Happening old)
    {
        Forgotten++;
        var subject = old.Kind switch
        {
            HappeningKind.Value => -1,
            HappeningKind.Killed or HappeningKind.Restarted or HappeningKind.Paused or HappeningKind.Resumed => -2,
            HappeningKind.Belief => old.Entry.What.Subject.Index,
            _ => int.MinValue,
        };
        if (subject != int.MinValue)
        {
            _standing[(old.Lane.Index, subject)] = old;
        }
    }

    // What nodes are born with has no colour; three colours are told apart, a fourth value begins again.
    private byte ColourOf(in VersionedValue value)
    {
        if (value.Generation == Generation.Zero)
        {
            return 0;
        }

        if (!_colours.TryGetValue(value, out var colour))
        {
            colour = (byte)(_colours.Count % 3 + 1);
            if (_colours.Count < capacity)
            {
                _colours.Add(value, colour);
            }
        }

        return colour;
    }
}
