namespace GossipLab.Web.Words;

internal static partial class TestIds
{
    public const string Real = "real";
    public const string RealStart = "real-start";
    public const string RealNodes = "real-nodes";
    public const string RealInterval = "real-interval";
    public const string RealFanOut = "real-fan-out";
    public const string RealTieBreak = "real-tie-break";
    public const string RealMembership = "real-membership";
    public const string RealKeepsData = "real-keeps-data";
    public const string RealProcesses = "real-processes";
    public const string RealInProcess = "real-in-process";
    public const string RealFault = "real-fault";
    public const string RealRunning = "real-running";
    public const string AttachAddress = "attach-address";
    public const string AttachSecret = "attach-secret";
    public const string AttachFault = "attach-fault";
    public const string AttachStart = "attach-start";
    public const string AttachCancel = "attach-cancel";
    public const string RealStop = "real-stop";
    public const string RealSetValue = "real-set-value";
    public const string RealKillOne = "real-kill-one";
    public const string RealStartAll = "real-start-all";
    public const string RealLatency = "real-latency";
    public const string RealWall = "real-wall";
    public const string RealWallBuild = "real-wall-build";
    public const string RealWallFault = "real-wall-fault";
    public const string Matrix = "matrix";
    public const string BeliefPrefix = "belief-";
    public const string Disagreement = "disagreement";
    public const string ObserverPrefix = "observer-";
    public const string MatrixSummary = "matrix-summary";
    public const string MatrixDisputes = "matrix-disputes";
    public const string MatrixMembership = "matrix-membership";
    public const string MatrixData = "matrix-data";
    public const string MatrixByNumber = "matrix-by-number";
    public const string MatrixByAgreement = "matrix-by-agreement";
    public const string OpinionPrefix = "opinion-";
    public const string Shadow = "shadow";
    public const string ShadowCancel = "shadow-cancel";
    public const string ShadowVerdict = "shadow-verdict";
    public const string CurveSpread = "curve-spread";
    public const string CurveDeath = "curve-death";
}
