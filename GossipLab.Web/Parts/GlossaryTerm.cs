namespace GossipLab.Web.Parts;

/// <summary>A word and what it means here.</summary>
/// <param name="Word">The word.</param>
/// <param name="Meaning">What it means, in a phrase.</param>
/// <param name="Forms">Other forms of the word in texts.</param>
/// <param name="See">Words that explain it further.</param>
public sealed record GlossaryTerm(
    string Word, string Meaning, IReadOnlyList<string> Forms, params IReadOnlyList<string> See)
{
    /// <summary>Its place on the glossary's page.</summary>
    public string Anchor => Word.Replace(' ', '-').ToLowerInvariant();
}
