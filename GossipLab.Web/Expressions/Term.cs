namespace GossipLab.Web.Expressions;

/// <summary>A number, a truth (1 or 0), a node (its number) or a text.</summary>
/// <param name="Number">The number; 0 for a text.</param>
/// <param name="Text">The text, or null.</param>
public readonly record struct Term(double Number, string? Text = null)
{
    /// <summary>A truth.</summary>
    public static Term Of(bool truth) => new(truth ? 1 : 0);

    /// <summary>A text.</summary>
    public static Term Of(string text) => new(0, text);
}
