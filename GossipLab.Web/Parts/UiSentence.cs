namespace GossipLab.Web.Parts;

/// <summary>Makes sentences of what the core says in small letters.</summary>
internal static class UiSentence
{
    /// <summary>The phrase with a capital and a full stop. A leading node name keeps its small letter.</summary>
    public static string Of(string phrase)
    {
        ArgumentException.ThrowIfNullOrEmpty(phrase);
        var startsWithNode = phrase.Length > 1 && phrase[0] == 'n' && char.IsAsciiDigit(phrase[1]);
        var first = startsWithNode ? phrase[0] : char.ToUpperInvariant(phrase[0]);
        var end = phrase[^1] is '.' or '!' or '?' ? "" : ".";
        return $"{first}{phrase[1..]}{end}";
    }
}
