using GossipLab.Core.Experiments;

namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class Curve
    {
        public const string Title = "Infection curve";
        public const string Axis = "Nodes that know:";
        public const string Measured = "measured";
        public const string DisagreementHint =
            "The share of all pairs of running nodes whose views of the members differ in any way";
        public const string Model = "model";
        public const string ModelHint =
            "Mean-field model of push gossip: i' = n - (n - i) q^i with q = 1 - f(1 - p)/(n - 1), one step an interval";
        public const string NoModel = "no model line: it is for push to random members that never stop";
        public const string Table = "Table";
        public const string TableHint = "The same as numbers";
        public const string Time = "Time";
        public const string Informed = "Know it";
        public const string Running = "Running";
        public const string NothingYet = "Nobody has been told anything yet. Set a value: press i.";

        public const string ForecastNever = "forecast: not all will be informed while this lasts";

        public const string Band = "Band";
        public const string BandHint =
            "The same run with other dice: where 90 % of them lie (key c)";
        public const string BandStop = "Stop";
        public const string BandGoOn = "Go on";
        public const string BandProgress = "Runs with other dice";
        public const string BandColumn = "Other dice, p5–p95";

        public static string BandRuns(string done, string wanted) => $"{done} of {wanted} runs";

        public static string BandMeasured(string runs) => $"p5–p95 of {runs} runs";

        public static string BandSource(string runs) =>
            $"Measured over {runs} runs with other dice and everything else the same; messages dropped, held, "
            + "delivered or duplicated by hand are left alone in them";

        public static string BandSaid(string runs) => $"The band of {runs} runs with other dice is drawn.";

        public static string Percentile(int percentile) => $"this run: percentile {percentile}";

        public static string PercentileHint(int percentile, string runs) =>
            $"All were informed sooner in {percentile} % of {runs} runs with other dice; a tie counts half";

        public static string PercentileSaid(int percentile, string runs) =>
            $"This run: percentile {percentile}. {PercentileHint(percentile, runs)}.";

        public static string BandAt(SpreadBandPoint point, int runs) =>
            $"In nine tenths of {runs} runs with other dice, {point.Low} to {point.High} know it then.";

        public static string ForecastHint(int runs) =>
            $"Where the middle 90 % of {runs} runs end that go on from this state with other dice";

        public static string Forecast(string fewest, string most) =>
            $"forecast: all informed in {fewest}–{most} more rounds (90 %)";

        public static string ForecastOpen(string fewest) =>
            $"forecast: all informed in {fewest} more rounds at the earliest, perhaps never";

        public static string Known(string informed, string running) => $"{informed} of {running} know";

        public static string Described(string time, string known) => $"At {time} {known}.";

        public static string Disagreement(string share) => $"pairs that disagree: {share}";
    }
}
