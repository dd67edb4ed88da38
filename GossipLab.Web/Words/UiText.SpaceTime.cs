namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class SpaceTime
    {
        public const string Tab = "Space-time";
        public const string Title = "Space-time diagram";
        public const string Axis = "What the axis shows";
        public const string TrueTime = "True time";
        public const string EventOrder = "Event order";
        public const string Cone = "What is shown of causes and effects";
        public const string All = "All";
        public const string Past = "Past";
        public const string Future = "Future";
        public const string Both = "Both";
        public const string ZoomIn = "Zoom in";
        public const string ZoomOut = "Zoom out";
        public const string Fit = "Fit";
        public const string HowTo = "How to read this";
        public const string Large = "Enlarge";
        public const string Small = "Back to the lab";
        public const string Hide = "Lines to hide, for example n0-n3, n9; what went through them stays as dashed lines";
        public const string HidePlaceholder = "Hide n0-n3";
        public const string GoThere = "Go there";
        public const string Hint =
            "Choose an event or a message; Past and Future then show only what led to it and what came of it.";

        public const string Lane = "Node";
        public const string Event = "Event";
        public const string CausedBy = "Caused by";
        public const string Timer = "a timer of the node";
        public const string Beginning = "the node's start";
        public const string You = "you";
        public const string Earlier = "an event before the oldest kept";

        public static IReadOnlyList<string> How { get; } =
        [
            "Each line is a node. Time runs along it: to the right, or down on a phone.",
            "A slanted line is a message: it leaves one node and arrives, later, at another. A steep one was fast.",
            "A line that ends in a red cross was lost there. A dashed one is still on its way.",
            "A coloured line means that the node holds a value: watch the colour spread from line to line.",
            "Whoever is not joined by lines leading forward in time cannot have known of each other.",
            "Choose an event and then Past: what is left is everything that can have led to it.",
            "Event order gives each event the same room; ≈ marks spans of true time in which little happens.",
            "Choose a node in the lab: a second stroke on each line shows who suspects it or believes it dead.",
        ];

        public static string Described(string count) =>
            $"Space-time diagram of {count} events. Left and right go along a node's line, up and down along a "
            + "message, Enter asks why. The same is in the table.";

        public static string Latest(string count, string forgotten) =>
            $"The latest {count} events; {forgotten} older ones are not drawn.";

        public static string TableOf(string rows, string count) => $"The latest {rows} of {count} events";
    }
}
