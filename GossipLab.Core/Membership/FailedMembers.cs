using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <summary>
/// The members that a node believes failed, to be tried again long after the table forgot them (Serf's failed members).
/// </summary>
internal sealed class FailedMembers
{
    private readonly List<(NodeId Id, Instant Since)> _members = [];
    private readonly Dictionary<NodeId, int> _placeOf = [];

    public int Count => _members.Count;

    public NodeId this[int place] => _members[place].Id;

    public void Add(NodeId id, Instant since)
    {
        Remove(id);
        _placeOf[id] = _members.Count;
        _members.Add((id, since));
    }

    public void Remove(NodeId id)
    {
        if (!_placeOf.Remove(id, out var place))
        {
            return;
        }

        var last = _members[^1];
        _members.RemoveAt(_members.Count - 1);
        if (place < _members.Count)
        {
            _members[place] = last;
            _placeOf[last.Id] = place;
        }
    }

    /// <summary>Gives up on those that failed before a moment.</summary>
    public void GiveUp(Instant before)
    {
        for (var place = _members.Count - 1; place >= 0; place--)
        {
            if (_members[place].Since < before)
            {
                Remove(_members[place].Id);
            }
        }
    }
}
