using System.Threading;
using GossipLab.Core.Protocol;
using GossipLab.Core.Wire;

namespace GossipLab.Core.Hosting;

/// <summary>
/// What a host counted since it began. Only its loop adds; anybody reads, and may see a number that is a moment old.
/// </summary>
public sealed class HostCounters
{
    private readonly long[] _refused = new long[Enum.GetValues<WireFault>().Length];
    private readonly long[] _sent = new long[(int)MessageKind.Heartbeat + 1];
    private readonly int[] _members = new int[(int)MemberState.Left + 1];
    private readonly long[] _received = new long[(int)MessageKind.Heartbeat + 1];

    private long _overflows;

    /// <summary>Inputs that found no room in the queue.</summary>
    public long Overflows => Interlocked.Read(ref _overflows);

    /// <summary>Bytes of messages sent, without those of the transport.</summary>
    public long BytesSent { get; internal set; }

    /// <summary>Bytes of messages taken.</summary>
    public long BytesReceived { get; internal set; }

    /// <summary>Sets that were answered.</summary>
    public long Sets { get; internal set; }

    /// <summary>Messages to somebody whose address is not known.</summary>
    public long Unaddressed { get; internal set; }

    /// <summary>How often the disk could not keep the state.</summary>
    public long StoreFailures { get; internal set; }

    /// <summary>Messages of a kind that were sent.</summary>
    /// <param name="kind">The kind.</param>
    public long SentOf(MessageKind kind) => Volatile.Read(ref _sent[(int)kind]);

    /// <summary>Messages of a kind that were taken.</summary>
    /// <param name="kind">The kind.</param>
    public long ReceivedOf(MessageKind kind) => Volatile.Read(ref _received[(int)kind]);

    /// <summary>Messages that were refused for a reason.</summary>
    /// <param name="fault">The reason.</param>
    public long RefusedFor(WireFault fault) => Volatile.Read(ref _refused[(int)fault]);

    /// <summary>How many members, itself included, the node believes to be in a state.</summary>
    /// <param name="state">The state.</param>
    public int MembersIn(MemberState state) => Volatile.Read(ref _members[(int)state]);

    internal void NoteMembers(MemberState state, int count) => _members[(int)state] = count;

    internal void CountSent(MessageKind kind, int bytes)
    {
        _sent[(int)kind]++;
        BytesSent += bytes;
    }

    internal void CountReceived(MessageKind kind, int bytes)
    {
        _received[(int)kind]++;
        BytesReceived += bytes;
    }

    internal void CountRefused(WireFault fault) => _refused[(int)fault]++;

    internal void CountOverflow() => Interlocked.Increment(ref _overflows);
}
