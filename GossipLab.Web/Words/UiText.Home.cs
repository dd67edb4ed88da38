namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class Home
    {
        public const string Heading = "How does a cluster agree when nobody is in charge?";
        public const string Text =
            "By gossip. These machines run the real protocol: watch a value spread, then break something.";
        public const string Break = "Break something";
        public const string Tune = "Tune my cluster";
        public const string Play = "Play";
        public const string Poster = "Sixteen machines in a ring. None of them knows the value yet.";
        public const string Quiet = "16 machines. One of them is about to learn something.";
        public const string OneKnows = "n0 learns a new value.";
        public const string Nobody = "Nobody is in charge.";
        public const string Wasted = "Now most messages are wasted. The last node is the slow part.";

        public static string Tells(string count) => $"It tells {count} others, chosen at random.";

        public static string EachTells(string count) => $"Each of them tells {count} more.";

        public static string Done(string rounds, string messages, string node) =>
            $"Done in {rounds} rounds, {messages} messages. Kill {node} and try again?";
    }
}
