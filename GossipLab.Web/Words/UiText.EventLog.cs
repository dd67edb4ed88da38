namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class EventLog
    {
        public const string Title = "Events";
        public const string TextFilter = "Text";
        public const string NodeFilter = "Node";
        public const string KindFilter = "Kind";
        public const string AllKinds = "All kinds";
        public const string ChangedOnly = "Only what changed a belief";
        public const string Follow = "Follow";
        public const string FollowHint = "Keep the newest event on top; off holds the list still while you read";
        public const string NothingYet = "Nothing has happened yet. Press play, or step.";
        public const string ClearFilter = "Clear filter";

        public static string NoMatch(string all) => $"0 of {all} events match.";

        public static string Shown(string shown, string all) => shown == all ? $"{all} events" : $"{shown} of {all}";

        public static string Forgotten(string count) => $"{count} older ones are no longer kept";

        public static string Newer(string count) => $"{count} newer";
    }
}
