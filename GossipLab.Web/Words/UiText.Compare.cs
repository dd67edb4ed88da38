using System.Globalization;
using GossipLab.Core.Experiments;

namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class Compare
    {
        public const string Name = "Compare";
        public const string Lead =
            "Two clusters with one seed and one script of faults that differ in one thing. The draws are keyed, so "
            + "both do the same, event for event, until that thing matters.";

        public const string Pair = "Pair";
        public const string Custom = "Two values of a parameter";
        public const string Own = "Put your own pair together";
        public const string Run = "Run";
        public const string What = "What differs";
        public const string Submit = "Compare";
        public const string OtherSeed = "Other dice";
        public const string Time = "Time of both";
        public const string ToStart = "To the start";
        public const string Back = "Half a round back";
        public const string On = "Half a round on";
        public const string OpenInLab = "Open in the lab";
        public const string Opening = "Both runs are played to their end";
        public const string FirstDivergence = "First divergence";
        public const string Looking = "Both are played to find where they part…";
        public const string NotFound = "They did not part within the time that was taken to look.";
        public const string Change = "Change";
        public const string Measured = "Measured";
        public const string Measuring = "Both are played to be measured…";
        public const string ToHalf = "Until half of them know";
        public const string ToMost = "Until 99 % know";
        public const string ToAll = "Until all know";
        public const string Messages = "Messages";
        public const string Bytes = "Bytes";
        public const string FalseSuspicions = "Suspicions of a running node";
        public const string FalseDeaths = "Running nodes believed dead";
        public const string FirstDetection = "Crash: until the first knew";
        public const string AllDetections = "Crash: until all knew";
        public const string Never = "never";

        public static string OutcomesUntil(string end) => $"What came of it within {end}";

        public static string Equal(string end) => $"Up to {end} both do exactly the same.";

        public static string Parts(string at) =>
            $"At {at} they part for the first time. All before is the same in both, event for event.";

        public static string Because(string first, string second) =>
            $"Seed, faults and draws are the same in both. All that differs is «{first}» here and «{second}» there, so "
            + "that is what it comes of.";

        public static string Event(string at, string what) => $"{at}: {what}.";

        public static string CustomQuestion(string scenario) => $"The run «{scenario}» with two values of a parameter.";

        public static string Value(string parameter, int value) =>
            string.Create(CultureInfo.InvariantCulture, $"{parameter} {value}");

        public static string Informed(string informed, string running) => $"{informed} of {running} know";

        public static string TooMany(int most) => string.Create(CultureInfo.InvariantCulture,
            $"Nodes: side by side there are at most {most}");

        public static string Parameter(SweepParameter parameter) => parameter switch
        {
            SweepParameter.Nodes => "Nodes",
            SweepParameter.FanOut => "Fan-out",
            SweepParameter.LossPercent => "Loss in %",
            SweepParameter.IntervalMilliseconds => "Interval in ms",
            SweepParameter.LatencyMilliseconds => "Latency in ms",
            SweepParameter.ProbeIntervalMilliseconds => "Probe interval in ms",
            SweepParameter.ProbeTimeoutMilliseconds => "Probe timeout in ms",
            SweepParameter.IndirectChecks => "Indirect checks",
            SweepParameter.SuspicionMultiplier => "Suspicion multiplier",
            SweepParameter.SuspicionMaxMultiplier => "Suspicion, longest multiplier",
            SweepParameter.RetransmitMultiplier => "Retransmit multiplier",
            SweepParameter.GossipNodes => "Members told at once",
            _ => "Gossip interval in ms",
        };

        /// <summary>The words of a ready pair: its title, what can be seen in it, and the names of its sides.</summary>
        public static (string Title, string Question, string First, string Second) Ready(string key) => key switch
        {
            "push-pull" => ("Push or push-pull",
                "Push is quick at first and slow at the end, when most who are told know already. Who asks, too, "
                + "finds the last ones sooner. What does that cost in messages?",
                "push", "push-pull"),
            "heartbeat-swim" => ("Heartbeats or SWIM",
                "n3 crashes after 3 seconds. Everybody tells everybody «I live», or everybody asks one other a second: "
                + "who finds out first, and how many messages does it take?",
                "heartbeats", "SWIM"),
            "suspicion" => ("Without suspicion or with it",
                "n3 stands still for 2.5 seconds. Without suspicion it is declared dead at once; with it, it has time "
                + "to refute.",
                "without suspicion", "with suspicion"),
            "lifeguard" => ("Without Lifeguard or with it",
                "For 20 seconds n7 takes 700 ms for each message. Without Lifeguard it accuses others of its own "
                + "slowness.",
                "without Lifeguard", "with Lifeguard"),
            _ => ("The article's text or its program",
                "The text's two pushes read one loop variable and go to one peer: a fan-out of 1. The program tells "
                + "two peers that stand beside each other in its list.",
                "the text", "the program"),
        };
    }
}
