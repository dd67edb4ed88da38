namespace GossipLab.Web.Words;

internal static partial class TestIds
{
    public const string Compare = "compare";
    public const string ComparePair = "compare-pair";
    public const string CompareForm = "compare-form";
    public const string CompareParameter = "compare-parameter";
    public const string CompareFirst = "compare-first";
    public const string CompareSecond = "compare-second";
    public const string CompareSubmit = "compare-submit";
    public const string CompareFault = "compare-fault";
    public const string CompareSeed = "compare-seed";
    public const string DuoFirst = "duo-first";
    public const string DuoSecond = "duo-second";
    public const string DuoStart = "duo-start";
    public const string DuoBack = "duo-back";
    public const string DuoOn = "duo-on";
    public const string DuoPlay = "duo-play";
    public const string DuoTrack = "duo-track";
    public const string DuoSpeedPrefix = "duo-speed-";
    public const string SharedTape = "shared-tape";
    public const string Divergence = "divergence";
    public const string DivergenceGo = "divergence-go";
    public const string Outcomes = "outcomes";
}
