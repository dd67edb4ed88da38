namespace GossipLab.Web.RealClusters.Watching;

/// <summary>What is true of a node's process, for whoever started it.</summary>
public enum ProcessState : byte
{
    /// <summary>It was never started.</summary>
    NotStarted,

    /// <summary>It was started and has not answered yet.</summary>
    Starting,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>It stands still: it has its memory and does nothing.</summary>
    Paused,

    /// <summary>It was killed, or ended by itself.</summary>
    Ended,

    /// <summary>It said goodbye to the others and ended.</summary>
    Left,

    /// <summary>Somebody else started it, and it has not answered yet.</summary>
    Unknown,
}
