using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <summary>A node in the simulator: its process, its machine's condition, its disk.</summary>
internal sealed class SimulatedNode
{
    /// <summary>How many events wait at most at a paused or slow node, as a socket's buffer does.</summary>
    public const int MaxBacklog = 4096;

    public SimulatedNode(NodeId id, ulong seed, GossipNode process)
    {
        Id = id;
        Dice = new Dice(seed, id.Index);
        Process = process;
    }

    public NodeId Id { get; }

    public Dice Dice { get; }

    /// <summary>The running process; the last one while the node is down.</summary>
    public GossipNode Process { get; set; }

    public bool IsUp { get; set; } = true;

    /// <summary>Whether it left on purpose.</summary>
    public bool HasLeft { get; set; }

    /// <summary>Which life this is; timers of an earlier one are void.</summary>
    public int Life { get; set; }

    /// <summary>Counts what it sent and which timers it set, for the order of events.</summary>
    public long Ordinal { get; set; }

    public bool IsPaused { get; set; }

    /// <summary>Counts pauses and ends, so that a planned follow-up of an earlier one is void.</summary>
    public int Condition { get; set; }

    /// <summary>What waits until a paused node goes on, in order.</summary>
    public List<ScheduledEvent> Backlog { get; } = [];

    /// <summary>How long handling a message takes; zero is normal.</summary>
    public TimeSpan Slowness { get; set; }

    /// <summary>Until when a slow node is busy.</summary>
    public Instant BusyUntil { get; set; }

    /// <summary>How many messages wait at a slow node.</summary>
    public int Waiting { get; set; }

    /// <summary>What a restart with the old disk finds.</summary>
    public NodeDisk Disk { get; set; }
}
