using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <summary>A table of its own records, in an array by number: for a node that runs alone.</summary>
public sealed class DenseTable : MemberTable
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

    private readonly int _maxMembers;
    private Record[] _records = [];
    private MemberMeta[] _metas = [];

    /// <summary>An empty table.</summary>
    /// <param name="maxMembers">Members with a number below it fit in.</param>
    public DenseTable(int maxMembers)
        : base(maxMembers) => _maxMembers = maxMembers;

    /// <inheritdoc/>
    public override bool TryFind(NodeId id, out Member member)
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

    internal override DenseTable Copy()
    {
        var copy = (DenseTable)MemberwiseClone();
        copy._records = [.. _records];
        copy._metas = [.. _metas];
        return copy;
    }

    internal override MemberState? StateOf(NodeId id, out Incarnation incarnation)
    {
        var mark = MarkOf(id);
        incarnation = mark == 0 ? default : _records[id.Index].Incarnation;
        return mark == 0 ? null : (MemberState)(mark - 1);
    }

    private protected override byte MarkOf(NodeId id) =>
        (uint)id.Index < (uint)_records.Length ? _records[id.Index].Mark : (byte)0;

    private protected override void Write(in Member member)
    {
        if (member.Id.Index >= _records.Length)
        {
            Array.Resize(ref _records, Math.Min(_maxMembers, Math.Max(member.Id.Index + 1, 2 * _records.Length)));
        }

        ref var record = ref _records[member.Id.Index];
        record.Since = member.Since;
        record.Address = member.Address;
        record.Incarnation = member.Incarnation;
        record.Versions = member.Versions;
        record.Mark = (byte)(member.State + 1);
        WriteMeta(member.Id, member.Meta);
    }

    private protected override void Erase(NodeId id)
    {
        _records[id.Index] = default;
        WriteMeta(id, default);
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
}
