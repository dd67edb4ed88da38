namespace GossipLab.Web.Words;

/// <summary>The names under which a visitor's browser keeps things for us.</summary>
internal static class BrowserKeys
{
    /// <summary>A cookie: the chosen theme, «light» or «dark»; theme.mjs writes it.</summary>
    public const string Theme = "gossiplab-theme";

    /// <summary>Local storage: how many steps of each lesson were answered; progress.mjs writes it.</summary>
    public const string Lessons = "gossiplab-lessons";

    /// <summary>Local storage: the files of a visitor's own lessons; lesson-files.mjs writes it.</summary>
    public const string OwnLessons = "gossiplab-own-lessons";

    /// <summary>Local storage: whether the curve has its band, «on» or «off»; choices.mjs writes it.</summary>
    public const string Band = "gossiplab-band";
}
