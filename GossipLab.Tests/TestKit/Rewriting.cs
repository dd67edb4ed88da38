namespace GossipLab.Tests.TestKit;

/// <summary>
/// Expected texts that are kept in files and reviewed as diffs. With GOSSIPLAB_REWRITE=1 the files are written anew
/// from what was found, and the test fails so that nobody leaves it on.
/// </summary>
internal static class Rewriting
{
    private static bool IsOn => Environment.GetEnvironmentVariable("GOSSIPLAB_REWRITE") == "1";

    /// <summary>Compares a text with its file.</summary>
    /// <param name="found">The text.</param>
    /// <param name="path">The parts of the file's path from the root of the repository.</param>
    public static void ShouldEqualFile(string found, params string[] path)
    {
        if (IsOn)
        {
            File.WriteAllText(Repository.PathOf(path), found);
            Assert.Fail($"{path[^1]} was written anew: look at the diff, then run without GOSSIPLAB_REWRITE");
        }

        Assert.Equal(Repository.Read(path).ReplaceLineEndings("\n"), found);
    }
}
