namespace GossipLab.Web.Pages;

/// <summary>The panels on the right of a real cluster's screen.</summary>
public enum RealTab
{
    /// <summary>The node inspector.</summary>
    Node,

    /// <summary>Who believes what of whom.</summary>
    Matrix,

    /// <summary>The event log.</summary>
    Log,
}

/// <summary>What is open on a real cluster's screen.</summary>
public sealed record RealLayout
{
    /// <summary>The panel on the right.</summary>
    public RealTab Right { get; init; } = RealTab.Matrix;

    /// <summary>What it shares with every lab's screen: the folded panels, and a phone's sheet.</summary>
    public ScreenLayout Frame { get; init; } = new() { Sheet = Sheet.Node };

    /// <summary>The same with another panel on the right, brought to the front where it was folded away.</summary>
    public RealLayout Showing(RealTab tab) => new()
    {
        Right = tab,
        Frame = Frame with { IsRightOpen = true, Sheet = tab == RealTab.Log ? Sheet.Log : Sheet.Node },
    };

    /// <summary>The same with another panel in the sheet.</summary>
    public RealLayout Showing(Sheet sheet) => new()
    {
        Right = sheet switch
        {
            Sheet.Log => RealTab.Log,
            Sheet.Node when Right == RealTab.Log => RealTab.Matrix,
            _ => Right,
        },
        Frame = Frame with { Sheet = sheet },
    };
}
