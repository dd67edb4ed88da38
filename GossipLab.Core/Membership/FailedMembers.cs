using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <summary>
/// The members that a node believes failed, to be tried again long after the table forgot them (Serf's failed members).
/// </summary>
internal struct FailedMembers
{
    // Plain numbers are compared many at a time.
    private int[]? _ids;
    private Instant[]? _since;

    public int Count { get; private set; }

    public readonly NodeId this[int place] => new(_ids![place]);

    public readonly bool Contains(NodeId id) => _ids.AsSpan(0, Count).Contains(id.Index);

    public void Add(NodeId id, Instant since)
    {
        Remove(id);
        if (_ids is null || Count == _ids.Length)
        {
            Array.Resize(ref _ids, Math.Max(2, 2 * Count));
            Array.Resize(ref _since, _ids.Length);
        }

        (_ids[Count], _since![Count]) = (id.Index, since);
        Count++;
    }

    public void Remove(NodeId id)
    {
        var place = _ids.AsSpan(0, Count).IndexOf(id.Index);
        if (place >= 0)
        {
            Count--;
            (_ids![place], _since![place]) = (_ids[Count], _since[Count]);
        }
    }

    /// <summary>Passes its state through a tape.</summary>
    public void Pass(StateTape tape)
    {
        Count = tape.Pass(Count);
        if (tape.IsPlayed)
        {
            (_ids, _since) = Count == 0 ? (null, null) : (new int[Count], new Instant[Count]);
        }

        for (var place = 0; place < Count; place++)
        {
            // As long as there are any, there are both arrays.
            (_ids![place], _since![place]) = (tape.Pass(_ids[place]), tape.Pass(_since[place]));
        }
    }

    /// <summary>Gives up on those that failed before a moment.</summary>
    public void GiveUp(Instant before)
    {
        for (var place = Count - 1; place >= 0; place--)
        {
            if (_since![place] < before)
            {
                Remove(this[place]);
            }
        }
    }
}
