namespace GossipLab.Web.Words;

internal static partial class TestIds
{
    public const string Lab = "lab";
    public const string Stage = "stage";
    public const string StageFault = "stage-fault";
    public const string NodeList = "node-list";
    public const string NodePrefix = "node-";
    public const string ScreenSummary = "screen-summary";
    public const string LiveRegion = "live-region";
    public const string Legend = "legend";
    public const string LensTruth = "lens-truth";
    public const string LensNode = "lens-node";
    public const string Fit = "fit";
    public const string ZoomIn = "zoom-in";
    public const string ZoomOut = "zoom-out";
    public const string Caption = "caption";
    public const string CaptionNode = "caption-node";
    public const string StatusNote = "status-note";
    public const string InformedCount = "informed-count";

    public const string LeftPanel = "left-panel";
    public const string RightPanel = "right-panel";
    public const string LowerPanel = "lower-panel";
    public const string ToggleLeft = "toggle-left";
    public const string ToggleRight = "toggle-right";
    public const string NarrowSuffix = "-narrow";
    public const string TabPrefix = "tab-";
    public const string SheetPrefix = "sheet-";

    public const string Play = "play";
    public const string StepEvent = "step-event";
    public const string StepRound = "step-round";
    public const string StepPeriod = "step-period";
    public const string StepBelief = "step-belief";
    public const string RunUntil = "run-until";
    public const string CancelRun = "cancel-run";
    public const string Speed = "speed";
    public const string SpeedLabel = "speed-label";
    public const string Watchable = "watchable";
    public const string MaxSpeed = "max-speed";
    public const string Time = "time";

    public const string NodeInspector = "node-inspector";
    public const string NodeMenu = "node-menu";
    public const string NodeActions = "node-actions";
    public const string NodeHint = "node-hint";
    public const string NodeTable = "node-table";
    public const string NodePicker = "node-picker";
    public const string NodeStore = "node-store";
    public const string NodeViewTable = "node-view";
    public const string ViewRowPrefix = "view-";
    public const string NodeHealth = "node-health";
    public const string NodeRumours = "node-rumours";
    public const string SetValue = "set-value";
    public const string SetValueField = "set-value-field";
    public const string SetValueApply = "set-value-apply";
    public const string Kill = "kill";
    public const string Restart = "restart";
    public const string RestartEmpty = "restart-empty";
    public const string Pause = "pause";
    public const string PauseFor = "pause-for";
    public const string Resume = "resume";
    public const string Slow = "slow";
    public const string Lossy = "lossy";
    public const string Leave = "leave";
    public const string CutLink = "cut-link";
    public const string AddNode = "add-node";
    public const string AskField = "ask-field";
    public const string AskApply = "ask-apply";
    public const string AskFault = "ask-fault";

    public const string NetworkTools = "network-tools";
    public const string Wall = "wall";
    public const string WallBar = "wall-bar";
    public const string WallSide = "wall-side";
    public const string WallHalf = "wall-half";
    public const string WallApply = "wall-apply";
    public const string WallCancel = "wall-cancel";
    public const string Heal = "heal";
    public const string LiveLoss = "live-loss";
    public const string LiveLatency = "live-latency";

    public const string Messages = "messages";
    public const string MessagePrefix = "message-";
    public const string MessageDetail = "message-detail";
    public const string Drop = "drop";
    public const string Hold = "hold";
    public const string Deliver = "deliver";
    public const string Duplicate = "duplicate";

    public const string Curve = "curve";
    public const string CurveTable = "curve-table";
    public const string CurveTableToggle = "curve-table-toggle";
    public const string CurveModel = "curve-model";
    public const string Traffic = "traffic";
    public const string EventLog = "event-log";
    public const string LogRow = "log-row";
    public const string LogText = "log-text";
    public const string LogNode = "log-node";
    public const string LogKind = "log-kind";
    public const string LogChangedOnly = "log-changed-only";
    public const string LogFollow = "log-follow";
    public const string LogEmpty = "log-empty";
    public const string LogClear = "log-clear";

    public const string Parameters = "parameters";
    public const string ParameterPrefix = "parameter-";
    public const string ParameterFaultPrefix = "parameter-fault-";
    public const string ParameterApply = "parameter-apply";
    public const string ParameterReset = "parameter-reset";
    public const string PresetPrefix = "preset-";
    public const string Seed = "seed";
    public const string SeedDice = "seed-dice";

    public const string ScenarioMenu = "scenario-menu";
    public const string ScenarioPrefix = "scenario-";
    public const string Share = "share";
    public const string ShareLink = "share-link";
    public const string ShareCopy = "share-copy";
    public const string Export = "export";
    public const string Import = "import";
    public const string ImportFaults = "import-faults";
    public const string LinkFaults = "link-faults";
    public const string Help = "help";
    public const string Shortcuts = "shortcuts";

    public const string Hero = "hero";
    public const string Poster = "poster";
    public const string PosterPlay = "poster-play";
    public const string HeroBreak = "hero-break";
    public const string HeroTune = "hero-tune";
    public const string LabBusy = "lab-busy";
}
