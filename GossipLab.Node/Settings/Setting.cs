namespace GossipLab.Node.Settings;

/// <summary>One setting: what it is called, what it may be, and what it does.</summary>
/// <param name="Name">Its name as a flag, without dashes.</param>
/// <param name="Range">What it may be, in words.</param>
/// <param name="Meaning">What it is for.</param>
/// <param name="Apply">Puts a value in place; null where it is none.</param>
public sealed record Setting(
    string Name, string Range, string Meaning, Func<NodeSettings, string, NodeSettings?> Apply)
{
    /// <summary>An environment variable by another name, which the article's program knows.</summary>
    public string? ArticleVariable { get; init; }

    /// <summary>Whether a flag without a value means «on».</summary>
    public bool IsSwitch { get; init; }

    /// <summary>Whether it may be given several times.</summary>
    public bool IsList { get; init; }

    /// <summary>Its environment variable.</summary>
    public string Variable => $"GOSSIPLAB_{Name.ToUpperInvariant().Replace('-', '_')}";
}
