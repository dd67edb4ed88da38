using System.Globalization;

namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class RealNode
    {
        public const string Process = "Process";
        public const string Address = "Address";
        public const string Heard = "Heard";
        public const string Live = "live";
        public const string Never = "never yet";
        public const string Starts = "Starts";
        public const string Unknown = "unknown";
        public const string NotStarted = "not started";
        public const string Starting = "starting";
        public const string NotHeardYet = "not heard yet";
        public const string Running = "running";
        public const string Paused = "stands still";
        public const string Ended = "not running";
        public const string Left = "has left";
        public const string Value = "Value";
        public const string LearnedFrom = "Learned from";
        public const string WithinDashboard = "within the dashboard";
        public const string Others = "The others";
        public const string Beliefs = "Its view of the others";
        public const string NothingKnown = "Nothing is known of what it believes.";
        public const string OnlyTroubles = "Only those not alive";
        public const string AllAlive = "It believes all of them alive.";

        public static string ProcessOf(string state, int id) =>
            string.Create(CultureInfo.InvariantCulture, $"{state}, process {id}");

        public static string LastHeard(string ago) => $"not now; last {ago}";

        public static string ValueOf(long value, long generation) =>
            string.Create(CultureInfo.InvariantCulture, $"{value}, generation {generation}");

        public static string Knows(string value) => $"holds {value}";

        public static string SuspectedBy(int count) =>
            string.Create(CultureInfo.InvariantCulture, $"suspected by {count}");

        public static string BuriedBy(int count) =>
            string.Create(CultureInfo.InvariantCulture, $"believed dead by {count}");
    }
}
