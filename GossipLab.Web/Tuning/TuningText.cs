using System.Globalization;
using System.Text;
using GossipLab.Core.Experiments.Tuning;
using GossipLab.Core.Simulation;

namespace GossipLab.Web.Tuning;

/// <summary>What a search found, as a file for other programs.</summary>
public static class TuningText
{
    private const string Heading =
        "rank,candidate,probe_interval_ms,probe_timeout_ms,suspicion_mult,indirect_checks,gossip_nodes,"
        + "gossip_interval_ms,verdict,runs,node_hours,detect_all_p5_s,detect_all_p50_s,detect_all_p95_s,late_share,"
        + "late_share_high,false_deaths,false_deaths_per_day,false_deaths_per_day_low,false_deaths_per_day_high,"
        + "false_suspicions_per_day,overloaded_deaths_per_day,bytes_per_node_second";

    /// <summary>A line for each of the settings, the best first. Bounds have 95 % confidence each.</summary>
    public static string Csv(TuningLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# GossipLab engine {Scenario.EngineVersion}, ");
        text.Append(CultureInfo.InvariantCulture, $"{ledger.Plan.Cluster.Nodes} nodes, {ledger.Done} runs measured\n");
        text.Append(Heading).Append('\n');
        foreach (var (rank, finding) in ledger.Ranked().Index())
        {
            AppendLine(text, rank + 1, finding);
        }

        return text.ToString();
    }

    private static void AppendLine(StringBuilder text, int rank, TuningFinding finding)
    {
        var (options, deaths) = (finding.Candidate.Options, finding.FalseDeathsPerDay);
        object?[] cells =
        [
            rank, finding.Candidate.Index, options.ProbeInterval.TotalMilliseconds,
            options.ProbeTimeout.TotalMilliseconds, options.SuspicionMultiplier, options.IndirectChecks,
            options.GossipNodes, options.GossipInterval.TotalMilliseconds, finding.Verdict, finding.Runs,
            Math.Round(finding.NodeHours, 3), Round(finding.Detection.Fifth), Round(finding.Detection.Median),
            Round(finding.Detection.NinetyFifth), Round(finding.Late?.Value), Round(finding.Late?.High),
            finding.FalseDeaths, Round(deaths.Value), Round(deaths.Low), Round(deaths.High),
            Round(finding.FalseSuspicionsPerDay.Value), Round(finding.SlowDeathsPerDay.Value),
            Round(finding.Bytes.Value),
        ];
        text.AppendJoin(',', cells.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture))).Append('\n');
    }

    // What was never reached is left empty.
    private static double? Round(double? figure) => figure is { } value && double.IsFinite(value)
        ? Math.Round(value, 4) : null;
}
