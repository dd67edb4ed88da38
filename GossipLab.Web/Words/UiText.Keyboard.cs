namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class Keyboard
    {
        public const string Title = "Keys";
        public const string Open = "All keys (?)";
        public const string Close = "Close";
        public const string Note =
            "None of them acts while you type. Arrows move among the nodes once one has the focus.";
        public const string Time = "Time";
        public const string Node = "The focused or chosen node";
        public const string Look = "Looking";
        public const string Play = "Play or pause";
        public const string StepEvent = "Next event";
        public const string StepRound = "Next round";
        public const string StepPeriod = "Next probe of the node";
        public const string StepBelief = "Next change of what a node holds or believes";
        public const string BackEvent = "Event before";
        public const string BackRound = "Round before";
        public const string BackPeriod = "Probe of the node before";
        public const string BackBelief = "Change before";
        public const string Live = "Farthest moment; runs on if it ran";
        public const string Start = "Start";
        public const string Edge = "Farthest moment";
        public const string Fork = "Branch here";
        public const string Compare = "Compare the branch with its parent";
        public const string Message = "The message in hand";
        public const string DropMessage = "Drop it";
        public const string HoldMessage = "Hold it";
        public const string DeliverMessage = "Deliver it now";
        public const string DuplicateMessage = "Duplicate it";
        public const string Slower = "Slower";
        public const string Faster = "Faster";
        public const string Watchable = "Watchable speed";
        public const string SetValue = "Set its value";
        public const string KillOrRestart = "Kill it, or restart it with its disk";
        public const string KillOrRestartEmpty = "Kill it, or restart it with an empty disk";
        public const string PauseOrResume = "Pause it, or let it go on";
        public const string Lens = "Truth, or as the node sees it";
        public const string Why = "Why? Of the focused row, or of the message or node chosen";
        public const string Wall = "Build a wall";
        public const string Heal = "Heal the network";
        public const string Share = "Share";
        public const string Help = "This list";
        public const string Escape = "Close, unselect";
        public const string CurveTab = "Curve";
        public const string TrafficTab = "Traffic";
        public const string NodeTab = "Node";
        public const string LogTab = "Log";
        public const string MessagesTab = "Messages in flight";
        public const string SpaceTimeTab = "The space-time diagram";
        public const string MatrixTab = "Who believes what of whom";
        public const string Band = "The curve's band of runs with other dice, on or off";
        public const string RulesTab = "The rules";
    }
}
