namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class Traffic
    {
        public const string Title = "Traffic";
        public const string Sent = "Sent";
        public const string Delivered = "Delivered";
        public const string Lost = "Lost";
        public const string InFlight = "In flight";
        public const string Bytes = "Bytes";
        public const string Useful = "Useful";
        public const string Wasted = "Wasted";
        public const string WastedHint = "Values that came and told the receiver nothing new, of all values that came";
        public const string PerNode = "Per node";
        public const string FalseSuspicions = "False suspicions";
        public const string FalseSuspicionsHint = "How often a node began to suspect one that was running";
        public const string FalseDeaths = "False deaths";
        public const string FalseDeathsHint = "How often a node came to believe a running one dead";
        public const string Refutations = "Refutations";
        public const string RefutationsHint =
            "How often a node heard itself accused and answered with a higher incarnation";
        public const string Suspicions = "Suspected now";
        public const string Deaths = "Dead now";
        public const string Kind = "Message";
        public const string Count = "Sent";
        public const string Size = "Bytes";
        public const string Nothing = "No message has been sent yet.";

        public static string ARate(string bytes) => $"{bytes}/s";
    }
}
