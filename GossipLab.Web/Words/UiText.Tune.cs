using System.Globalization;
using GossipLab.Core.Experiments.Configuration;
using GossipLab.Core.Experiments.Tuning;
using GossipLab.Core.Membership;

namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class Tune
    {
        public const string Name = "Tune";
        public const string Title = "Tune my cluster";
        public const string Lead =
            "Paste your configuration, say what your network is like and what you need. The engine plays your cluster "
            + "hundreds of times with your settings and with others, and shows which of them hold.";

        public const string Configuration = "Configuration";
        public const string Preset = "Begin with";
        public const string Text = "Consul, Serf or memberlist; JSON or HCL";
        public const string Upload = "Or open a file";
        public const string Pool = "Pool";
        public const string Cluster = "Cluster and network";
        public const string Nodes = "Nodes";
        public const string Loss = "Lost datagrams in %";
        public const string LatencyFrom = "Latency from, in ms";
        public const string LatencyTo = "Latency to, in ms";
        public const string Zones = "Zones";
        public const string BetweenZones = "More between zones, in ms";
        public const string SlowNodes = "Overloaded nodes";
        public const string SlowBy = "They take for a message, in ms";
        public const string Stall = "They stand still every 10 s for, in ms";
        public const string Limits = "Limits (empty: none)";
        public const string DetectWithin = "A crash is known within, in s";
        public const string FalseDeaths = "False deaths a day, at most";
        public const string Kilobytes = "kB a second and node, at most";
        public const string Effort = "Effort";
        public const string Start = "Find settings";
        public const string Cancel = "Cancel";
        public const string Busy = "Two searches are running on this server. Cancel one, or wait until one is done.";
        public const string Unknown = "This server has no such search any more. Start it again.";
        public const string FaultyText = "Configuration: put the lines right that are marked as faults.";
        public const string Answer = "Answer";
        public const string Region = "Region";
        public const string RegionLead =
            "Probe interval against suspicion_mult, the timeout in proportion, everything else as in yours. Each cell "
            + "opens its median run.";

        public const string TradeOff = "Trade-off";
        public const string TradeOffLead =
            "To the left: a crash is known sooner. Lower: fewer false deaths. A bar reaches from the lower to the "
            + "upper bound, 95 % each; an arrow hangs from the upper bound where no false death was seen.";

        public const string Table = "All settings as a table";
        public const string Snippet = "Recommended configuration";
        public const string NearestSnippet = "The nearest of those tried: it breaks a limit";
        public const string Copy = "Copy";
        public const string Save = "Save";
        public const string Copied = "The configuration is in your clipboard.";
        public const string NotCopied = "This browser does not allow it. Mark the text and copy it.";
        public const string Yours = "yours";
        public const string Setting = "Setting";
        public const string MedianRun = "median run";
        public const string WorstRun = "run with a false death";
        public const string CsvFile = "CSV";
        public const string NoRun = "not played";
        public const string Method =
            "Measured, not computed: every figure comes from runs of the engine, and each leads to its run. A run lets "
            + "one healthy node crash. A false death is a healthy, running node that a healthy node believes dead; it "
            + "counts once, however many believe it, until nobody does. (The lab counts every observer, and overloaded "
            + "nodes, too.) Bytes are those of the messages, without "
            + "headers of UDP and IP, compression and encryption. «95 %» is a confidence: of 20 such statements about "
            + "other clusters one may be wrong. Nothing is extrapolated to rates that the runs are too few to show.";

        public const string SoFar = "So far:";
        public const string OpenMedian = "Open the median run, just before its crash";
        public const string OpenWorst = "Open a run with a false death, just before it";
        public const string DeathAxis = "False deaths a day";
        public const string DetectAxis = "All healthy nodes know a crash after (p95)";
        public const string SizeKey = "size: bytes a second";
        public const string LimitKey = "limit";
        public const string RegionKey =
            "In each cell: seconds until all know a crash (95 of 100 runs), false deaths a day, bytes a second and "
            + "node. «holds» and «breaks» are shown with 95 % confidence for each limit; «open» means that the runs of "
            + "that cell cannot tell. The search gives most runs to the best; more effort settles more cells.";

        public static readonly (int Runs, string Name)[] Efforts =
            [(480, "480 runs"), (2_400, "2,400 runs: show rates a 5th as small"), (9_600, "9,600 runs: a 20th")];

        public static string TooMuch(long most) => string.Create(CultureInfo.InvariantCulture,
            $"Effort: this server plays at most {most:N0} runs times nodes. Choose fewer runs.");

        public static string TooLong(int most) =>
            string.Create(CultureInfo.InvariantCulture, $"Configuration: the file is longer than {most:N0} bytes.");

        public static string OutOfRange(string field, double least, double most) => string.Create(
            CultureInfo.InvariantCulture, $"{field}: give a number within {least:0.###} to {most:#,0.###}");

        public static string PoolName(GossipPool pool) => pool == GossipPool.Lan ? "Consul's LAN" : "Consul's WAN";

        public static string Format(ConfigurationFormat format) => format switch
        {
            ConfigurationFormat.Consul => "Read as a Consul agent's configuration.",
            ConfigurationFormat.SerfProfile => "Read as a profile of a Serf agent (profile_path).",
            ConfigurationFormat.SerfAgent =>
                "Read as a Serf agent's configuration. It can only name a profile, so the answer is a profile file: "
                + "save it and name it in profile_path.",
            _ => "Read as memberlist's Config with Go's field names.",
        };

        public static string NoteKind(ConfigurationNoteKind kind) => kind switch
        {
            ConfigurationNoteKind.Fault => "Fault",
            ConfigurationNoteKind.Warning => "Look",
            ConfigurationNoteKind.Ignored => "Ignored",
            _ => "Taken",
        };

        public static string Line(int line) => line > 0 ? $"line {line}" : "whole text";

        public static string IgnoredKeys(int count) => count == 1
            ? "1 key that is not measured, and why" : $"{count} keys that are not measured, and why";

        public static string Progress(int done, int needed, int round, double? left) => string.Create(
            CultureInfo.InvariantCulture,
            $"{done:N0} of {needed:N0} runs, round {round} of 4"
            + $"{(left is { } rest ? $", about {Math.Ceiling(rest):0} s left" : "")}");

        public static string Finished(int runs) =>
            string.Create(CultureInfo.InvariantCulture, $"{runs:N0} runs measured");

        public static string Stopped(int runs) =>
            string.Create(CultureInfo.InvariantCulture, $"Cancelled after {runs:N0} runs; what they say stands below.");

        public static string Model(TuningPlan plan, MembershipOptions options)
        {
            var (shortest, longest) = plan.Suspicions(options);
            var late = longest > plan.CountedFrom(options)
                ? $" False deaths are counted from {plan.CountedFrom(options).TotalSeconds:0} s on, sooner than the "
                    + "longest: those that nobody confirms are undercounted." : "";
            return string.Create(CultureInfo.InvariantCulture,
                $"Model: by memberlist's formula a suspicion lasts {shortest.TotalSeconds:0.0} s"
                + $"{(longest > shortest ? $" to {longest.TotalSeconds:0.0} s" : "")} "
                + $"among {plan.Cluster.Nodes} nodes.{late}");
        }

        public static string Point(TuningFinding finding, string rate) => string.Create(CultureInfo.InvariantCulture,
            $"{Verdict(finding.Verdict)}: {Settings(finding.Candidate.Options)}; known after "
            + $"{finding.Detection.NinetyFifth:0.0} s, false deaths a day {rate}, {finding.Bytes.Value:0} B/s; opens "
            + $"the median run");

        public static string BestName(TuningFinding best) =>
            best.Verdict == TuningVerdict.Breaks ? "nearest" : "recommended";

        public static string Verdict(TuningVerdict verdict) => verdict switch
        {
            TuningVerdict.Holds => "holds",
            TuningVerdict.Breaks => "breaks",
            _ => "open",
        };

        public static string Glyph(TuningVerdict verdict) => verdict switch
        {
            TuningVerdict.Holds => "✓",
            TuningVerdict.Breaks => "✗",
            _ => "?",
        };

        public static string Settings(MembershipOptions options) => string.Create(CultureInfo.InvariantCulture,
            $"probe {GoDuration.Write(options.ProbeInterval)} / {GoDuration.Write(options.ProbeTimeout)}, suspicion "
            + $"{options.SuspicionMultiplier}, helpers {options.IndirectChecks}, gossip {options.GossipNodes} every "
            + $"{GoDuration.Write(options.GossipInterval)}");
    }
}
