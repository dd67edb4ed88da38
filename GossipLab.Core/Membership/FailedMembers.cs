using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <summary>
/// The members that a node believes failed, to be tried again long after the table forgot them (Serf's failed members).
/// </summary>
internal struct FailedMembers
{
    private NumberMap<int> _placeOf;
    private (NodeId Id, Instant Since)[]? _members;

    public readonly int Count => _placeOf.Count;

    public readonly NodeId this[int place] => _members![place].Id;

    public void Add(NodeId id, Instant since)
    {
        Remove(id);
        if (_members is null || Count == _members.Length)
        {
            Array.Resize(ref _members, Math.Max(2, 2 * Count));
        }

        _members[Count] = (id, since);
        _placeOf.Put(id.Index, Count);
    }

    public void Remove(NodeId id)
    {
        if (!_placeOf.TryFind(id.Index, out var place))
        {
            return;
        }

        _placeOf.Remove(id.Index);
        var last = _members![Count];
        if (place < Count)
        {
            _members[place] = last;
            _placeOf.Put(last.Id.Index, place);
        }
    }

    public readonly FailedMembers Copy()
    {
        var copy = this;
        copy._placeOf = _placeOf.Copy();
        copy._members = Count == 0 ? null : _members.AsSpan(0, Count).ToArray();
        return copy;
    }

    /// <summary>Gives up on those that failed before a moment.</summary>
    public void GiveUp(Instant before)
    {
        for (var place = Count - 1; place >= 0; place--)
        {
            if (_members![place].Since < before)
            {
                Remove(_members[place].Id);
            }
        }
    }
}
