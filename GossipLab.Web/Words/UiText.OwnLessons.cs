namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class OwnLessons
    {
        public const string Title = "Your own lessons";
        public const string Text =
            "A lesson is one YAML file. It is read and played once before it is used; its file stays in this browser.";
        public const string Open = "Open a lesson's file (.yaml)";
        public const string Busy = "The lesson is read and played…";
        public const string Forget = "Forget my own lessons";
        public const string Unreadable = "the file could not be read: try it again";

        public static string Refused(string file) => $"«{file}» cannot be used. Nothing was changed.";

        public static string Line(int line) => FormattableString.Invariant($"line {line}:");

        public static string TooMany(int most) => $"at most {most} lessons of your own; forget some first";
    }
}
