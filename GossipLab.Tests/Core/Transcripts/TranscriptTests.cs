using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Transcripts;

/// <summary>
/// Every text file beside this one is played, and must print what it says. After a change of behaviour write them anew
/// with GOSSIPLAB_REWRITE=1 and review the diff, message by message.
/// </summary>
public sealed class TranscriptTests
{
    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Repository.PathOf("GossipLab.Tests", "Core", "Transcripts"), "*.txt")
            .Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_prints_what_it_says(string name)
    {
        string[] path = ["GossipLab.Tests", "Core", "Transcripts", name];

        Rewriting.ShouldEqualFile(Transcript.Play(Repository.Read(path)), path);
    }
}
