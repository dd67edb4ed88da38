using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Web.Labs;

/// <summary>A piece of virtual time and how it is played.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="To">Its end.</param>
/// <param name="Rate">Virtual time in a unit of wall time.</param>
/// <param name="IsPlaying">Whether time goes on after it.</param>
/// <param name="IsJump">Whether the stage jumps to its end.</param>
public readonly record struct FrameSpan(Instant From, Instant To, double Rate, bool IsPlaying, bool IsJump);

/// <summary>
/// Builds one binary frame per lab and tick for all its viewers. It reads its source and decides nothing: positions,
/// shapes and movement are the browser's.
/// </summary>
public sealed class FrameBuilder
{
    /// <summary>Up to so many nodes are drawn with labels.</summary>
    public const int MostLabelled = 64;

    /// <summary>Up to so many nodes are drawn with messages.</summary>
    public const int MostWithFlights = 1000;

    /// <summary>The most messages in one frame: 30 frames a second then stay below 200 KB.</summary>
    public const int MostFlights = 160;

    private const byte Snapshot = 0, Delta = 1;

    private readonly FrameWriter _writer = new();
    private readonly List<NodeMark> _drawn = [];
    private readonly List<int> _changed = [];

    /// <summary>How the stage draws so many nodes.</summary>
    public static string ModeFor(int nodes) =>
        nodes <= MostLabelled ? "ring" : nodes <= MostWithFlights ? "cloud" : "grid";

    /// <summary>Counts the frames built.</summary>
    public uint Sequence { get; private set; }

    /// <summary>Builds what changed since the last frame.</summary>
    public byte[] BuildDelta(IStageSource source, in FrameSpan span)
    {
        Sequence++;
        Update(source);
        Header(source, Delta, span);
        Nodes(_changed);
        Labels(source, _changed);
        Arcs(source);
        Flights(source, source.Departed, span.From, source.DepartedCount);
        return _writer.ToArray();
    }

    /// <summary>Builds everything as the last delta left it, for a viewer who has nothing.</summary>
    public byte[] BuildSnapshot(IStageSource source, in FrameSpan span)
    {
        Update(source);
        _changed.Clear();
        for (var index = 0; index < _drawn.Count; index++)
        {
            _changed.Add(index);
        }

        Header(source, Snapshot, span);
        Nodes(_changed);
        Labels(source, _changed);
        Arcs(source);
        var inAir = source.FlightsInAir();
        Flights(source, inAir, span.From, inAir.Count);
        return _writer.ToArray();
    }

    /// <summary>Forgets what was drawn: the next run begins.</summary>
    public void Reset() => _drawn.Clear();

    private void Update(IStageSource source)
    {
        _changed.Clear();
        for (var index = 0; index < source.NodeCount; index++)
        {
            var mark = source.MarkOf(new NodeId(index));
            if (index >= _drawn.Count)
            {
                _drawn.Add(mark);
                _changed.Add(index);
            }
            else if (_drawn[index] != mark)
            {
                _drawn[index] = mark;
                _changed.Add(index);
            }
        }
    }

    private void Header(IStageSource source, byte kind, in FrameSpan span)
    {
        var flags = (span.IsPlaying ? 1 : 0) | (source.Lens is null ? 0 : 2) | (span.IsJump ? 4 : 0);
        _writer.Clear();
        _writer.WriteByte(kind);
        _writer.WriteByte(1);
        _writer.WriteByte((byte)flags);
        _writer.WriteByte(0);
        _writer.WriteUInt32(Sequence);
        _writer.WriteDouble(span.From.Milliseconds);
        _writer.WriteDouble(span.To.Milliseconds);
        _writer.WriteDouble(span.Rate);
        _writer.WriteUInt32(source.NodeCount);
        _writer.WriteUInt32(source.InformedShown);
    }

    private void Nodes(List<int> indexes)
    {
        _writer.WriteUInt32(indexes.Count);
        foreach (var index in indexes)
        {
            var mark = _drawn[index];
            _writer.WriteUInt32(index);
            _writer.WriteByte(mark.Fill);
            _writer.WriteByte(mark.Ring);
            _writer.WriteByte(mark.Badges);
            _writer.WriteByte(mark.RingAux);
        }
    }

    private void Labels(IStageSource source, List<int> indexes)
    {
        if (source.NodeCount > MostLabelled)
        {
            _writer.WriteUInt32(0);
            return;
        }

        _writer.WriteUInt32(indexes.Count);
        foreach (var index in indexes)
        {
            var mark = _drawn[index];
            _writer.WriteUInt32(index);
            _writer.WriteInt64(mark.Value);
            _writer.WriteUInt32(mark.Generation);
            _writer.WriteUInt32(mark.Incarnation);
            _writer.WriteUInt32(0);
        }
    }

    private void Arcs(IStageSource source)
    {
        var place = _writer.Count();
        var count = 0;
        foreach (var (subject, start, end) in source.SuspicionArcs())
        {
            if (count++ == MostLabelled)
            {
                count--;
                break;
            }

            _writer.WriteUInt32(subject.Index);
            _writer.WriteDouble(start.Milliseconds);
            _writer.WriteDouble(end.Milliseconds);
        }

        _writer.SetCount(place, count);
    }

    private void Flights(IStageSource source, IReadOnlyList<FlightMark> marks, Instant from, int total)
    {
        var nodes = source.NodeCount;
        var most = nodes <= MostWithFlights ? MostFlights : 0;
        var share = marks.Count <= most ? ulong.MaxValue : (ulong)(ulong.MaxValue * (double)most / marks.Count);
        var place = _writer.Count();
        var count = 0;
        foreach (var mark in marks)
        {
            // Which are drawn is a hash of their number, so the same ones are seen again when time is rewound.
            if (most == 0 || (share != ulong.MaxValue && Dice.Mix((ulong)mark.Id) > share))
            {
                continue;
            }

            count++;
            Flight(mark, from);
        }

        _writer.SetCount(place, count);
        _writer.WriteUInt32(total);
    }

    private void Flight(in FlightMark mark, Instant from)
    {
        _writer.WriteUInt32(mark.Id);
        _writer.WriteUInt32(mark.From.Index);
        _writer.WriteUInt32(mark.To.Index);
        _writer.WriteSingle((mark.SentAt - from).TotalMilliseconds);
        _writer.WriteSingle((mark.DueAt - from).TotalMilliseconds);
        _writer.WriteByte((byte)mark.Kind);
        _writer.WriteByte(mark.Colour);
        _writer.WriteByte(mark.Pips);
        _writer.WriteByte((byte)mark.Fate);
        _writer.WriteByte(mark.FateAt);
        _writer.WriteByte(0);
        _writer.WriteUInt16(0);
    }
}
