namespace GossipLab.Web.Words;

internal static partial class TestIds
{
    public const string Present = "present";
    public const string PresentOpen = "present-open";
    public const string PresentBoard = "present-board";
    public const string PresentAnswer = "present-answer";
    public const string PresentBack = "present-back";
    public const string PresentPlay = "present-play";
    public const string PresentNext = "present-next";
    public const string PresentBlack = "present-black";
    public const string PresentBlackout = "present-blackout";
    public const string PresentNotes = "present-notes";
    public const string PresentLeave = "present-leave";
    public const string SpeakerNotes = "speaker-notes";
    public const string StridePrefix = "stride-";
    public const string TalkClock = "talk-clock";
    public const string TalkClockRestart = "talk-clock-restart";
    public const string Embed = "embed";
    public const string EmbedPlay = "embed-play";
    public const string EmbedReset = "embed-reset";
}
