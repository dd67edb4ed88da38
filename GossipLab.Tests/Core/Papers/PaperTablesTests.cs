using GossipLab.Core.Experiments.Papers;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Papers;

/// <summary>The tables of docs/PAPERS.md at reduced size: what they are committed to show, they still show.</summary>
public sealed class PaperTablesTests
{
    private static readonly Lazy<PaperTable>[] Tables =
        [.. PaperTables.All(isReduced: true).Select(play => new Lazy<PaperTable>(play))];

    [Fact]
    public void Demers_counter_leaves_the_printed_residue() =>
        ResidueIsAsPrinted(Tables[0].Value, within: 0.35, lines: 4);

    [Fact]
    public void Demers_coin_leaves_the_printed_residue() => ResidueIsAsPrinted(Tables[1].Value, within: 0.35, lines: 4);

    [Fact]
    public void Demers_pull_leaves_the_printed_residue_with_the_printed_traffic()
    {
        var table = Tables[2].Value;

        ResidueIsAsPrinted(table, within: 0.35, lines: 1);
        Assert.All(table.Lines, line => Assert.Equal(line.Figures[1].Published!.Value, line.Figures[1].Mean, 0.1));
        Assert.True(table.Lines[2].Figures[0].Mean < table.Lines[0].Figures[0].Mean / 20);
    }

    [Fact]
    public void The_time_to_the_first_probe_does_not_grow_with_the_group()
    {
        var table = Tables[3].Value;

        Assert.All(table.Lines, line => Assert.InRange(line.Figures[0].Mean, 1.2, 2.0));
        Assert.All(table.Lines, line => Assert.InRange(line.Figures[1].Mean, 40, 85));
    }

    [Fact]
    public void Lifeguard_takes_the_healthy_for_dead_twenty_times_less_often_and_finds_a_crash_as_soon()
    {
        var lines = Tables[4].Value.Lines;
        var (swim, lifeguard) = (lines[0], lines[^1]);

        Assert.True(swim.Figures[2].Mean >= 20, "too few false positives to tell");
        Assert.InRange(lifeguard.Figures[0].Mean, 0, 5);
        Assert.InRange(lifeguard.Figures[1].Mean, 0, 5);
        Assert.InRange(lifeguard.Figures[4].Mean, 0, swim.Figures[4].Mean * 1.1);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void Serfs_simulator_expects_more_rounds_than_gossip_takes(int table)
    {
        var lines = Tables[table].Value.Lines;

        Assert.All(lines.Skip(1), line => Assert.True(line.Figures[0].Published <= line.Figures[0].Mean + 0.1));
        Assert.Equal(100, lines[^1].Figures[0].Mean, 0.5);
    }

    [Fact]
    public void The_document_has_every_table_and_line()
    {
        var document = Repository.Read("docs", "PAPERS.md").ReplaceLineEndings("\n");

        Assert.All(Tables, table => Assert.Contains($"## {table.Value.Title}\n", document, StringComparison.Ordinal));
    }

    private static void ResidueIsAsPrinted(PaperTable table, double within, int lines)
    {
        Assert.All(table.Lines.Take(lines), line => Assert.InRange(
            line.Figures[0].Mean / line.Figures[0].Published!.Value, 1 - within, 1 + within));
    }
}
