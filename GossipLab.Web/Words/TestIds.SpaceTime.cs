namespace GossipLab.Web.Words;

internal static partial class TestIds
{
    public const string SpaceTime = "space-time";
    public const string SpaceTimeCanvas = "space-time-canvas";
    public const string SpaceTimeTrue = "space-time-true";
    public const string SpaceTimeOrder = "space-time-order";
    public const string SpaceTimeSvg = "space-time-svg";
    public const string SpaceTimeTable = "space-time-table";
    public const string SpaceTimeTableToggle = "space-time-table-toggle";
    public const string SpaceTimeHelp = "space-time-help";
    public const string SpaceTimeHow = "space-time-how";
    public const string SpaceTimeLarge = "space-time-large";
    public const string SpaceTimeHide = "space-time-hide";
    public const string SpaceTimeTold = "space-time-told";
    public const string SpaceTimeWhy = "space-time-why";
    public const string SpaceTimeGo = "space-time-go";
    public const string ConePrefix = "cone-";
}
