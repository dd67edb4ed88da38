using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <summary>
/// Where one node keeps what it believes: a record for each member, by number, and the order in which members are
/// probed. Everything that changes a belief goes through <see cref="Set"/>, so that another kind of table can take its
/// place.
/// </summary>
public sealed class DenseTable : IRoster
{
    private struct Record
    {
        public Instant Since;
        public NodeAddress Address;
        public Incarnation Incarnation;
        public ProtocolVersions Versions;

        // 0 is unknown, otherwise one more than the state.
        public byte Mark;
    }

    private readonly int[] _countByMark = new int[5];
    private readonly int _maxMembers;
    private Record[] _records = [];
    private MemberMeta[] _metas = [];
    private NodeId[] _order = [];

    /// <summary>An empty table.</summary>
    /// <param name="maxMembers">Members with a number below it fit in.</param>
    public DenseTable(int maxMembers) => _maxMembers = maxMembers;

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public NodeId this[int place] =>
        place < Count ? _order[place] : throw new ArgumentOutOfRangeException(nameof(place));

    /// <summary>How many members are believed to be in a state.</summary>
    /// <param name="state">The state.</param>
    public int CountOf(MemberState state) => _countByMark[(int)state + 1];

    /// <summary>Whether somebody's number fits in.</summary>
    /// <param name="id">Anything.</param>
    public bool Fits(NodeId id) => (uint)id.Index < (uint)_maxMembers;

    /// <summary>Whether there is a record.</summary>
    /// <param name="id">Anything.</param>
    public bool Knows(NodeId id) => MarkOf(id) > 0;

    /// <inheritdoc/>
    public bool IsLive(NodeId id) => MarkOf(id) == (byte)MemberState.Alive + 1;

    /// <summary>What is believed of somebody; null where nothing is known.</summary>
    /// <param name="id">Anything.</param>
    public MemberState? StateOf(NodeId id)
    {
        var mark = MarkOf(id);
        return mark == 0 ? null : (MemberState)(mark - 1);
    }

    /// <summary>The record of somebody.</summary>
    /// <param name="id">Anything.</param>
    /// <param name="member">The record, where there is one.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryFind(NodeId id, out Member member)
    {
        if (MarkOf(id) == 0)
        {
            member = default;
            return false;
        }

        ref readonly var record = ref _records[id.Index];
        member = new Member(id, (MemberState)(record.Mark - 1), record.Incarnation, record.Since)
        {
            Address = record.Address,
            Meta = id.Index < _metas.Length ? _metas[id.Index] : default,
            Versions = record.Versions,
        };
        return true;
    }

    /// <summary>All records, in the order of the table.</summary>
    public Member[] AllMembers()
    {
        var members = new Member[Count];
        for (var place = 0; place < Count; place++)
        {
            TryFind(_order[place], out members[place]);
        }

        return members;
    }

    /// <summary>All records as a message carries them.</summary>
    /// <param name="from">Who tells them.</param>
    public MemberUpdates AllRecords(NodeId from)
    {
        var records = new MemberUpdate[Count];
        for (var place = 0; place < Count; place++)
        {
            TryFind(_order[place], out var member);
            records[place] = member.ToUpdate(from);
        }

        return new MemberUpdates(records, Count);
    }

    /// <summary>
    /// Makes a record. It enters the order at the end and changes places with the one at the given place, so that new
    /// members are not all probed last (memberlist).
    /// </summary>
    /// <param name="member">The record of somebody who fits in and is unknown.</param>
    /// <param name="place">Where in the order; 0 to <see cref="Count"/>.</param>
    public void Add(in Member member, int place)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)member.Id.Index, (uint)_maxMembers, nameof(member));
        if (member.Id.Index >= _records.Length)
        {
            Array.Resize(ref _records, Math.Min(_maxMembers, Math.Max(member.Id.Index + 1, 2 * _records.Length)));
        }

        if (Count == _order.Length)
        {
            Array.Resize(ref _order, Math.Max(4, 2 * Count));
        }

        _order[Count] = member.Id;
        (_order[place], _order[Count]) = (_order[Count], _order[place]);
        Count++;
        Write(member);
    }

    /// <summary>Replaces a record.</summary>
    /// <param name="member">The record of somebody who is known.</param>
    public void Set(in Member member)
    {
        _countByMark[_records[member.Id.Index].Mark]--;
        Write(member);
    }

    /// <summary>Forgets members that are dead or left for longer than some time; never the node itself.</summary>
    /// <param name="before">Those that are gone since before this moment.</param>
    /// <param name="self">The node.</param>
    /// <param name="reaped">The forgotten are added to it, in order.</param>
    public void Reap(Instant before, NodeId self, List<Member> reaped)
    {
        if (CountOf(MemberState.Dead) + CountOf(MemberState.Left) == 0)
        {
            return;
        }

        var kept = 0;
        for (var place = 0; place < Count; place++)
        {
            var id = _order[place];
            ref readonly var record = ref _records[id.Index];
            if (record.Mark > (byte)MemberState.Suspect + 1 && record.Since < before && id != self)
            {
                TryFind(id, out var member);
                reaped.Add(member);
                Forget(id);
            }
            else
            {
                _order[kept++] = id;
            }
        }

        Count = kept;
    }

    /// <summary>Brings the order into a random one.</summary>
    /// <param name="rng">The randomness.</param>
    public void Shuffle(ref Rng rng)
    {
        for (var place = Count - 1; place > 0; place--)
        {
            var other = rng.Below(place + 1);
            (_order[place], _order[other]) = (_order[other], _order[place]);
        }
    }

    private byte MarkOf(NodeId id) => (uint)id.Index < (uint)_records.Length ? _records[id.Index].Mark : (byte)0;

    private void Write(in Member member)
    {
        ref var record = ref _records[member.Id.Index];
        record.Since = member.Since;
        record.Address = member.Address;
        record.Incarnation = member.Incarnation;
        record.Versions = member.Versions;
        record.Mark = (byte)(member.State + 1);
        _countByMark[record.Mark]++;
        WriteMeta(member.Id, member.Meta);
    }

    // Most clusters have no meta at all: the array grows with the first.
    private void WriteMeta(NodeId id, MemberMeta meta)
    {
        if (id.Index < _metas.Length)
        {
            _metas[id.Index] = meta;
        }
        else if (meta.Bytes > 0)
        {
            Array.Resize(ref _metas, _records.Length);
            _metas[id.Index] = meta;
        }
    }

    private void Forget(NodeId id)
    {
        ref var record = ref _records[id.Index];
        _countByMark[record.Mark]--;
        record = default;
        WriteMeta(id, default);
    }
}
