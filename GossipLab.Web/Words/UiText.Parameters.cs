namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class Parameters
    {
        public const string Title = "Parameters";
        public const string Presets = "Presets";
        public const string Apply = "Apply";
        public const string Restarts = "Restarts the run with the same seed.";
        public const string Reset = "Undo";
        public const string Changed = "Differs from the run on screen";
        public const string NotUsual = "Differs from the usual value";
        public const string Yes = "yes";
        public const string No = "no";

        public static string ApplyChanges(int count) => count == 1 ? "Apply 1 change" : $"Apply {count} changes";

        public static string WholeNumber(string least, string most) => $"A whole number from {least} to {most}.";

        public static string Number(string least, string most, string unit) =>
            unit.Length == 0 ? $"From {least} to {most}." : $"From {least} to {most} {unit}.";

        public static string Hint(string text, string range, string usual) => $"{text} {range} Usual: {usual}.";
    }
}
