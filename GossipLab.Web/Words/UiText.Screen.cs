namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class Screen
    {
        public const string LabName = "Lab";
        public const string Panels = "Panels";
        public const string Run = "The run";
        public const string Reading = "Reading";
        public const string Below = "Charts";
        public const string Curve = "Curve";
        public const string Traffic = "Traffic";
        public const string Node = "Node";
        public const string Log = "Log";
        public const string Messages = "In flight";
        public const string More = "More";
        public const string HideRun = "Hide the run's panel";
        public const string ShowRun = "Show the run's panel";
        public const string HideReading = "Hide node and log";
        public const string ShowReading = "Show node and log";
        public const string Opening = "Opening the lab";
        public const string BusyTitle = "The server has no room for another lab";
    }
}
