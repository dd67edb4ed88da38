using System.Globalization;
using GossipLab.Core.Experiments.Tuning;
using GossipLab.Web.Tuning;
using GossipLab.Web.Words;
using static System.FormattableString;

namespace GossipLab.Web.Features.Tune;

/// <summary>What a search found, in sentences that say how sure it is.</summary>
internal static class TuneSentences
{
    /// <summary>What to do.</summary>
    /// <param name="picture">The search; it has a best.</param>
    public static string Advice(TuningPicture picture)
    {
        var best = picture.Best!; // Asked where there is one.
        var isGiven = best.Candidate.Index == 0;
        return (best.Verdict, isGiven) switch
        {
            (TuningVerdict.Holds, true) => "Keep your settings: they hold all limits.",
            (TuningVerdict.Holds, false) => $"Your settings {Short(picture.Given)}. These hold all limits:",
            (TuningVerdict.Open, true) =>
                "Keep your settings for now: no others were measured to hold, and these runs are too few to show all "
                + "that you ask.",
            (TuningVerdict.Open, false) =>
                $"Your settings {Short(picture.Given)}. These break no limit in what was measured, but the runs are "
                + "too few to show that they hold:",
            _ => "None of the settings tried holds all limits. Nearest come these; relax the limit they break, or "
                + "change the network or the overloaded nodes:",
        };
    }

    /// <summary>What was measured of each limit.</summary>
    /// <param name="plan">The search.</param>
    /// <param name="finding">The settings.</param>
    public static IReadOnlyList<(TuningVerdict Verdict, string Text)> Of(TuningPlan plan, TuningFinding finding) =>
    [
        (finding.InTime, Detection(plan, finding)),
        (finding.RareEnough, Deaths(plan, finding)),
        (finding.CheapEnough, Bytes(plan, finding)),
    ];

    /// <summary>A count with few digits.</summary>
    public static string Figure(double figure) => !double.IsFinite(figure) ? UiText.Sweep.Never
        : figure.ToString(
            Math.Abs(figure) switch { >= 100 => "N0", >= 10 => "0.#", _ => "0.##" }, CultureInfo.InvariantCulture);

    /// <summary>Seconds with their unit, or that it never came to it.</summary>
    public static string Seconds(double seconds) =>
        double.IsFinite(seconds) ? $"{Figure(seconds)} s" : UiText.Sweep.Never;

    /// <summary>False deaths a day, or how many at most where none was seen.</summary>
    public static string Rate(TuningFinding finding) => finding.FalseDeaths == 0
        ? $"0 seen, ≤ {Figure(finding.FalseDeathsPerDay.High)}"
        : $"{Figure(finding.FalseDeathsPerDay.Value)} ({Figure(finding.FalseDeathsPerDay.Low)} to "
            + $"{Figure(finding.FalseDeathsPerDay.High)})";

    private static string Short(TuningFinding? given) => given?.Verdict switch
    {
        TuningVerdict.Holds => "hold all limits, too",
        TuningVerdict.Breaks => "break a limit",
        _ => "are not shown to hold all limits",
    };

    private static string Detection(TuningPlan plan, TuningFinding finding)
    {
        var said = $"A crash was known to all healthy nodes after {Seconds(finding.Detection.Median)} in the median "
            + $"run and after {Seconds(finding.Detection.NinetyFifth)} in 95 of 100 runs; to the first after "
            + $"{Seconds(finding.First.Median)}.";
        if (plan.Limits.DetectWithin is not { } limit || finding.Late is not { } late)
        {
            return said + " No limit.";
        }

        var count = Math.Round(late.Value * finding.Runs);
        return said + $" Later than {Figure(limit.TotalSeconds)} s: {Figure(count)} of {Figure(finding.Runs)} crashes, "
            + $"so at most {Figure(100 * late.High)} % with 95 % confidence; 5 % are allowed.";
    }

    private static string Deaths(TuningPlan plan, TuningFinding finding)
    {
        var rate = finding.FalseDeathsPerDay;
        var said = finding.FalseDeaths == 0
            ? $"0 false deaths in {Figure(finding.NodeHours)} node-hours simulated: at most {Figure(rate.High)} "
                + "a day (rule of three, 95 %), which is not to say that there are none."
            : $"{Figure(finding.FalseDeaths)} false deaths in {Figure(finding.NodeHours)} node-hours simulated: "
                + $"{Figure(rate.Value)} a day, between {Figure(rate.Low)} and {Figure(rate.High)} (95 % each).";
        said += $" Healthy nodes suspected: {Figure(finding.FalseSuspicionsPerDay.Value)} times a day.";
        if (plan.Cluster.SlowNodes > 0)
        {
            said += $" Overloaded nodes declared dead: {Figure(finding.SlowDeathsPerDay.Value)} times a day.";
        }

        if (plan.Limits.FalseDeathsPerDay is not { } limit)
        {
            return said + " No limit.";
        }

        said += $" Limit: {Figure(limit)} a day.";
        var runsForNone = Math.Ceiling(-Math.Log(0.05) / limit / plan.Counted.TotalDays);
        return finding.RareEnough == TuningVerdict.Open && runsForNone > finding.Runs
            ? said + Invariant($" Only {runsForNone:N0} runs of these settings without a false death would show that.")
            : said;
    }

    private static string Bytes(TuningPlan plan, TuningFinding finding)
    {
        var said = $"A node sends {Figure(finding.Bytes.Value)} B/s on average ({Figure(finding.Bytes.Low)} to "
            + $"{Figure(finding.Bytes.High)}).";
        return plan.Limits.BytesPerNodeSecond is { } limit
            ? $"{said} Limit: {Figure(limit)} B/s." : said + " No limit.";
    }
}
