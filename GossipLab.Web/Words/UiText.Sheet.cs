namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class Sheet
    {
        public const string Open = "Print this lesson";
        public const string ToLesson = "Back to the lesson";
        public const string Print = "Print";
        public const string Learner = "Name";
        public const string Date = "Date";
        public const string Playing = "The runs are played…";
        public const string Read =
            "Each answer was read from a run that was played for this page. The same seed gives the same run again.";

        public static string Answers(string title) => $"Answers: {title}";

        public static string Seed(string seed) => $"seed {seed}";
    }
}
