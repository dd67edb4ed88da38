namespace GossipLab.Web.Parts;

/// <summary>Makes sentences of what the core says in small letters.</summary>
internal static class UiSentence
{
    /// <summary>
    /// The phrase with a capital and a full stop. What begins with the name of a node or host keeps its letter.
    /// </summary>
    public static string Of(string phrase)
    {
        ArgumentException.ThrowIfNullOrEmpty(phrase);
        var word = phrase.Split(' ', 2)[0].TrimEnd('.', ',', ':', ';');
        var isName = word.Any(letter => char.IsAsciiDigit(letter) || letter is '.' or ':');
        var first = isName ? phrase[0] : char.ToUpperInvariant(phrase[0]);
        var end = phrase[^1] is '.' or '!' or '?' ? "" : ".";
        return $"{first}{phrase[1..]}{end}";
    }
}
