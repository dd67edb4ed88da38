using GossipLab.Core.Simulation;
using GossipLab.Web.RealClusters.Watching;
using GossipLab.Web.Words;
using MudBlazor;

namespace GossipLab.Web.Features.Faults;

/// <summary>What can be done to one node.</summary>
public enum NodeActKind
{
    /// <summary>Set its value.</summary>
    SetValue,

    /// <summary>End its process.</summary>
    Kill,

    /// <summary>Start its process again.</summary>
    Restart,

    /// <summary>Start it again without what it kept.</summary>
    RestartEmpty,

    /// <summary>Stop its world until it is resumed.</summary>
    Pause,

    /// <summary>Stop its world for a while.</summary>
    PauseFor,

    /// <summary>Let it go on.</summary>
    Resume,

    /// <summary>Make it slow.</summary>
    Slow,

    /// <summary>Lose its messages.</summary>
    Lossy,

    /// <summary>Cut one of its links.</summary>
    CutLink,

    /// <summary>Let it leave on purpose.</summary>
    Leave,
}

/// <summary>An act as a control shows it.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Text">What people read.</param>
/// <param name="Icon">Its picture.</param>
/// <param name="TestId">What tests find it by.</param>
public sealed record NodeAct(NodeActKind Kind, string Text, string Icon, string TestId)
{
    /// <summary>The key that does the same, or null.</summary>
    public string? Key { get; init; }

    /// <summary>The acts that make sense in a condition, in the order in which they are shown.</summary>
    public static IReadOnlyList<NodeAct> For(NodeCondition condition) =>
        condition.IsUp ? Running(condition.IsPaused) : Down;

    /// <summary>The acts that make sense for a real node.</summary>
    /// <param name="node">What is known of it.</param>
    /// <param name="canPause">Whether nodes can be made to stand still at all.</param>
    public static IReadOnlyList<NodeAct> ForReal(ObservedNode node, bool canPause) =>
        node.Process == ProcessState.Unknown ? [] : !node.IsUp ? Down
        : [.. Running(node.Process == ProcessState.Paused).Where(act => act.Kind switch
        {
            NodeActKind.PauseFor or NodeActKind.Slow or NodeActKind.CutLink => false,
            NodeActKind.SetValue or NodeActKind.Leave => node.Process != ProcessState.Paused,
            NodeActKind.Pause => canPause,
            _ => true,
        })];

    private static NodeAct[] Down { get; } =
    [
        new(NodeActKind.Restart, UiText.Faults.Restart, Icons.Material.Filled.RestartAlt, TestIds.Restart)
        {
            Key = "k",
        },
        new(NodeActKind.RestartEmpty, UiText.Faults.RestartEmpty, Icons.Material.Outlined.DeleteSweep,
            TestIds.RestartEmpty)
        {
            Key = "K",
        },
    ];

    private static NodeAct[] Running(bool isPaused) =>
    [
        new(NodeActKind.SetValue, UiText.Faults.SetValue, Icons.Material.Outlined.Edit, TestIds.SetValue) { Key = "i" },
        new(NodeActKind.Kill, UiText.Faults.Kill, Icons.Material.Filled.PowerSettingsNew, TestIds.Kill) { Key = "k" },
        .. isPaused ? Paused : Going,
        new(NodeActKind.Slow, UiText.Faults.Slow, Icons.Material.Outlined.Speed, TestIds.Slow),
        new(NodeActKind.Lossy, UiText.Faults.Lossy, Icons.Material.Outlined.SignalWifiBad, TestIds.Lossy),
        new(NodeActKind.CutLink, UiText.Faults.CutLink, Icons.Material.Outlined.LinkOff, TestIds.CutLink),
        new(NodeActKind.Leave, UiText.Faults.Leave, Icons.Material.Outlined.Logout, TestIds.Leave),
    ];

    private static NodeAct[] Paused { get; } =
    [
        new(NodeActKind.Resume, UiText.Faults.Resume, Icons.Material.Filled.PlayArrow, TestIds.Resume) { Key = "z" },
    ];

    private static NodeAct[] Going { get; } =
    [
        new(NodeActKind.Pause, UiText.Faults.Pause, Icons.Material.Filled.Pause, TestIds.Pause) { Key = "z" },
        new(NodeActKind.PauseFor, UiText.Faults.PauseFor, Icons.Material.Outlined.Timer, TestIds.PauseFor),
    ];
}
