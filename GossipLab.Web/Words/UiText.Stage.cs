namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class Stage
    {
        public const string Region = "Stage: the cluster as a drawing";
        public const string Nodes = "Nodes";
        public const string Lens = "Whose eyes";
        public const string Truth = "Truth";
        public const string TruthHint = "What is so: values, and which processes run (t)";
        public const string AsSeenBy = "As seen by…";
        public const string AsSeenByHint = "Choose a node first";
        public const string Fit = "Show everything";
        public const string ZoomIn = "Closer";
        public const string ZoomOut = "Further away";
        public const string View = "View";
        public const string Unavailable =
            "The drawing cannot be shown in this browser. Everything else works: the nodes are "
            + "listed here, the log and the curve tell what happens.";

        public const string Legend = "Legend";
        public const string Isolate = "Shows these alone; press again for all";
        public const string Lost = "The drawing lost its connection and tries again.";
        public const string DoesNotKnow = "does not know";
        public const string Stale = "older value";
        public const string Down = "not running";
        public const string Alive = "believed alive";
        public const string Suspect = "suspected";
        public const string Dead = "believed dead";
        public const string Left = "left";
        public const string Push = "value";
        public const string Ping = "ping";
        public const string Ack = "ack";

        public const string SummaryTitle = "What is on screen";
        public const string SummaryHint =
            "Tab reaches the nodes; arrows move between them, Enter inspects, i sets a value, "
            + "k kills or restarts, Space plays, question mark lists all keys.";

        public static string AsSeenByNode(string node) => $"As seen by {node}";

        public static string AsSeenByNodeHint(string node) => $"What {node} holds and believes of the others (t)";

        public static string Holds(string value) => $"holds {value}";

        public static string Now(string time, string informed, string running) =>
            $"At {time} {informed} of {running} running nodes know the newest value.";
    }
}
