namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class Rules
    {
        public const string Title = "Rules";
        public const string Stop = "Stop time where a rule breaks";
        public const string Until = "Run until";
        public const string UntilExample = "share >= 0.5";
        public const string Run = "Run";
        public const string Expectations = "What one expects";
        public const string ExpectationsNote = "These break: by design, by chance or by a fault. Each is a lesson.";
        public const string OwnRules = "Your rules";
        public const string OwnNote = "A condition over the run, checked after every step.";
        public const string Own = "A rule of your own";
        public const string OwnExample = "false_deaths == 0";
        public const string Add = "Add";
        public const string Remove = "Remove this rule";
        public const string Invariants = "What always holds";
        public const string InvariantsNote = "Promises of the protocol and the simulator. A broken one is a bug.";
        public const string Holds = "Holds.";
        public const string Why = "Why?";
        public const string Words = "The words you can use";
        public const string Broke = "a rule broke";

        public static string BrokenAt(string moment) => $"Broken at {moment}.";

        public static string HoldsUntil(string moment) => $"Holds at this moment; breaks at {moment}.";

        public static string Unasked(string why) => $"Says nothing here: {why}.";

        public static string GoTo(string moment) => $"Go to {moment}";

        public static string RemoveOf(string rule) => $"Remove the rule {rule}";

        public static string Fault(int column, string reason) =>
            FormattableString.Invariant($"Column {column}: {reason}{(reason.EndsWith('?') ? "" : ".")}");
    }
}
