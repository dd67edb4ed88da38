using System.Globalization;
using GossipLab.Core.Experiments;

namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class Sweep
    {
        public const string Name = "Sweep";
        public const string Lead =
            "One run is an anecdote. A sweep plays many with different dice at each value of a parameter and shows "
            + "what to expect: the median, and where nine runs of ten lie.";

        public const string Run = "Run";
        public const string First = "Parameter";
        public const string Second = "Second parameter";
        public const string None = "none";
        public const string From = "From";
        public const string To = "To";
        public const string Step = "Step";
        public const string Seeds = "Runs a point";
        public const string Metric = "Measure";
        public const string AtLeast = "Shortest run in s";
        public const string Narrow = "Stop a point at this band width";
        public const string Budget = "Budget in B/s per node";
        public const string Start = "Start";
        public const string Cancel = "Cancel";
        public const string Resume = "Go on";
        public const string Files = "Files";
        public const string Plan = "Sweep file";
        public const string Load = "Open a sweep file";
        public const string Kept = "Sweeps that were kept";
        public const string Table = "As a table";
        public const string Png = "PNG";
        public const string OpenRun = "Open this run";
        public const string Never = "not reached";
        public const string Median = "median";
        public const string BandKey = "p5 to p95";
        public const string BytesKey = "bytes a second and node (right)";
        public const string InMemory =
            "Sweeps cannot be written to this server's disk: they last until it ends.";

        public const string Busy = "Two sweeps are running on this server. Cancel one, or wait until one is done.";
        public const string Unknown = "This server has no such sweep any more. Start it again, or open its file.";

        public static string TooMuch(int most) => string.Create(CultureInfo.InvariantCulture,
            $"This server plays at most {most:N0} runs a sweep; the command line has no such limit.");

        public static string TooLarge(int most) => string.Create(CultureInfo.InvariantCulture,
            $"Nodes: sweeps in the browser have at most {most:N0}; the command line has no such limit.");

        public static string LinkFault(string field, IEnumerable<string> allowed) =>
            $"The link's {field} is none of {string.Join(", ", allowed)}; the form has what stood there before.";

        public static string LinkNumber(string field, int most) => string.Create(CultureInfo.InvariantCulture,
            $"The link's {field} is no whole number from 0 to {most:N0}; the form has what stood there before.");

        public static string Range(string field) => $"{field}: «from» must not exceed «to», and the step is 1 or more";

        public static string Progress(int done, int needed, double? left) => string.Create(
            CultureInfo.InvariantCulture,
            $"{done:N0} of {needed:N0} runs{(left is { } rest ? $", about {Math.Ceiling(rest):0} s left" : "")}");

        public static string Finished(int runs) => string.Create(
            CultureInfo.InvariantCulture, $"{runs:N0} runs, all that were needed");

        public static string Knee(string parameter, int value, bool falls) => string.Create(
            CultureInfo.InvariantCulture,
            $"Knee: at {parameter} = {value} the median bends most{(falls ? "; beyond it, more buys less." : ".")}");

        public static string ModelMeets => "Model: the mean-field curve, without luck. Here it meets every median.";

        public static string ModelError(double share, string parameter, int value) => string.Create(
            CultureInfo.InvariantCulture, $"Model: the mean-field curve, without luck. At {parameter} = {value} it is ")
            + string.Create(CultureInfo.InvariantCulture, $"off the median by {share * 100:0.#} %, nowhere by more.");

        public static string Within(string parameter, int value, double budget) => string.Create(
            CultureInfo.InvariantCulture,
            $"Budget: up to {parameter} = {value} a node sends at most {budget:0} B/s in the median run.");

        public static string Beyond(double budget) => string.Create(
            CultureInfo.InvariantCulture, $"Budget: every point needs more than {budget:0} B/s per node.");

        public static string Point(string name, string median, string low, string high, int runs) =>
            string.Create(CultureInfo.InvariantCulture,
                $"{name}: median {median}, nine of ten between {low} and {high}, {runs} runs; opens the median run");

        public static string MetricName(RunMetric metric) => metric switch
        {
            RunMetric.SecondsToHalf => "Seconds until half know",
            RunMetric.SecondsToMost => "Seconds until 99 % know",
            RunMetric.SecondsToAll => "Seconds until all know",
            RunMetric.RoundsToHalf => "Rounds until half know",
            RunMetric.RoundsToMost => "Rounds until 99 % know",
            RunMetric.RoundsToAll => "Rounds until all know",
            RunMetric.Messages => "Messages",
            RunMetric.BytesPerNodeSecond => "Bytes a second and node",
            RunMetric.WastedShare => "Wasted share of messages",
            RunMetric.FalseSuspicionsPerNodeHour => "False suspicions a node-hour",
            RunMetric.FalseDeathsPerNodeHour => "False deaths a node-hour",
            RunMetric.SecondsToFirstDetection => "Seconds until the first knows the crash",
            RunMetric.SecondsToAllDetections => "Seconds until all know the crash",
            RunMetric.Refutations => "Refutations",
            RunMetric.Disagreement => "Disagreement at the end",
            _ => "Share who never heard",
        };
    }
}
