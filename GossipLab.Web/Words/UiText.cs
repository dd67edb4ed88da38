namespace GossipLab.Web.Words;

/// <summary>Every word on screen. One nested class a part of the screen, each in its own file UiText.Part.cs.</summary>
internal static partial class UiText
{
    public const string Product = "GossipLab";
    public const string Tagline = "Watch a cluster spread a value and find its dead, message by message";

    /// <summary>The title of a page, as the browser's tab shows it.</summary>
    public static string Title(string page) => $"{page} · {Product}";
}
