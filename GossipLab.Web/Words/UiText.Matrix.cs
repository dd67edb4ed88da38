using System.Globalization;

namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class Matrix
    {
        public const string Title = "Who believes what of whom";
        public const string Explained = "A row is what a node believes; a column is what is believed of a node.";
        public const string ExplainedData = "A row compares what a node holds with what each other node holds.";
        public const string Observer = "Node";
        public const string Topic = "What is compared";
        public const string Membership = "Beliefs";
        public const string Data = "Values";
        public const string Order = "Order of the nodes";
        public const string ByNumber = "By number";
        public const string ByAgreement = "By agreement";
        public const string Shares = "Votes";
        public const string Same = "same value";
        public const string Ahead = "newer value";
        public const string Behind = "older value";
        public const string Tie = "same generation, other value";
        public const string Grouped =
            "Nodes with the same view share a row, nodes of whom all think alike share a column: nothing is left out.";

        public const string Sampled =
            "There are more views than lines: the last line holds the rest and shows what the fewest believe.";

        public const string Large =
            "So large a cluster is shown by the nodes that not all others are known to believe alive.";

        public const string AllAlive = "All nodes are known to believe all others alive.";
        public const string Alive = "alive";
        public const string Suspect = "suspect";
        public const string Dead = "dead";
        public const string Left = "left";
        public const string Absent = "not listed";
        public const string Unknown = "unknown";
        public const string Itself = "itself";

        public static string Cell(string observer, string subject, string belief, uint incarnation) =>
            string.Create(CultureInfo.InvariantCulture,
                $"{observer} believes of {subject}: {belief}, incarnation {incarnation}");

        public static string CellOfMany(string observer, string subject, string belief) =>
            $"{observer} believes of {subject}: {belief}";

        public static string Mixed(string observer, string subject, string fewest) =>
            $"{observer} of {subject}: not all alike, the fewest say {fewest}";

        public static string Compared(string row, string column, string what) =>
            $"Compared with {column}, {row} holds: {what}";

        public static string Many(string first, string count) => $"{first} … ×{count}";

        public static string Rest(string nodes) => $"The rest: {nodes}";

        public static string LookThrough(string node) => $"Look through the eyes of {node}";

        public static string AllAgree(string observers) => $"All {observers} running nodes have the same view.";

        public static string Views(string observers, string views, string share) =>
            $"{observers} running nodes have {views} different views: {share} of all pairs differ.";

        public static string Alone(string observer, string subject, string belief, string most) =>
            $"{observer} is alone in thinking {subject} {belief}; the others say {most}.";

        public static string Disputed(string subject, string shares, string most, string one, string few) =>
            $"{subject} is disputed {shares}: most say {most}, {one} says {few}.";

        public static string MoreDisputes(string count) => $"{count} more are disputed.";

        public static string CellUnknown(string observer, string subject) =>
            $"What {observer} believes of {subject} is unknown";

        public static string Self(string node, string incarnation) => $"{node} itself, incarnation {incarnation}";
    }
}
