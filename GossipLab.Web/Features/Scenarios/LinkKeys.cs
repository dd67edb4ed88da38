namespace GossipLab.Web.Features.Scenarios;

/// <summary>The keys of a link to the lab.</summary>
internal static class LinkKeys
{
    public const string Scenario = "s";
    public const string Packed = "z";
    public const string Seed = "seed";
    public const string Nodes = "n";
    public const string FanOut = "f";
    public const string Loss = "loss";
    public const string Interval = "every";
    public const string Time = "t";
    public const string Lens = "lens";
    public const string Selected = "sel";
    public const string Tab = "tab";
    public const string Clock = "clock";
    public const string Play = "play";
    public const string Motion = "motion";
    public const string Lab = "lab";
    public const string Lesson = "lesson";
    public const string Step = "step";
}
