namespace GossipLab.Web.Pages;

/// <summary>The panels of which one shows in a phone's sheet.</summary>
public enum Sheet
{
    /// <summary>The curve and the traffic.</summary>
    Curve,

    /// <summary>The log.</summary>
    Log,

    /// <summary>The node, or the messages in flight.</summary>
    Node,

    /// <summary>The parameters and the network.</summary>
    More,
}

/// <summary>What is open on screen: which of the panels that share a place shows, and which are folded away.</summary>
public sealed record ScreenLayout
{
    /// <summary>The panel below the stage.</summary>
    public LowerTab Lower { get; init; } = LowerTab.Curve;

    /// <summary>The panel on the right.</summary>
    public RightTab Right { get; init; } = RightTab.Node;

    /// <summary>The panel in a phone's sheet.</summary>
    public Sheet Sheet { get; init; } = Sheet.Curve;

    /// <summary>Whether the left panel shows.</summary>
    public bool IsLeftOpen { get; init; } = true;

    /// <summary>Whether the right panel shows; null leaves it to the width of the screen.</summary>
    public bool? IsRightOpen { get; init; }

    /// <summary>The state of the left panel as the style sheet reads it.</summary>
    public string LeftMark => IsLeftOpen ? "open" : "closed";

    /// <summary>The state of the right panel as the style sheet reads it.</summary>
    public string RightMark => IsRightOpen switch { true => "open", false => "closed", null => "auto" };

    /// <summary>The same with another panel on the right, brought to the front where it was folded away.</summary>
    public ScreenLayout Showing(RightTab tab) => this with
    {
        Right = tab,
        Sheet = tab == RightTab.Log ? Sheet.Log : Sheet.Node,
        IsRightOpen = true,
    };

    /// <summary>The same with another panel below the stage.</summary>
    public ScreenLayout Showing(LowerTab tab) => this with { Lower = tab, Sheet = Sheet.Curve };

    /// <summary>The same with another panel in the sheet.</summary>
    public ScreenLayout Showing(Sheet sheet) => this with
    {
        Sheet = sheet,
        Right = sheet switch { Sheet.Log => RightTab.Log, Sheet.Node => RightTab.Node, _ => Right },
    };

    /// <summary>The layout a link asks for.</summary>
    /// <param name="tab">The name of a panel, or null.</param>
    public static ScreenLayout Of(string? tab) => tab switch
    {
        "log" => new ScreenLayout().Showing(RightTab.Log),
        "node" => new ScreenLayout().Showing(RightTab.Node),
        "rules" => new ScreenLayout().Showing(RightTab.Rules),
        "messages" => new ScreenLayout().Showing(RightTab.Messages),
        "matrix" => new ScreenLayout().Showing(RightTab.Matrix),
        "traffic" => new ScreenLayout().Showing(LowerTab.Traffic),
        "space-time" => new ScreenLayout().Showing(LowerTab.SpaceTime),
        "more" => new ScreenLayout().Showing(Sheet.More),
        _ => new ScreenLayout(),
    };
}

/// <summary>The panels below the stage.</summary>
public enum LowerTab
{
    /// <summary>The infection curve.</summary>
    Curve,

    /// <summary>The traffic.</summary>
    Traffic,

    /// <summary>The space-time diagram.</summary>
    SpaceTime,
}

/// <summary>The panels on the right.</summary>
public enum RightTab
{
    /// <summary>The node inspector.</summary>
    Node,

    /// <summary>The event log.</summary>
    Log,

    /// <summary>The messages in flight.</summary>
    Messages,

    /// <summary>Who believes what of whom.</summary>
    Matrix,

    /// <summary>The rules.</summary>
    Rules,
}
