using System.Buffers.Binary;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Web.Features.SpaceTime;

/// <summary>What the diagram draws at one place; the browser's module knows the same numbers.</summary>
public enum HappeningKind : byte
{
    /// <summary>A command without a mark of its own.</summary>
    Command = 0,

    /// <summary>A message was sent.</summary>
    Sent = 1,

    /// <summary>A message arrived.</summary>
    Arrived = 2,

    /// <summary>A message was lost.</summary>
    Lost = 3,

    /// <summary>A node took a value.</summary>
    Value = 4,

    /// <summary>A belief changed; which one stands in the detail.</summary>
    Belief = 5,

    /// <summary>Anything else that a node reported of itself.</summary>
    Self = 6,

    /// <summary>A process ended.</summary>
    Killed = 7,

    /// <summary>A process started again.</summary>
    Restarted = 8,

    /// <summary>A process stood still; the end says until when.</summary>
    Paused = 9,

    /// <summary>A process went on.</summary>
    Resumed = 10,
}

/// <summary>One event of a run as the diagram needs it, with what was recorded of it.</summary>
/// <param name="Entry">What was recorded.</param>
/// <param name="Kind">What is drawn.</param>
/// <param name="End">When a message is due or was lost, when a pause ends; else zero.</param>
/// <param name="Detail">A message's kind, or a belief's state.</param>
/// <param name="Colour">The number of a value's colour, from 1; 0 is none.</param>
public sealed record Happening(TraceEntry Entry, HappeningKind Kind, Instant End, byte Detail, byte Colour)
{
    /// <summary>How many bytes one takes on its way to the browser.</summary>
    public const int Bytes = 32;

    /// <summary>Which event.</summary>
    public long Id => Entry.Stamp.Id;

    /// <summary>At which node it stands; nobody's for the network's.</summary>
    public NodeId Lane => Kind switch
    {
        HappeningKind.Sent => Entry.Flight.From,
        HappeningKind.Arrived or HappeningKind.Lost => Entry.Flight.To,
        _ => Entry.Stamp.Node,
    };

    private NodeId Other => Kind switch
    {
        HappeningKind.Sent => Entry.Flight.To,
        HappeningKind.Arrived or HappeningKind.Lost => Entry.Flight.From,
        HappeningKind.Belief => Entry.What.Subject,
        _ => NodeId.None,
    };

    private bool IsMessage => Kind is HappeningKind.Sent or HappeningKind.Arrived or HappeningKind.Lost;

    /// <summary>Writes it, little-endian.</summary>
    /// <param name="to">Room for it.</param>
    public void Write(Span<byte> to)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(to, (uint)Id);
        BinaryPrimitives.WriteDoubleLittleEndian(to[4..], Entry.Stamp.At.Microseconds);
        BinaryPrimitives.WriteDoubleLittleEndian(to[12..], Math.Min(End.Microseconds, 1e15));
        BinaryPrimitives.WriteUInt32LittleEndian(to[20..], (uint)(IsMessage ? Entry.Flight.Id : Entry.Stamp.Cause));
        BinaryPrimitives.WriteInt16LittleEndian(to[24..], Short(Lane));
        BinaryPrimitives.WriteInt16LittleEndian(to[26..], Short(Other));
        to[28] = (byte)Kind;
        to[29] = Detail;
        to[30] = Colour;
        to[31] = (byte)(Entry.Stamp.CauseKind == CauseKind.Timer ? 1 : 0);
    }

    private static short Short(NodeId node) => (short)Math.Clamp(node.Index, -1, short.MaxValue);
}
