using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.Features.Matrix;

namespace GossipLab.Tests.Web.Features;

/// <summary>The matrix is one grid of at most 64 lines, and whoever thinks otherwise stands in it.</summary>
public sealed class BeliefGridTests
{
    [Fact]
    public void Who_is_alone_with_a_belief_is_named_first()
    {
        var seen = new Stated(16) { [7, 3] = CellKind.Dead, [1, 5] = CellKind.Suspect, [2, 5] = CellKind.Suspect };

        var grid = Build(seen);

        Assert.True(grid.IsWhole);
        Assert.Equal((3, 5), (grid.Disputes[0].Column, grid.Disputes[1].Column));
        Assert.Equal("n7 is alone in thinking n3 dead; the others say alive.", MatrixWords.Of(grid, grid.Disputes[0]));
        Assert.Equal("n5 is disputed 13:2: most say alive, n1 says suspect.", MatrixWords.Of(grid, grid.Disputes[1]));
        Assert.Equal("14:1", MatrixWords.SharesOf(grid, 3));
    }

    [Fact]
    public void Disagreement_is_the_share_of_pairs_whose_views_differ()
    {
        var seen = new Stated(4) { [0, 3] = CellKind.Dead };

        Assert.Equal(3 / 6.0, Build(seen).Disagreement);
        Assert.Equal(0, Build(new Stated(4)).Disagreement);
        Assert.Equal(0, Build(new Stated(1)).Disagreement);
    }

    [Fact]
    public void A_node_that_does_not_run_has_no_vote()
    {
        var seen = new Stated(4) { [0, 3] = CellKind.Dead, [1, 3] = CellKind.Dead, [2, 3] = CellKind.Dead };
        seen.Down.Add(3);

        var grid = Build(seen);

        Assert.Equal(3, grid.Observers);
        Assert.Equal(0, grid.Disagreement);
        Assert.Empty(grid.Disputes);
        Assert.Equal(CellKind.Unknown, grid.At(3, 0).Kind);
    }

    [Fact]
    public void A_parted_cluster_of_a_thousand_shows_as_four_blocks()
    {
        var seen = new Stated(1_000);
        foreach (var (one, other) in Pairs(1_000).Where(pair => pair.One < 500 != pair.Other < 500))
        {
            seen[one, other] = CellKind.Dead;
        }

        var grid = Build(seen);

        Assert.Equal((2, 2), (grid.Rows.Count, grid.Columns.Count));
        Assert.Equal(CellKind.Alive, grid.At(0, 0).Kind);
        Assert.Equal(CellKind.Dead, grid.At(0, 1).Kind);
        Assert.Equal("n500 … ×500", MatrixWords.NameOf(grid.Rows[1]));
        Assert.False(grid.At(0, 1).IsMixed);
    }

    [Theory]
    [InlineData(65)]
    [InlineData(300)]
    [InlineData(1_000)]
    public void No_minority_is_hidden_in_a_crowd_of_different_views(int nodes)
    {
        var seen = new Stated(nodes);
        foreach (var (one, other) in Pairs(nodes).Where(pair => (pair.One * 31 + pair.Other * 17) % 23 == 0))
        {
            seen[one, other] = CellKind.Suspect;
        }

        seen[nodes - 1, 3] = CellKind.Dead;
        var grid = Build(seen);

        Assert.InRange(grid.Rows.Count, 1, BeliefGrid.MostLines);
        Assert.InRange(grid.Columns.Count, 1, BeliefGrid.MostLines);
        Assert.Equal(nodes, grid.Rows.Sum(row => row.Nodes.Count));
        Assert.Equal(nodes, grid.Columns.Sum(column => column.Nodes.Count));
        var row = PlaceOf(grid.Rows, nodes - 1);
        Assert.Equal(CellKind.Dead, grid.At(row, PlaceOf(grid.Columns, 3)).Kind);
    }

    [Fact]
    public void By_agreement_those_who_agree_stand_side_by_side()
    {
        var seen = new Stated(6) { [1, 5] = CellKind.Dead, [3, 5] = CellKind.Dead };

        var grid = GridBuilder.Build(seen, MatrixTopic.Membership, MatrixOrder.Agreement);

        Assert.Equal([0, 2, 4, 5, 1, 3], grid.Rows.Select(row => row.First.Index));
        Assert.Equal([0, 2, 4, 5, 1, 3], grid.Columns.Select(column => column.First.Index));
    }

    [Fact]
    public void Values_are_compared_by_generation_and_ties_are_told()
    {
        var seen = new Stated(4);
        seen.Values[0] = new VersionedValue(7, new Generation(2), new NodeId(0));
        seen.Values[1] = new VersionedValue(9, new Generation(2), new NodeId(1));
        seen.Values[2] = null;

        var grid = GridBuilder.Build(seen, MatrixTopic.Data, MatrixOrder.Number);

        Assert.Equal(CellKind.Same, grid.At(0, 0).Kind);
        Assert.Equal(CellKind.Tie, grid.At(0, 1).Kind);
        Assert.Equal(CellKind.Unknown, grid.At(0, 2).Kind);
        Assert.Equal(CellKind.Ahead, grid.At(0, 3).Kind);
        Assert.Equal(CellKind.Behind, grid.At(3, 0).Kind);
    }

    [Fact]
    public void A_simulated_cluster_is_copied_as_its_nodes_believe()
    {
        var scenario = new Scenario
        {
            Nodes = 4,
            Node = new GossipNodeOptions { MembershipKind = MembershipKind.Swim },
            Commands = [new TimedCommand(Instant.FromMilliseconds(500), new KillNode(new NodeId(2)))],
        };
        var cluster = new SimulatedCluster(scenario);
        cluster.RunUntil(Instant.FromMilliseconds(30_000));

        var grid = Build(ClusterObservations.Of(cluster));

        Assert.Equal(CellKind.Dead, grid.At(0, 2).Kind);
        Assert.Equal(CellKind.Unknown, grid.At(2, 0).Kind);
        Assert.Equal(new GridCell(CellKind.Self, 1, false), grid.At(1, 1));
        Assert.Equal(3, grid.Observers);
    }

    private static BeliefGrid Build(IObservations seen) =>
        GridBuilder.Build(seen, MatrixTopic.Membership, MatrixOrder.Number);

    private static int PlaceOf(IReadOnlyList<GridLine> lines, int node) =>
        lines.Index().First(line => line.Item.Nodes.Contains(new NodeId(node))).Index;

    private static IEnumerable<(int One, int Other)> Pairs(int nodes) =>
        from one in Enumerable.Range(0, nodes) from other in Enumerable.Range(0, nodes)
        where one != other select (one, other);

    private sealed class Stated(int nodes) : IObservations
    {
        private readonly CellKind[,] _cells = new CellKind[nodes, nodes];

        public int Nodes => nodes;

        public HashSet<int> Down { get; } = [];

        public VersionedValue?[] Values { get; } =
            [.. Enumerable.Repeat<VersionedValue?>(new VersionedValue(1, Generation.Zero, NodeId.None), nodes)];

        public CellKind this[int observer, int subject]
        {
            set => _cells[observer, subject] = value;
        }

        public bool IsUp(int node) => !Down.Contains(node);

        public CellKind Belief(int observer, int subject) => observer == subject ? CellKind.Self
            : _cells[observer, subject] == CellKind.Unknown ? CellKind.Alive : _cells[observer, subject];

        public uint? Incarnation(int observer, int subject) => 1;

        public VersionedValue? Value(int node) => Values[node];
    }
}
