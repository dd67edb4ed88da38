using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation.Tables;

namespace GossipLab.Core.Simulation;

/// <summary>
/// A node in the simulator: its process, its machine's condition, its disk. What every event reads is in
/// <see cref="HotNodes"/>; the rest is here.
/// </summary>
/// <param name="id">Which node.</param>
/// <param name="hot">Where its hot state is.</param>
internal sealed class SimulatedNode(NodeId id, HotNodes hot)
{
    private readonly HotNodes _hot = hot;

    // Most nodes are neither slow nor paused, and were never down.
    private Trouble? _trouble;

    /// <summary>How many events wait at most at a paused or slow node, as a socket's buffer does.</summary>
    public const int MaxBacklog = 4096;

    public NodeId Id { get; } = id;

    /// <summary>The running process; the last one while the node is down.</summary>
    public GossipNode Process
    {
        get => _hot[Id.Index].Process;
        set => _hot[Id.Index].Process = value;
    }

    /// <summary>Where the process keeps its beliefs, if it shares them with others.</summary>
    public SharedTable? Table { get; set; }

    public bool IsUp { get; set => Note(ref field, value); } = true;

    /// <summary>Whether it left on purpose.</summary>
    public bool HasLeft { get; set; }

    /// <summary>Which life this is; timers of an earlier one are void.</summary>
    public int Life { get; set => Note(ref field, value); }

    public bool IsPaused { get; set => Note(ref field, value); }

    /// <summary>Counts pauses and ends, so that a planned follow-up of an earlier one is void.</summary>
    public int Condition { get; set; }

    /// <summary>What waits until a paused node goes on, in order.</summary>
    public List<ScheduledEvent> Backlog => Own.Backlog ??= [];

    /// <summary>How long handling a message takes; zero is normal.</summary>
    public TimeSpan Slowness
    {
        get => _trouble?.Slowness ?? TimeSpan.Zero;
        set => Note(ref Own.Slowness, value);
    }

    /// <summary>Until when a slow node is busy.</summary>
    public Instant BusyUntil
    {
        get => _trouble?.BusyUntil ?? Instant.Zero;
        set => Own.BusyUntil = value;
    }

    /// <summary>How many messages wait at a slow node.</summary>
    public int Waiting
    {
        get => _trouble?.Waiting ?? 0;
        set => Own.Waiting = value;
    }

    /// <summary>What a restart with the old disk finds.</summary>
    public NodeDisk Disk
    {
        get => _trouble?.Disk ?? default;
        set => Own.Disk = value;
    }

    private Trouble Own => _trouble ??= new Trouble();

    /// <summary>Passes the condition of the machine through a tape.</summary>
    public void Pass(StateTape tape)
    {
        _trouble = tape.Pass(_trouble, static trouble => trouble.Copy());
        (Life, Condition) = (tape.Pass(Life), tape.Pass(Condition));
        (IsPaused, HasLeft, IsUp) = (tape.Pass(IsPaused), tape.Pass(HasLeft), tape.Pass(IsUp));
        _hot[Id.Index].Ordinal = tape.Pass(_hot[Id.Index].Ordinal);
    }

    private void Note<T>(ref T field, T value)
    {
        field = value;
        _hot[Id.Index].PlainLife = IsUp && !IsPaused && Slowness == TimeSpan.Zero ? Life : -1;
    }

    private sealed class Trouble
    {
        public List<ScheduledEvent>? Backlog;
        public TimeSpan Slowness;
        public Instant BusyUntil;
        public int Waiting;
        public NodeDisk Disk;

        public Trouble Copy()
        {
            var copy = (Trouble)MemberwiseClone();
            copy.Backlog = Backlog?.ConvertAll(static waiting => waiting.Copy());
            return copy;
        }
    }
}
