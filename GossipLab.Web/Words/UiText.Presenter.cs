namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class Presenter
    {
        public const string Name = "Present";
        public const string Open = "Show it to an audience";
        public const string Controls = "Steps of the talk";
        public const string Back = "Back";
        public const string Stride = "One press goes on by";
        public const string Clock = "Time since the talk began";
        public const string RestartClock = "Start the clock anew";
        public const string Black = "Black";
        public const string BlackHint = "Turn the screen black (b); any key of the remote shows it again";
        public const string IsBlack = "The audience sees a black screen.";
        public const string ShowAgain = "The screen is black. Show it again.";
        public const string Notes = "Notes";
        public const string NotesTitle = "Speaker's notes";
        public const string Leave = "Leave";
        public const string OwnRun = "A run of your own";
        public const string About = "What it shows";
        public const string Now = "Now";
        public const string OnScreen = "On the screen";
        public const string Keys =
            "A remote works in both windows: PageDown goes on, PageUp goes back, «.» plays or pauses, b turns the "
            + "screen black.";
        public const string Question = "Asked";
        public const string Answer = "This run will answer";
        public const string Why = "Because";
        public const string Then = "Then";
        public const string Others = "Other seeds:";
        public const string RunIt = "Run it";
        public const string Skip = "To the end";
        public const string NextStep = "Next step";
        public const string End = "The end";
        public const string Gone = "This presentation is over";
        public const string GoneText =
            "Its lab was given up, or its screen was never opened. Open the screen again and follow its link to these "
            + "notes.";
        public const string Embedded = "A run to play";
        public const string Reset = "Reset";
        public const string InLab = "Open in GossipLab";

        public static string Next(string stride) => $"Next {stride.ToLowerInvariant()}";

        public static string At(string moment) => $"At {moment}";

        public static string IfSomebodySays(string number) => $"If somebody says {number}";

        public static string Place(int step, int steps) => $"Step {step} of {steps}";
    }
}
