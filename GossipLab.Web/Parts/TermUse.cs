using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Parts;

/// <summary>
/// Which words of the glossary are linked on a visitor's page, and where: each where it is used first, and nowhere
/// else. Another page begins anew.
/// </summary>
/// <param name="navigation">Says which page it is.</param>
public sealed class TermUse(NavigationManager navigation)
{
    private readonly Dictionary<string, object> _claims = [];
    private string _page = "";

    /// <summary>Whether a text may link a word.</summary>
    /// <param name="term">The word.</param>
    /// <param name="text">Where it stands; asked again, it gets the same answer.</param>
    public bool IsFirst(GlossaryTerm term, object text)
    {
        ArgumentNullException.ThrowIfNull(term);
        var page = new Uri(navigation.Uri).AbsolutePath;
        if (page != _page)
        {
            _page = page;
            _claims.Clear();
        }

        return _claims.TryAdd(term.Word, text) || _claims[term.Word] == text;
    }

    /// <summary>A text is gone; its words are free for others.</summary>
    public void Release(object text)
    {
        foreach (var word in _claims.Where(claim => claim.Value == text).Select(claim => claim.Key).ToList())
        {
            _claims.Remove(word);
        }
    }
}
