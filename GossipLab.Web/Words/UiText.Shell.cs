namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class Shell
    {
        public const string SkipToContent = "Skip to content";
        public const string OpenMenu = "Open menu";
        public const string MainNavigation = "Main";
        public const string SwitchTheme = "Switch between light and dark";
        public const string Lab = "Lab";

        public const string CrashTitle = "This part of the page stopped working";
        public const string CrashText = "The fault is ours and has been logged. What runs on the server is untouched.";
        public const string TryAgain = "Try again";
        public const string Reload = "Reload";
        public const string BackToStart = "Back to the start";

        public const string NotFoundTitle = "There is no such page";
        public const string NotFoundText = "The link may be old or mistyped. Your labs are where you left them.";
        public const string ErrorTitle = "Something went wrong on the server";
        public const string ErrorText = "The fault is ours and has been logged. Loading the page again often helps.";

        public const string Reconnecting = "Reconnecting";
        public const string ReconnectingNote = "The run goes on; what is on screen stays.";
        public const string ConnectionLost = "The server does not answer.";
    }
}
