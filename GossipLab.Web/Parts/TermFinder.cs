using System.Text.RegularExpressions;

namespace GossipLab.Web.Parts;

/// <summary>Finds the glossary's words in a text.</summary>
internal static class TermFinder
{
    // Longer forms first, so that «push-pull» is not a «push». A name with a dot is a rule's, not a word.
    private static readonly Regex Words = new(
        @"(?<![\w.-])(?:" + string.Join('|', Glossary.All.SelectMany(term => term.Forms.Append(term.Word))
            .OrderByDescending(word => word.Length).Select(Regex.Escape)) + @")(?![\w-]|\.\w)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>The text in pieces; those that are words of the glossary have their term.</summary>
    public static IEnumerable<(string Text, GlossaryTerm? Term)> Split(string text)
    {
        var seen = new HashSet<GlossaryTerm>();
        var at = 0;
        foreach (Match match in Words.Matches(text))
        {
            if (Glossary.Find(match.Value) is not { } term || !seen.Add(term))
            {
                continue;
            }

            yield return (text[at..match.Index], null);
            yield return (match.Value, term);
            at = match.Index + match.Length;
        }

        yield return (text[at..], null);
    }
}
