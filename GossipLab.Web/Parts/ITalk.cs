namespace GossipLab.Web.Parts;

/// <summary>What a presenter shows and goes through press by press: a lesson, or a lab as it stands.</summary>
public interface ITalk
{
    /// <summary>Something else shows than before.</summary>
    event EventHandler? Changed;

    /// <summary>What it is called.</summary>
    string Title { get; }

    /// <summary>Where one is, in words; empty where that is told elsewhere.</summary>
    string Place { get; }

    /// <summary>What the next press does, in a word or two.</summary>
    string NextWords { get; }

    /// <summary>What only the speaker reads at this place.</summary>
    IReadOnlyList<TalkNote> Notes { get; }

    /// <summary>Goes on.</summary>
    Task NextAsync();

    /// <summary>Goes back.</summary>
    Task BackAsync();

    /// <summary>Time went on in the lab: what waited for it may show now.</summary>
    void Follow();
}

/// <summary>A note for the speaker.</summary>
/// <param name="Heading">What it is about.</param>
/// <param name="Text">What it says.</param>
public sealed record TalkNote(string Heading, string Text);
