using GossipLab.Core.Hosting;
using GossipLab.Node.Storage;

namespace GossipLab.Tests.Node;

/// <summary>What was kept is there after a crash; what is damaged is set aside and never taken for nothing.</summary>
public sealed class NodeJournalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gossiplab-test").FullName;

    private string File => Path.Combine(_folder, "state.log");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_kept_last_is_there_again()
    {
        Keep(new KeptState(7, 1, "n1", 1), new KeptState(long.MinValue, long.MaxValue, null, uint.MaxValue));

        Assert.Equal(new KeptState(long.MinValue, long.MaxValue, null, uint.MaxValue), Read());
    }

    [Fact]
    public void A_line_that_a_crash_cut_off_was_never_acknowledged()
    {
        Keep(new KeptState(7, 1, "n1", 1), new KeptState(8, 2, "n1", 1));
        var whole = System.IO.File.ReadAllBytes(File);
        var last = Array.LastIndexOf(whole, (byte)'\n', whole.Length - 2) + 1;
        for (var length = last; length < whole.Length; length++)
        {
            System.IO.File.WriteAllBytes(File, whole[..length]);

            Assert.Equal(7, Read()?.Value);
        }
    }

    [Fact]
    public void After_a_cut_line_the_next_one_is_whole()
    {
        Keep(new KeptState(7, 1, "n1", 1));
        System.IO.File.AppendAllText(File, "9 9 9 n1 12");

        Keep(new KeptState(8, 2, "n1", 1));

        Assert.Equal(8, Read()?.Value);
    }

    [Theory]
    [InlineData("garbage\n")]
    [InlineData("7 1 1 n1 0000000000000000\n")]
    public void A_damaged_file_is_set_aside_and_reported(string text)
    {
        System.IO.File.WriteAllText(File, text);

        using var journal = new NodeJournal(_folder);
        Assert.Null(journal.Read());

        Assert.Contains("line 1 is damaged", journal.Damage);
        var aside = Assert.Single(Directory.GetFiles(_folder, "*.damaged-*"));
        Assert.Equal(text, System.IO.File.ReadAllText(aside));
    }

    [Fact]
    public void A_file_longer_than_any_is_not_read_into_memory()
    {
        System.IO.File.WriteAllBytes(File, new byte[NodeJournal.LongestBytes + 1]);

        using var journal = new NodeJournal(_folder);

        Assert.Null(journal.Read());
        Assert.Contains("longer than any", journal.Damage);
    }

    [Fact]
    public void However_often_it_keeps_the_file_stays_small()
    {
        using (var journal = new NodeJournal(_folder))
        {
            journal.Read();
            for (var generation = 1; generation <= 10_000; generation++)
            {
                journal.Keep(new KeptState(generation, generation, "n1", 1));
            }
        }

        Assert.InRange(new FileInfo(File).Length, 1, NodeJournal.LongestBytes);
        Assert.Equal(10_000, Read()?.Value);
    }

    [Fact]
    public void Two_nodes_do_not_share_a_folder()
    {
        using var first = new NodeJournal(_folder);

        Assert.Throws<IOException>(() => new NodeJournal(_folder));
    }

    private KeptState? Read()
    {
        using var journal = new NodeJournal(_folder);
        var state = journal.Read();
        Assert.Null(journal.Damage);
        return state;
    }

    private void Keep(params KeptState[] states)
    {
        using var journal = new NodeJournal(_folder);
        journal.Read();
        foreach (var state in states)
        {
            journal.Keep(state);
        }
    }
}
