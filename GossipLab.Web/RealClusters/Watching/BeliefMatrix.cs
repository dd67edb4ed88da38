using GossipLab.Core.Protocol;

namespace GossipLab.Web.RealClusters.Watching;

/// <summary>What all others believe of a node, counted.</summary>
public sealed record Opinion(NodeId Subject, int Alive, int Suspect, int Dead, int Left, int Absent, int Unknown)
{
    /// <summary>Whether everybody who was heard believes the same.</summary>
    public bool IsUnanimous => ((int[])[Alive, Suspect, Dead, Left, Absent]).Count(count => count > 0) <= 1;

    /// <summary>Whether anybody believes it in trouble.</summary>
    public bool IsTroubled => Suspect + Dead > 0;
}

/// <summary>
/// Who believes what of whom at one moment. Small clusters are kept whole; of large ones those nodes of which not all
/// others are known to believe that they are alive.
/// </summary>
public sealed class BeliefMatrix
{
    /// <summary>Up to so many nodes every pair is kept.</summary>
    public const int MostWhole = 50;

    /// <summary>Of larger clusters so many nodes are kept.</summary>
    public const int MostDisputed = 64;

    private readonly Belief[] _cells;
    private readonly uint[] _incarnations;

    private BeliefMatrix(BeliefTable table)
    {
        Nodes = table.Nodes;
        IsWhole = Nodes <= MostWhole;
        (_cells, _incarnations) = (new Belief[IsWhole ? Nodes * Nodes : 0], new uint[IsWhole ? Nodes * Nodes : 0]);
        for (var cell = 0; cell < _cells.Length; cell++)
        {
            var (observer, subject) = (new NodeId(cell / Nodes), new NodeId(cell % Nodes));
            _cells[cell] = table.Of(observer, subject);
            _incarnations[cell] = table.IncarnationOf(observer, subject);
        }

        Opinions = [.. Enumerable.Range(0, Nodes).Select(index => OpinionOf(table, new NodeId(index)))
            .Where(opinion => IsWhole || opinion.Alive < Nodes - 1).Take(IsWhole ? MostWhole : MostDisputed)];
    }

    /// <summary>Nothing.</summary>
    public static BeliefMatrix Empty { get; } = new(new BeliefTable(0));

    /// <summary>How many nodes there are.</summary>
    public int Nodes { get; }

    /// <summary>Whether every pair can be asked for.</summary>
    public bool IsWhole { get; }

    /// <summary>What is believed of each node kept, in the order of their numbers.</summary>
    public IReadOnlyList<Opinion> Opinions { get; }

    /// <summary>A copy of what is known now.</summary>
    public static BeliefMatrix Of(BeliefTable table) => new(table);

    /// <summary>What one believes of another, while the cluster is small.</summary>
    public Belief At(int observer, int subject) => _cells[observer * Nodes + subject];

    /// <summary>The incarnation it heard of it.</summary>
    public uint IncarnationAt(int observer, int subject) => _incarnations[observer * Nodes + subject];

    /// <summary>What all others believe of a node.</summary>
    public static Opinion OpinionOf(BeliefTable table, NodeId subject) => new(
        subject, table.Count(subject, Belief.Alive), table.Count(subject, Belief.Suspect),
        table.Count(subject, Belief.Dead), table.Count(subject, Belief.Left), table.Count(subject, Belief.Absent),
        table.Count(subject, Belief.Unknown));
}
