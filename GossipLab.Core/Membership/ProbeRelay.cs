using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <summary>A ping for somebody else.</summary>
/// <param name="Sequence">The helper's own number of the ping.</param>
/// <param name="Requester">Who asked.</param>
/// <param name="Request">The requester's number, which the answer repeats.</param>
/// <param name="Subject">Who is pinged.</param>
/// <param name="WantsNack">Whether the requester still wants to hear that there is no answer.</param>
internal readonly record struct Relay(uint Sequence, NodeId Requester, uint Request, NodeId Subject, bool WantsNack);

/// <summary>The pings that a node has out for others. Few at a time, so they are searched from the first.</summary>
internal struct ProbeRelay
{
    /// <summary>How many there are at most; a request beyond is refused.</summary>
    public const int MaxOutstanding = 256;

    private Relay[]? _relays;

    public int Count { get; private set; }

    public bool TryAdd(in Relay relay)
    {
        if (Count == MaxOutstanding)
        {
            return false;
        }

        if (_relays is null || Count == _relays.Length)
        {
            Array.Resize(ref _relays, Math.Max(4, 2 * Count));
        }

        _relays[Count++] = relay;
        return true;
    }

    public readonly bool TryFind(uint sequence, out Relay relay)
    {
        var place = PlaceOf(sequence);
        relay = place < 0 ? default : _relays![place];
        return place >= 0;
    }

    /// <summary>Notes that its requester was told.</summary>
    public readonly void NoteNack(uint sequence)
    {
        var place = PlaceOf(sequence);
        _relays![place] = _relays[place] with { WantsNack = false };
    }

    public void Remove(uint sequence)
    {
        var place = PlaceOf(sequence);
        _relays![place] = _relays[--Count];
    }

    /// <summary>Passes its state through a tape.</summary>
    public void Pass(StateTape tape)
    {
        Count = tape.Pass(Count);
        _relays = tape.Pass(Count == 0 ? null : _relays, static relays => [.. relays]);
    }

    private readonly int PlaceOf(uint sequence)
    {
        for (var place = 0; place < Count; place++)
        {
            if (_relays![place].Sequence == sequence)
            {
                return place;
            }
        }

        return -1;
    }
}
