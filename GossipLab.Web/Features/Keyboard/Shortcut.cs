using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Keyboard;

/// <summary>What a key does.</summary>
public enum KeyAct
{
    /// <summary>Plays or pauses.</summary>
    Play,

    /// <summary>Steps to the next event.</summary>
    StepEvent,

    /// <summary>Steps a round.</summary>
    StepRound,

    /// <summary>Steps a period.</summary>
    StepPeriod,

    /// <summary>Steps to the next change.</summary>
    StepBelief,

    /// <summary>Steps to the event before.</summary>
    BackEvent,

    /// <summary>Steps a round back.</summary>
    BackRound,

    /// <summary>Steps a period back.</summary>
    BackPeriod,

    /// <summary>Steps to the change before.</summary>
    BackBelief,

    /// <summary>Goes live.</summary>
    Live,

    /// <summary>Goes to the start.</summary>
    Start,

    /// <summary>Goes to the edge.</summary>
    Edge,

    /// <summary>Opens a branch.</summary>
    Fork,

    /// <summary>Compares the branch with its parent.</summary>
    Compare,

    /// <summary>Drops the message in hand.</summary>
    DropMessage,

    /// <summary>Holds the message in hand.</summary>
    HoldMessage,

    /// <summary>Delivers the message in hand.</summary>
    DeliverMessage,

    /// <summary>Duplicates the message in hand.</summary>
    DuplicateMessage,

    /// <summary>Goes slower.</summary>
    Slower,

    /// <summary>Goes faster.</summary>
    Faster,

    /// <summary>Goes watchably.</summary>
    Watchable,

    /// <summary>Sets a value.</summary>
    SetValue,

    /// <summary>Kills, or restarts with the disk.</summary>
    KillOrRestart,

    /// <summary>Kills, or restarts without the disk.</summary>
    KillOrRestartEmpty,

    /// <summary>Pauses or resumes a node.</summary>
    PauseOrResume,

    /// <summary>Turns the lens.</summary>
    Lens,

    /// <summary>Plans a wall.</summary>
    Wall,

    /// <summary>Heals the network.</summary>
    Heal,

    /// <summary>Asks why.</summary>
    Why,

    /// <summary>Shares the run.</summary>
    Share,

    /// <summary>Shows the keys.</summary>
    Help,

    /// <summary>Leaves what is open or chosen.</summary>
    Escape,

    /// <summary>Shows the curve.</summary>
    CurveTab,

    /// <summary>Draws the curve's band, or does not.</summary>
    Band,

    /// <summary>Shows the traffic.</summary>
    TrafficTab,

    /// <summary>Shows the space-time diagram.</summary>
    SpaceTimeTab,

    /// <summary>Shows the node.</summary>
    NodeTab,

    /// <summary>Shows the log.</summary>
    LogTab,

    /// <summary>Shows the messages in flight.</summary>
    MessagesTab,

    /// <summary>Shows the matrix.</summary>
    MatrixTab,

    /// <summary>Shows the rules.</summary>
    RulesTab,
}

/// <summary>A key and what it does.</summary>
/// <param name="Chord">The key as the browser's module names it, for example <c>Shift+k</c>.</param>
/// <param name="Act">What it does.</param>
/// <param name="Text">The same in words.</param>
/// <param name="Group">Under which heading it is listed.</param>
public sealed record Shortcut(string Chord, KeyAct Act, string Text, string Group)
{
    /// <summary>All keys of the lab, in the order of the list.</summary>
    public static IReadOnlyList<Shortcut> All { get; } =
    [
        new("Space", KeyAct.Play, UiText.Keyboard.Play, UiText.Keyboard.Time),
        new(".", KeyAct.StepEvent, UiText.Keyboard.StepEvent, UiText.Keyboard.Time),
        new("r", KeyAct.StepRound, UiText.Keyboard.StepRound, UiText.Keyboard.Time),
        new("p", KeyAct.StepPeriod, UiText.Keyboard.StepPeriod, UiText.Keyboard.Time),
        new("b", KeyAct.StepBelief, UiText.Keyboard.StepBelief, UiText.Keyboard.Time),
        new(",", KeyAct.BackEvent, UiText.Keyboard.BackEvent, UiText.Keyboard.Time),
        new("Shift+r", KeyAct.BackRound, UiText.Keyboard.BackRound, UiText.Keyboard.Time),
        new("Shift+p", KeyAct.BackPeriod, UiText.Keyboard.BackPeriod, UiText.Keyboard.Time),
        new("Shift+b", KeyAct.BackBelief, UiText.Keyboard.BackBelief, UiText.Keyboard.Time),
        new("l", KeyAct.Live, UiText.Keyboard.Live, UiText.Keyboard.Time),
        new("Home", KeyAct.Start, UiText.Keyboard.Start, UiText.Keyboard.Time),
        new("End", KeyAct.Edge, UiText.Keyboard.Edge, UiText.Keyboard.Time),
        new("f", KeyAct.Fork, UiText.Keyboard.Fork, UiText.Keyboard.Time),
        new("Shift+f", KeyAct.Compare, UiText.Keyboard.Compare, UiText.Keyboard.Time),
        new("-", KeyAct.Slower, UiText.Keyboard.Slower, UiText.Keyboard.Time),
        new("=", KeyAct.Faster, UiText.Keyboard.Faster, UiText.Keyboard.Time),
        new("0", KeyAct.Watchable, UiText.Keyboard.Watchable, UiText.Keyboard.Time),
        new("i", KeyAct.SetValue, UiText.Keyboard.SetValue, UiText.Keyboard.Node),
        new("k", KeyAct.KillOrRestart, UiText.Keyboard.KillOrRestart, UiText.Keyboard.Node),
        new("Shift+k", KeyAct.KillOrRestartEmpty, UiText.Keyboard.KillOrRestartEmpty, UiText.Keyboard.Node),
        new("z", KeyAct.PauseOrResume, UiText.Keyboard.PauseOrResume, UiText.Keyboard.Node),
        new("t", KeyAct.Lens, UiText.Keyboard.Lens, UiText.Keyboard.Node),
        new("d", KeyAct.DropMessage, UiText.Keyboard.DropMessage, UiText.Keyboard.Message),
        new("h", KeyAct.HoldMessage, UiText.Keyboard.HoldMessage, UiText.Keyboard.Message),
        new("n", KeyAct.DeliverMessage, UiText.Keyboard.DeliverMessage, UiText.Keyboard.Message),
        new("Shift+d", KeyAct.DuplicateMessage, UiText.Keyboard.DuplicateMessage, UiText.Keyboard.Message),
        new("w", KeyAct.Why, UiText.Keyboard.Why, UiText.Keyboard.Look),
        new("x", KeyAct.Wall, UiText.Keyboard.Wall, UiText.Keyboard.Look),
        new("u", KeyAct.Heal, UiText.Keyboard.Heal, UiText.Keyboard.Look),
        new("1", KeyAct.CurveTab, UiText.Keyboard.CurveTab, UiText.Keyboard.Look),
        new("c", KeyAct.Band, UiText.Keyboard.Band, UiText.Keyboard.Look),
        new("2", KeyAct.TrafficTab, UiText.Keyboard.TrafficTab, UiText.Keyboard.Look),
        new("3", KeyAct.SpaceTimeTab, UiText.Keyboard.SpaceTimeTab, UiText.Keyboard.Look),
        new("5", KeyAct.NodeTab, UiText.Keyboard.NodeTab, UiText.Keyboard.Look),
        new("6", KeyAct.LogTab, UiText.Keyboard.LogTab, UiText.Keyboard.Look),
        new("7", KeyAct.MessagesTab, UiText.Keyboard.MessagesTab, UiText.Keyboard.Look),
        new("8", KeyAct.MatrixTab, UiText.Keyboard.MatrixTab, UiText.Keyboard.Look),
        new("9", KeyAct.RulesTab, UiText.Keyboard.RulesTab, UiText.Keyboard.Look),
        new("s", KeyAct.Share, UiText.Keyboard.Share, UiText.Keyboard.Look),
        new("?", KeyAct.Help, UiText.Keyboard.Help, UiText.Keyboard.Look),
        new("Escape", KeyAct.Escape, UiText.Keyboard.Escape, UiText.Keyboard.Look),
    ];

    /// <summary>What a chord does, or null.</summary>
    public static KeyAct? Find(string chord) => All.FirstOrDefault(shortcut => shortcut.Chord == chord)?.Act;
}
