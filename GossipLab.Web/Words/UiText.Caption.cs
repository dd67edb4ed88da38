namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class Caption
    {
        public const string Title = "What happens";
        public const string Quiet = "Quiet.";

        public const string NoRunYet = "No value has been set. Press i to give n0 one, or open a scenario.";

        public static string OfRunning(string running) => $" of {running} know";

        public static string Died(string node, string running) =>
            $"The value died with {node} before it told anyone (0 of {running}). Restart {node}, or set it elsewhere.";

        public static string Split(string first, string second, string generation) =>
            $"{first} and {second}: both generation {generation}. Under «keep mine» neither replaces the other, so "
            + "the cluster stays split until somebody sets a newer value.";

        public static string Holders(string value, string holders) => $"{holders} nodes hold {value}";

        public static string Walled(string missing, string name) =>
            $"{missing} running nodes are behind {name} and cannot hear of the value. Heal the network to reach them.";

        public static string Stopped(string missing) =>
            $"Nobody spreads the value any more, and {missing} running nodes never heard of it: "
            + "the stop rule left a residue.";
    }
}
