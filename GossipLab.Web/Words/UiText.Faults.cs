namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class Faults
    {
        public const string NodeMenu = "What to do with the node";
        public const string GroundMenu = "What to do with the cluster";
        public const string SetValue = "Set value…";
        public const string Kill = "Kill";
        public const string Restart = "Restart";
        public const string RestartEmpty = "Restart, empty disk";
        public const string Pause = "Pause";
        public const string PauseFor = "Pause for…";
        public const string Resume = "Resume";
        public const string Slow = "Slow…";
        public const string Lossy = "Lossy…";
        public const string Leave = "Leave";
        public const string CutLink = "Cut link…";
        public const string AddNode = "Add node";
        public const string Wall = "Wall…";
        public const string Heal = "Heal everything";
        public const string HealHint = "Takes away all walls, cuts and settings of single links and nodes (u)";

        public const string SetValueTitle = "Set the value at";
        public const string Value = "Value";
        public const string Set = "Set";
        public const string PauseTitle = "Pause";
        public const string Duration = "For how long";
        public const string SlowTitle = "How slow shall it be:";
        public const string Delay = "Each message takes it";
        public const string LossTitle = "How much is lost from and to";
        public const string Loss = "Loss";
        public const string CutTitle = "Cut the link of";
        public const string OtherNode = "To which node";
        public const string BothWays = "Both ways";
        public const string Apply = "Apply";
        public const string Cancel = "Cancel";
        public const string Milliseconds = "ms";
        public const string Percent = "%";
        public const string NormalAgain = "Normal again";

        public const string Network = "Network now";
        public const string NetworkHint = "Changes the running network. It is part of the run, like every other act.";
        public const string LiveLoss = "Loss";
        public const string LiveLatency = "Latency";
        public const string NoWalls = "No wall stands.";
        public const string RemoveWall = "Remove";

        public const string WallMode = "One side of the wall";
        public const string WallHint = "Press nodes of one side, or name them: n0-n7, n9";
        public const string WallHalf = "Split in half";
        public const string WallBuild = "Build";

        public const string NotAWholeNumber =
            "A value is a whole number between -9,223,372,036,854,775,808 and 9,223,372,036,854,775,807.";
        public const string NotANode = "Name a node, for example n4.";

        public static string NotInRange(string least, string most, string unit) =>
            $"Between {least} and {most} {unit}.";

        public static string WallStands(string name, int nodes) => $"{name}: {nodes} nodes on one side";

        public static string LinksChanged(int count) =>
            count == 1 ? "1 link is changed." : $"{count} links are changed.";
    }

    public static class Messages
    {
        public const string Title = "In flight";
        public const string WhilePlaying = "Pause, and the messages on their way can be taken in hand.";
        public const string None = "No message is on its way.";
        public const string Drop = "Drop";
        public const string Hold = "Hold";
        public const string Deliver = "Deliver now";
        public const string Duplicate = "Duplicate";
        public const string Kind = "Kind";
        public const string From = "From";
        public const string To = "To";
        public const string Cause = "Why";
        public const string Payload = "It carries";
        public const string NothingCarried = "It carries no news.";
        public const string Known = "no, nothing changes";
        public const string Confirms = "confirms a suspicion";
        public const string Refuted = "about itself: it would refute";
        public const string Inspect = "Inspect";
        public const string Menu = "Message";

        public static string Due(string span) => $"in {span}";

        public static string Held => "held";

        public static string DueAt(string at, string span) => $"due {at} (in {span})";

        public static string IsNews(string receiver) => $"New to {receiver}?";

        public static string New(string? held) => held is null ? "yes" : $"yes, it believes {held}";

        public static string ByTimer(string node, string timer) => $"a timer of {node}: {timer}";

        public static string ByMessage(string node, string number) => $"a message came to {node} (event {number})";

        public static string ByCommand(string number) => $"a command (event {number})";

        public static string ByStart(string node) => $"the start of {node}";

        public static string Way(string from, string to) => $"{from} → {to}";
    }
}
