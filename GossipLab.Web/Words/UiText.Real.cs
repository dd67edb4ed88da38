using System.Globalization;

namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class Real
    {
        public const string Name = "Real cluster";
        public const string Lead =
            "These are real nodes: programs with sockets and clocks of their own, started on this machine. What they "
            + "say is shown; what nobody said is shown as unknown.";

        public const string Where = "Where the nodes run";
        public const string Processes = "Processes";
        public const string ProcessesHint = "Each node is a process: it can be killed and stopped for real";
        public const string InProcess = "In this process";
        public const string InProcessHint = "Many nodes at little cost, each with its own server and port";
        public const string Nodes = "Nodes";
        public const string Interval = "Interval";
        public const string Milliseconds = "ms";
        public const string FanOut = "Fan-out";
        public const string TieBreak = "Tie-break";
        public const string HighestWriter = "highest writer";
        public const string HighestValue = "highest value";
        public const string KeepMine = "keep mine";
        public const string Membership = "Failure detector";
        public const string Lan = "LAN: probes every second";
        public const string Wan = "WAN: probes every 5 seconds";
        public const string Local = "local: like LAN, quicker to suspect";
        public const string LargeHint =
            "Above 250 nodes choose WAN: the LAN detector's traffic is more than one machine carries.";

        public const string KeepsData = "Keep values on disk, so that they survive a kill";
        public const string Start = "Start the nodes";
        public const string Starting = "Starting";
        public const string NotANumber = "Nodes, interval and fan-out are whole numbers, such as 5, 1000 and 2.";
        public const string AlreadyThere = "Clusters that run";
        public const string Gone = "That cluster was stopped. Here you can start another.";

        public const string Panel = "The cluster";
        public const string HidePanel = "Hide the cluster's panel";
        public const string ShowPanel = "Show the cluster's panel";
        public const string Matrix = "Matrix";
        public const string Value = "Value";
        public const string Unit = "real time";
        public const string SetValue = "Set a value";
        public const string SetValueShort = "Set";
        public const string KillOne = "Kill a node";
        public const string KillOneShort = "Kill";
        public const string KillOneHint = "Kills one of the running nodes, whichever; the others have to find out";
        public const string StartAll = "Start the dead";
        public const string StartAllShort = "Start";
        public const string Stop = "Stop the cluster";
        public const string StopShort = "Stop";
        public const string Stopped = "The cluster was stopped, and all its nodes with it.";
        public const string Quiet = "Set a value, or kill a node, and watch what the others make of it.";
        public const string NothingHeard = "Nothing was heard yet.";
        public const string Latency = "Latency";
        public const string Wall = "Wall around";
        public const string WallPlaceholder = "n0-n2";
        public const string Build = "Build";
        public const string SummaryHint =
            "Tab reaches the nodes; arrows move between them, Enter inspects, i sets a value, k kills or restarts, "
            + "z lets a node stand still or go on, t looks through its eyes.";

        public const string StageNote = "Messages are not drawn: nodes report what they learn, not each message.";

        public static string Running(string count, string kind) => $"{count} {kind}";

        public static string Heard(string heard, string running) => $"{heard} of {running} heard";

        public static string Unknown(string count) => $"{count} unknown";

        public static string Summary(string time, string informed, string running, string unknown) =>
            $"At {time} {informed} of {running} running nodes are known to hold the newest value; of {unknown} nothing "
            + "is known.";

        public static string Title(int count, string kind) =>
            string.Create(CultureInfo.InvariantCulture, $"{count} nodes, {kind}");
    }

    public static class Shadow
    {
        public const string Title = "Shadow";
        public const string Explained =
            "The same cluster, simulated with many seeds. The band holds nine tenths of the runs.";

        public const string Band = "simulated p5–p95";
        public const string Middle = "simulated median";
        public const string Waits = "Once a value is set, reality is compared with the simulation here.";
        public const string NoQuestion = "Two running nodes are needed to simulate a spread.";
        public const string Cancel = "Cancel";
        public const string Resume = "Simulate";
        public const string Spread = "Value";
        public const string SpreadHint = "How many nodes are known to hold the newest value";
        public const string Charts = "What is counted";
        public const string Believers = "believe it dead";
        public const string Low = "p5";
        public const string High = "p95";
        public const string Real = "real";
        public const string Axis = "time since it began";
        public const string NoMembership = "without the failure detector's traffic";

        public static string Death(string node) => $"Death of {node}";

        public static string DeathHint(string node) => $"How many others are known to believe {node} dead";

        public static string Progress(int done, int wanted) =>
            string.Create(CultureInfo.InvariantCulture, $"{done} of {wanted} runs");

        public static string Told(string message) => $"simulated with {message} a message";

        public static string InsideSoFar(string share) => $"Inside the band so far ({share} of moments).";

        public static string Inside(string share) => $"Inside the band ({share} of moments).";

        public static string Ahead(string at, int real, int high) => string.Create(CultureInfo.InvariantCulture,
            $"Ahead of the band from {at}: {real} know, at most {high} in p95 of runs.");

        public static string Behind(string at, int real, int low) => string.Create(CultureInfo.InvariantCulture,
            $"Behind the band from {at}: {real} know, at least {low} in p5 of runs.");
    }
}
