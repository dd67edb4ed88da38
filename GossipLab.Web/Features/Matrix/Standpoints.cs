using GossipLab.Core.Protocol;

namespace GossipLab.Web.Features.Matrix;

/// <summary>What is compared, as one table of cells: beliefs, or how values stand to each other.</summary>
internal sealed class Standpoints
{
    private const ulong Step = 0x9E37_79B9_7F4A_7C15;
    private static readonly int Kinds = Enum.GetValues<CellKind>().Length;

    private readonly CellKind[] _cells;
    private readonly ushort[] _counts;

    public Standpoints(IObservations source, MatrixTopic topic)
    {
        Nodes = source.Nodes;
        _cells = new CellKind[Nodes * Nodes];
        _counts = new ushort[Nodes * Kinds];
        RowKeys = new ulong[Nodes];
        ColumnKeys = new ulong[Nodes];
        HasView = new bool[Nodes];
        for (var row = 0; row < Nodes; row++)
        {
            HasView[row] = source.IsUp(row);
            for (var column = 0; column < Nodes; column++)
            {
                Take(row, column, topic == MatrixTopic.Data ? Compare(source, row, column) : Of(source, row, column));
            }
        }
    }

    public int Nodes { get; }

    /// <summary>Equal for nodes whose rows are equal.</summary>
    public ulong[] RowKeys { get; }

    /// <summary>Equal for nodes whose columns are equal.</summary>
    public ulong[] ColumnKeys { get; }

    public bool[] HasView { get; }

    public CellKind At(int row, int column) => _cells[row * Nodes + column];

    /// <summary>How many others who have a view stand so to a subject.</summary>
    public int Count(int column, CellKind kind) => _counts[column * Kinds + (int)kind];

    private void Take(int row, int column, CellKind kind)
    {
        _cells[row * Nodes + column] = kind;
        // A node takes itself for alive, and for equal: else no two views would ever be the same.
        var compared = kind != CellKind.Self ? kind : HasView[row] ? CellKind.Alive : CellKind.Unknown;
        RowKeys[row] += Mix(column, compared);
        ColumnKeys[column] += Mix(row, compared);
        if (HasView[row] && kind is not (CellKind.Self or CellKind.Unknown))
        {
            _counts[column * Kinds + (int)kind]++;
        }
    }

    private static ulong Mix(int place, CellKind kind)
    {
        var key = ((ulong)place * (ulong)Kinds + (ulong)kind + 1) * Step;
        key = (key ^ (key >> 30)) * 0xBF58_476D_1CE4_E5B9;
        key = (key ^ (key >> 27)) * 0x94D0_49BB_1331_11EB;
        return key ^ (key >> 31);
    }

    private static CellKind Of(IObservations source, int row, int column) =>
        row == column ? CellKind.Self : source.IsUp(row) ? source.Belief(row, column) : CellKind.Unknown;

    private static CellKind Compare(IObservations source, int row, int column) =>
        (source.Value(row), source.Value(column)) switch
        {
            ({ } own, { } other) when own.Generation > other.Generation => CellKind.Ahead,
            ({ } own, { } other) when own.Generation < other.Generation => CellKind.Behind,
            ({ } own, { } other) => own.Value == other.Value ? CellKind.Same : CellKind.Tie,
            _ => CellKind.Unknown,
        };
}
