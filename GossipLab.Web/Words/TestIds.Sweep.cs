namespace GossipLab.Web.Words;

internal static partial class TestIds
{
    public const string Sweep = "sweep";
    public const string SweepForm = "sweep-form";
    public const string SweepSubmit = "sweep-submit";
    public const string SweepFault = "sweep-fault";
    public const string SweepCancel = "sweep-cancel";
    public const string SweepResume = "sweep-resume";
    public const string SweepProgress = "sweep-progress";
    public const string SweepChart = "sweep-chart";
    public const string SweepModel = "sweep-model";
    public const string SweepHints = "sweep-hints";
    public const string SweepTable = "sweep-table";
    public const string SweepPng = "sweep-png";
    public const string SweepFile = "sweep-file";
}
