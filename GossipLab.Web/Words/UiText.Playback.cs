namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class Playback
    {
        public const string Controls = "Time";
        public const string Play = "Play";
        public const string Pause = "Pause";
        public const string PlayHint = "Play or pause (Space)";
        public const string Step = "Step";
        public const string Event = "Event";
        public const string Round = "Round";
        public const string Period = "Period";
        public const string Belief = "Change";
        public const string EventHint = "To the next event (.)";
        public const string RoundHint = "Until every running node has had its turn to gossip once more (r)";
        public const string PeriodHint = "Until the chosen node's next probe (p)";
        public const string BeliefHint = "To the next event that changes what a node holds or believes (b)";
        public const string RunUntil = "Run until all know";
        public const string RunUntilShort = "All know";
        public const string RunUntilHint = "Runs until every running node holds the newest value";
        public const string Cancel = "Stop";
        public const string Speed = "Speed";
        public const string SpeedHint = "Speed: seconds of the protocol in one of yours (- and =)";
        public const string Max = "Max";
        public const string MaxHint = "As fast as this server can";
        public const string Watchable = "Watchable";
        public const string WatchableHint = "A message takes about a second to fly, quiet stretches pass quickly (0)";
        public const string Paused = "paused";
        public const string Manual = "steps only";
        public const string TimeLabel = "Time of the protocol";

        public static string EventNumber(string number) => $"event {number}";
    }
}
