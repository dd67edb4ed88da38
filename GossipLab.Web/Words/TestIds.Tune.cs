namespace GossipLab.Web.Words;

internal static partial class TestIds
{
    public const string Tune = "tune";
    public const string TunePreset = "tune-preset";
    public const string TuneText = "tune-text";
    public const string TuneFile = "tune-file";
    public const string TuneNotes = "tune-notes";
    public const string TuneSubmit = "tune-submit";
    public const string TuneFault = "tune-fault";
    public const string TuneProgress = "tune-progress";
    public const string TuneCancel = "tune-cancel";
    public const string TuneAnswer = "tune-answer";
    public const string TuneSnippet = "tune-snippet";
    public const string TuneRegion = "tune-region";
    public const string TuneChart = "tune-chart";
    public const string TuneTable = "tune-table";
}
