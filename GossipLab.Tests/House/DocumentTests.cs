using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.House;

/// <summary>The documents say what is there.</summary>
public sealed class DocumentTests
{
    private static readonly string[] Roots =
        [
        "GossipLab.Core", "GossipLab.Node", "GossipLab.Web", "GossipLab.Cli", "GossipLab.Tests", "GossipLab.Benchmarks",
        "wwwroot-assets", "docs", "deploy",
    ];

    [Fact]
    public void The_map_in_ARCHITECTURE_shows_every_folder_and_no_other()
    {
        var drawn = FoldersOnMap(Repository.Read("docs", "ARCHITECTURE.md"));
        var there = Roots.SelectMany(Repository.FoldersBelow).ToList();

        Faults.AssertNone(there.Except(drawn).Select(folder => $"not on the map: {folder}/"));
        Faults.AssertNone(drawn.Except(there).Select(folder => $"on the map only: {folder}/"));
    }

    [Fact]
    public void Relative_links_between_documents_lead_somewhere()
    {
        var broken = from path in Repository.FilesBelow("docs").Append("README.md")
                     where path.EndsWith(".md")
                     from target in MarkdownLinks.TargetsIn(Repository.Read(path))
                     where !Path.Exists(Path.Combine(Repository.PathOf(path), "..", target))
                     select $"{path} links to {target}";

        Faults.AssertNone(broken);
    }

    [Fact]
    public void A_map_is_read_by_its_indentation()
    {
        const string map = """
            ```tree
            a/           first
              b/  c/     two folders in one line
                d.txt
              e/f/
            ```
            """;

        Assert.Equal(["a", "a/b", "a/c", "a/e/f"], FoldersOnMap(map));
    }

    // A folder is a word that ends in a slash, before the first two spaces that follow none such; it lies in the
    // nearest line above that stands further left.
    private static List<string> FoldersOnMap(string document)
    {
        var folders = new List<string>();
        var parents = new Stack<(int Indent, string Path)>();
        foreach (var line in MapLines(document))
        {
            var indent = line.Length - line.TrimStart().Length;
            while (parents.TryPeek(out var above) && above.Indent >= indent)
            {
                parents.Pop();
            }

            var parent = parents.TryPeek(out var holder) ? holder.Path + "/" : "";
            var named = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .TakeWhile(word => word.EndsWith('/'))
                .Select(word => parent + word.TrimEnd('/'))
                .ToList();
            folders.AddRange(named);
            if (named is [.., var last])
            {
                parents.Push((indent, last));
            }
        }

        return folders;
    }

    private static IEnumerable<string> MapLines(string document) => document.ReplaceLineEndings("\n").Split('\n')
        .SkipWhile(line => line != "```tree").Skip(1)
        .TakeWhile(line => line != "```");
}
