namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class Nodes
    {
        public const string Title = "Node";
        public const string All = "All nodes";
        public const string NoneChosen = "Choose a node: press one on the stage, or name it.";
        public const string Pick = "Node";
        public const string Running = "running";
        public const string Down = "not running";
        public const string HasLeft = "has left";
        public const string Paused = "stands still";
        public const string Slow = "slow";
        public const string Store = "Store";
        public const string Value = "Value";
        public const string Generation = "Generation";
        public const string Writer = "Set by";
        public const string Nobody = "nobody, it was born with it";
        public const string Learned = "Learned";
        public const string AtBirth = "at the start";
        public const string Itself = "itself";
        public const string Spreading = "Still telling";
        public const string NothingToTell = "nothing was set";
        public const string Yes = "yes";
        public const string No = "no, it stopped";
        public const string Rounds = "Rounds told";
        public const string Siblings = "Beside it";
        public const string Restarts = "Restarts";
        public const string View = "Its view of the others";
        public const string LastView = "What it believed when it stopped";
        public const string NoMembership = "Members are a given list here: nobody is ever believed dead.";
        public const string Member = "Node";
        public const string State = "State";
        public const string Incarnation = "Inc.";
        public const string Since = "Since";
        public const string Suspicion = "Suspicion";
        public const string SuspicionHint = "Time left to refute, and how many of those wanted confirm the suspicion";
        public const string ViewFilter = "Only those not alive";
        public const string Health = "Local health";
        public const string HealthHint =
            "Lifeguard's score: 0 is healthy; above it the node doubts itself and waits longer";
        public const string OwnIncarnation = "Own incarnation";
        public const string Rumours = "Rumours to tell";
        public const string NoRumours = "none";
        public const string Probe = "Probe";
        public const string NoProbe = "none under way";

        public static string GenerationOf(long number) => $"gen {number}";

        public static string SuspectedBy(int count) => $"suspected by {count}";

        public static string BuriedBy(int count) => $"believed dead by {count}";

        public static string SlowBy(string span) => $"slow: {span} a message";

        public const string Timers = "Timers";
        public const string NextProbe = "Next probe";
        public const string NextGossip = "Next gossip";
        public const string NextSync = "Next full sync";
        public const string NextReconnect = "Next reconnect";
        public const string Never = "never";
        public const string Joining = "It waits for a contact to let it in.";
        public const string Leaving = "It has announced that it leaves.";
        public const string AllAlive = "It believes all of them alive.";

        public static string Counts(int live, int suspects, int dead, int left) =>
            left == 0 ? $"{live} alive, {suspects} suspect, {dead} dead"
                : $"{live} alive, {suspects} suspect, {dead} dead, {left} left";

        public static string SendsLeft(int left) => left == 1 ? "1 send left" : $"{left} sends left";

        public static string SuspicionLeft(string left, int confirmations, int wanted) => wanted == 0
            ? $"{left} left" : $"{left} left, {confirmations} of {wanted}";

        public static string HealthOf(int score, int worst) =>
            score == 0 ? $"0 of {worst}, healthy" : $"{score} of {worst}, doubts itself";

        public static string Probing(string subject, string left) => $"{subject}: pinged, helpers are asked in {left}";

        public static string ProbingThrough(string subject, string helpers, string left) =>
            $"{subject}: asks {helpers}, gives up in {left}";

        public static string ByNode(string node) => $"said by {node}";

        public static string From(string node) => $"from {node}";
    }
}
