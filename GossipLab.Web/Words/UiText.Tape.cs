namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class Tape
    {
        public const string Title = "Time line";
        public const string Track = "Moment shown";
        public const string Start = "To the start (Home)";
        public const string Live = "Live";
        public const string LiveHint = "To the farthest moment of this branch (l)";
        public const string Replay = "Replay";
        public const string Fork = "Branch";
        public const string ForkHint = "Open a branch here (f). Acting in the past opens one by itself.";
        public const string Lanes = "Branches";
        public const string Rename = "Rename";
        public const string Save = "Save";
        public const string Name = "Name of the branch";
        public const string Delete = "Delete";
        public const string Compare = "Compare";
        public const string CompareHint = "Where it first goes another way than the one it parted from (Shift+f)";
        public const string Comparing = "Comparing…";
        public const string Suspect = "suspected";
        public const string Dead = "believed dead";
        public const string Refuted = "refuted";
        public const string Legend = "on the time line";
        public const string Cancel = "Stop here";
        public const string Marks = "What stands on the time line";

        public static string At(string moment, string edge) => $"{moment} of {edge}";

        public static string Going(string share) => $"Going there: {share}";

        public static string More(string count) => $"and {count} more in the file";

        public static string Pin(string act, string moment) => $"{act}, {moment}";

        public static string FirstAt(string what, string moment) => $"{what} at {moment}";

        public static string Lane(string name, string moment) => $"{name}, shares all before {moment}";
    }

    public static class Difference
    {
        public const string Nothing = "nothing";

        public static string None(string moment) => $"No difference up to {moment}.";

        public static string Unknown(string moment) =>
            $"No difference up to {moment}; there was no time to look further.";

        public static string Because(string act, string moment) => $" Because of «{act}» at {moment}.";

        public static string Found(string moment, string here, string there, string why) =>
            $"First difference at {moment}: here {here}; in the parent {there}.{why}";
    }
}
