using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Tables;

/// <summary>
/// The whole state of a node as a message carries it: its baseline and its differences at that moment. Written out only
/// for those who ask for each record; a receiver of the same cohort compares differences.
/// </summary>
internal sealed class SharedRecords : MemberRecords
{
    private SharedTables _shared;
    private MemberUpdate[]? _written;
    private NumberMap<Belief> _own;
    private NodeId _from;
    private int _places;
    private int _count;
    private int _bytes;

    public SharedRecords(SharedTables shared) => _shared = shared;

    public Baseline Baseline { get; private set; } = Baseline.Empty;

    public ref readonly NumberMap<Belief> Own => ref _own;

    public override int Count => _count;

    public override int Bytes => _bytes;

    /// <summary>Whether nobody in it has other details than almost all.</summary>
    public bool IsPlain { get; private set; }

    public override ReadOnlySpan<MemberUpdate> Items => _written ??= Write();

    /// <summary>What a record costs in a message, but for the name of who tells it.</summary>
    public static int BytesOf(in Member member)
    {
        var bytes = MessageSize.CompoundPartBytes + MessageSize.Of(member.ToUpdate(NodeId.None));
        return IsTold(member.State) ? bytes - MessageSize.NameBytes(NodeId.None) : bytes;
    }

    public void Take(SharedTable table, NodeId from)
    {
        Baseline = table.Baseline;
        _own.CopyFrom(table.Own);
        _from = from;
        _places = table.Places;
        _count = table.Count;
        IsPlain = table.IsPlain;
        var told = table.CountOf(MemberState.Suspect) + table.CountOf(MemberState.Dead);
        _bytes = (int)Math.Min(int.MaxValue, table.RecordBytes + (long)told * MessageSize.NameBytes(from));
    }

    public bool TryRead(int id, out MemberUpdate record)
    {
        var belief = _own.TryFind(id, out var own) ? own : Baseline[id];
        record = belief.Mark == 0 ? default : _shared.Details.Decode(new NodeId(id), belief).ToUpdate(_from);
        return belief.Mark != 0;
    }

    internal override SharedRecords Copy()
    {
        var copy = (SharedRecords)MemberwiseClone();
        copy._own = _own.Copy();
        return copy;
    }

    internal override void Recycle()
    {
        _written = null;
        Baseline = Baseline.Empty;
        _shared.Return(this);
    }

    private static bool IsTold(MemberState state) => state is MemberState.Suspect or MemberState.Dead;

    private MemberUpdate[] Write()
    {
        var records = new MemberUpdate[_count];
        var count = 0;
        for (var id = 0; id < _places; id++)
        {
            if (TryRead(id, out var record))
            {
                records[count++] = record;
            }
        }

        return records;
    }
}
