namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class Scenarios
    {
        public const string Menu = "Scenarios";
        public const string Choose = "Choose a scenario";
        public const string Own = "Own run";
        public const string Seed = "Seed";
        public const string SeedHint = "The seed of all dice: the same seed gives the same run, bit for bit";
        public const string SeedRange = "A seed is a whole number from 0 to 18446744073709551615";
        public const string Dice = "Another seed";
        public const string Share = "Share";
        public const string ShareHint = "A link to this run at this moment (s)";
        public const string ShareTitle = "A link to this run";
        public const string ShareText = "Whoever opens it gets the same run, standing at the same moment.";
        public const string TooLong = "This run has too many acts for a link. Save it as a file and send that.";
        public const string Copy = "Copy";
        public const string Copied = "The link is in your clipboard.";
        public const string NotCopied = "The browser did not allow it. Mark the link and copy it yourself.";
        public const string Close = "Close";
        public const string More = "More";
        public const string Export = "Save as file";
        public const string Import = "Open a file…";
        public const string OpenTitle = "Open a scenario file";
        public const string OpenText =
            "A file that was saved here, named like run.gossiplab.json. It restarts this lab.";
        public const string ImportText = "It cannot be opened, and nothing was changed. What is wrong with it:";
        public const string FileTooLong = "the file is longer than 1 MB";
        public const string LinkTitle = "Parts of the link could not be used";
        public const string LinkText = "The rest was; where a part was unusable its usual value stands.";
        public const string RunGone =
            "That run is no longer kept on the server. This is its scenario from the beginning.";

        public static string NotANumber(string key, string text, string least, string most, string used) =>
            $"{key} is «{text}»: it is a whole number from {least} to {most}. Used: {used}.";

        public static string NotAMoment(string key, string text, string most) =>
            $"{key} is «{text}»: it is a moment in milliseconds, from 0 to {most}. Used: 0.";

        public static string NotAShare(string text, string used) =>
            $"loss is «{text}»: it is a share from 0 to 1, for example 0.05. Used: {used}.";

        public static string NoScenario(string name, string used) => $"There is no scenario «{name}». Used: {used}.";

        public static string NotANode(string key, string text) =>
            $"{key} is «{text}»: it names a node, for example n7.";

        public static string Unreadable(string why) => $"z could not be read: {why}. Used: an empty cluster.";

        public static string Unsound(string fault) =>
            $"Together they make no run: {fault}. Used: the scenario as it is.";
    }
}
