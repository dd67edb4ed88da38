using GossipLab.Tests.TestKit;
using GossipLab.Web.Parts;

namespace GossipLab.Tests.Web.Parts;

/// <summary>The glossary: each word once, and the same meaning wherever it is explained.</summary>
public sealed class GlossaryTests
{
    [Fact]
    public void Each_word_and_each_form_stands_once()
    {
        var twice = Glossary.All.SelectMany(term => term.Forms.Append(term.Word))
            .GroupBy(word => word, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1)
            .Select(group => group.Key);

        Faults.AssertNone(twice);
    }

    [Fact]
    public void What_a_word_refers_to_is_there()
    {
        var lost = Glossary.All.SelectMany(term => term.See, (term, other) => (term, other))
            .Where(pair => !Glossary.All.Any(term => term.Word == pair.other) || pair.other == pair.term.Word)
            .Select(pair => $"{pair.term.Word} refers to {pair.other}");

        Faults.AssertNone(lost);
    }

    [Fact]
    public void The_protocol_document_gives_its_words_the_same_meaning()
    {
        var rows = Repository.Read("docs", "PROTOCOL.md").ReplaceLineEndings("\n").Split("## Glossary")[1]
            .Split("\n## ")[0].Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
            .Select(line => line.Split('|')).Select(cells => (Word: cells[1].Trim(), Meaning: cells[2].Trim()))
            .ToList();

        Assert.True(rows.Count >= 15);
        Faults.AssertNone(rows.Where(row => Glossary.Find(row.Word)?.Meaning != row.Meaning.Replace("`", ""))
            .Select(row => $"{row.Word}: {row.Meaning}"));
    }

    [Theory]
    [InlineData("Push-pull pushes.", "Push-pull|push")]
    [InlineData("Two nodes tell another node.", "nodes")]
    [InlineData("n3 refuted by Swim.Alive.Refuted", "refuted")]
    [InlineData("The rounded peerless valued nothing", "")]
    public void A_text_shows_each_of_its_words_once(string text, string words)
    {
        var pieces = TermFinder.Split(text).ToList();

        var expected = words.Split('|', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(text, string.Concat(pieces.Select(piece => piece.Text)));
        Assert.Equal(expected.Length, pieces.Count(piece => piece.Term is not null));
        Assert.StartsWith(string.Join('|', expected.Take(1)),
            pieces.FirstOrDefault(piece => piece.Term is not null).Text ?? "");
    }
}
