using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Checkpoints;

namespace GossipLab.Web.Labs;

/// <summary>What becomes of a message, as the stage draws it.</summary>
public enum FlightFate : byte
{
    /// <summary>It arrives.</summary>
    Arrives,

    /// <summary>It is lost on the link.</summary>
    Lost,

    /// <summary>It stops at a wall or a cut link.</summary>
    Stopped,

    /// <summary>It was taken away by a command.</summary>
    Dropped,

    /// <summary>Its receiver does not run.</summary>
    ReceiverDown,

    /// <summary>It is held by a command.</summary>
    Held,
}

/// <summary>A message as the stage draws it.</summary>
public readonly record struct FlightMark(
    long Id, NodeId From, NodeId To, Instant SentAt, Instant DueAt, MessageKind Kind, byte Colour, byte Pips,
    FlightFate Fate, byte FateAt);

/// <summary>
/// Gathers the messages that departed since the last frame, and those in the air whose end is not the arrival they
/// were drawn with.
/// </summary>
public sealed class FlightCollector : IRewindable
{
    private readonly List<FlightMark> _marks = [];
    private readonly Dictionary<long, int> _places = [];
    private readonly Func<VersionedValue, byte> _colourOf;

    /// <summary>A collector.</summary>
    /// <param name="colourOf">The colour of a value on its way.</param>
    public FlightCollector(Func<VersionedValue, byte> colourOf) => _colourOf = colourOf;

    /// <summary>The messages since the last <see cref="Clear"/>.</summary>
    public IReadOnlyList<FlightMark> Marks => _marks;

    /// <summary>Whether any are kept; off for clusters that are drawn without messages.</summary>
    public bool IsOn { get; set; } = true;

    /// <summary>Messages departed since the last <see cref="Clear"/>, kept or not.</summary>
    public int Total { get; private set; }

    /// <summary>Watched messages that departed since the last <see cref="Clear"/>.</summary>
    public int Watched { get; private set; }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _marks.Clear();
        _places.Clear();
        Total = 0;
        Watched = 0;
    }

    /// <inheritdoc/>
    public void OnSent(in TraceStamp stamp, in Flight flight, in Message message)
    {
        Total++;
        Watched += Pacing.IsWatched(message.Kind) ? 1 : 0;
        if (IsOn)
        {
            Keep(Mark(flight, message, FlightFate.Arrives, byte.MaxValue));
        }
    }

    /// <inheritdoc/>
    public void OnLost(in TraceStamp stamp, in Flight flight, in Message message, LossReason reason, Instant lostAt)
    {
        if (!IsOn)
        {
            return;
        }

        var fate = reason switch
        {
            LossReason.Wall or LossReason.Cut => FlightFate.Stopped,
            LossReason.Dropped => FlightFate.Dropped,
            LossReason.ReceiverDown => FlightFate.ReceiverDown,
            _ => FlightFate.Lost,
        };
        var whole = Math.Max(1, (flight.DueAt - flight.SentAt).Ticks);
        var share = Math.Clamp((double)(lostAt - flight.SentAt).Ticks / whole, 0, 1);
        Keep(Mark(flight, message, fate, (byte)Math.Round(share * byte.MaxValue)));
    }

    /// <inheritdoc/>
    public void OnCommand(in TraceStamp stamp, ClusterCommand command)
    {
    }

    /// <inheritdoc/>
    public void OnArrived(in TraceStamp stamp, in Flight flight, in Message message)
    {
    }

    /// <inheritdoc/>
    public void OnReported(in TraceStamp stamp, in NodeEvent what)
    {
    }

    /// <inheritdoc/>
    public ObserverState Save() => new Nothing();

    /// <inheritdoc/>
    public void Restore(ObserverState state) => Clear();

    /// <summary>A message as the stage draws it.</summary>
    public FlightMark Mark(in Flight flight, in Message message, FlightFate fate, byte fateAt) => new(
        flight.Id, flight.From, flight.To, flight.SentAt, flight.DueAt, message.Kind, ColourOf(message),
        (byte)Math.Min(message.Updates.Count, byte.MaxValue), fate, fateAt);

    private void Keep(in FlightMark mark)
    {
        if (_places.TryGetValue(mark.Id, out var place))
        {
            _marks[place] = mark;
            return;
        }

        _places[mark.Id] = _marks.Count;
        _marks.Add(mark);
    }

    private byte ColourOf(in Message message)
    {
        if (message.CarriesValue)
        {
            return _colourOf(message.Value);
        }

        return message.Updates.Count == 0 || message.Kind is MessageKind.SyncRequest or MessageKind.SyncReply
            ? (byte)0
            : message.Updates.Items[0].State switch
            {
                MemberState.Suspect => (byte)5,
                MemberState.Dead or MemberState.Left => (byte)6,
                _ => (byte)7,
            };
    }

    private sealed record Nothing() : ObserverState(Bytes: 24);
}
