using GossipLab.Core.Dissemination;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Web.Labs;

/// <summary>Makes the view of a run: copies what panels show, bounded, on the pump's thread.</summary>
public sealed class LabViewBuilder
{
    private const int MostFlights = 40;
    private const int MostCurvePoints = 400;

    private volatile IReadOnlyList<TraceEntry> _log = [];
    private int _logCount = -1;
    private long _logForgotten;
    private long _logVersion;

    /// <summary>The node for the inspector.</summary>
    public NodeId? Selected { get; set; }

    /// <summary>The message in hand.</summary>
    public long? SelectedFlight { get; set; }

    /// <summary>The events kept, oldest first.</summary>
    public IReadOnlyList<TraceEntry> Log => _log;

    /// <summary>Changes when the log does.</summary>
    public long LogVersion => Interlocked.Read(ref _logVersion);

    /// <summary>How many older events were let go.</summary>
    public long LogForgotten => Interlocked.Read(ref _logForgotten);

    /// <summary>The view now.</summary>
    public LabView Build(LabRun run, LabPlayer player, Captioner captioner, int epoch, bool isParked)
    {
        CopyLog(run);
        var cluster = run.Cluster;
        var options = run.Options.Node.Dissemination;
        var standsStill = !player.IsPlaying && !player.IsSeeking;
        return new LabView
        {
            Epoch = epoch,
            Now = cluster.Now,
            Event = cluster.EventCount,
            Status = StatusOf(player, isParked),
            IsManual = player.IsManual,
            Pace = player.Pace,
            CurrentSpeed = player.CurrentSpeed,
            IsCpuLimited = player.IsCpuLimited,
            TraceHash = run.HashText,
            Nodes = cluster.NodeCount,
            Running = cluster.Census.Running,
            Informed = run.InformedShown,
            Newest = cluster.Census.Newest,
            IsConverged = run.IsConverged,
            Values = [.. cluster.Census.Values],
            Mode = FrameBuilder.ModeFor(cluster.NodeCount),
            Lens = run.Lens,
            Cue = run.Cue,
            Caption = captioner.Text,
            CaptionNode = captioner.Node,
            Counters = CounterView.Of(cluster.Counters),
            Suspicions = run.Beliefs.Suspicions,
            Deaths = run.Beliefs.Deaths,
            FalseSuspicions = run.Beliefs.FalseSuspicions,
            FalseDeaths = run.Beliefs.FalseDeaths,
            Refutations = run.Beliefs.Refutations,
            NodeRows = cluster.NodeCount <= FrameBuilder.MostLabelled ? NodeRows(run) : [],
            Selected = Selected is { } id ? cluster.View(id) : null,
            SelectedCondition = Selected is { } machine ? cluster.Condition(machine) : null,
            SelectedFlight = SelectedFlight is { } flight ? FindFlight(run, flight) : null,
            Curve = run.Curve.Points(cluster.Now, MostCurvePoints),
            Disagreement = run.Disagreement.Points(cluster.Now, MostCurvePoints),
            Tape = TapeView.Of(run),
            InFlight = standsStill ? InFlight(cluster) : [],
            Walls = [.. cluster.Network.Walls.Select(wall => new WallView(
                wall.Name, [.. wall.Side.Order().Select(index => new NodeId(index))]))],
            LinksChanged = cluster.Network.Links.Count + cluster.Network.NodeLoss.Count,
            Loss = cluster.Network.Loss.Value,
            Latency = cluster.Network.Latency,
            WrittenAt = run.Curve.BornAt,
            InformedAt = run.Curve.InformedAt,
            RoundsToInformed = run.Curve.Rounds(options.Interval, options.Phase == TickPhase.LockStep),
            MessagesToInformed = run.Curve.Messages,
            Rules = run.Rules.View(),
            RulesUnwatched = run.Rules.Unwatched,
            StopsAtBreak = run.Rules.StopsAtBreak,
            Scenario = cluster.Scenario,
        };
    }

    private static LabStatus StatusOf(LabPlayer player, bool isParked) =>
        isParked && player.IsPlaying ? LabStatus.Parked
        : player.IsSeeking ? LabStatus.Seeking
        : player.IsPlaying ? LabStatus.Live : LabStatus.Paused;

    private static List<NodeRow> NodeRows(LabRun run)
    {
        var rows = new List<NodeRow>(run.Cluster.NodeCount);
        for (var index = 0; index < run.Cluster.NodeCount; index++)
        {
            var id = new NodeId(index);
            var mark = NodeMark.Of(run, id, run.Lens, run.Cue);
            var value = run.Cluster.Node(id).Store.Current;
            var condition = run.Cluster.Condition(id);
            var slot = condition.IsUp ? run.Cluster.Census.SlotOf(run.Cluster.Node(id).Store) : 0;
            rows.Add(new NodeRow(
                id, value.Value, value.Generation, slot > 0, slot, condition, mark.Incarnation,
                run.Beliefs.Suspecting(id), run.Beliefs.Burying(id),
                run.Lens is { } lens ? NodeMark.Believed(run, lens, id) : null));
        }

        return rows;
    }

    private static List<FlightView> InFlight(SimulatedCluster cluster)
    {
        var flights = new List<FlightView>();
        foreach (var (flight, message) in cluster.InFlight())
        {
            flights.Add(FlightOf(cluster, flight, message));
        }

        flights.Sort((left, right) => left.Flight.DueAt != right.Flight.DueAt
            ? left.Flight.DueAt.CompareTo(right.Flight.DueAt) : left.Flight.Id.CompareTo(right.Flight.Id));
        return flights.Count <= MostFlights ? flights : flights.GetRange(0, MostFlights);
    }

    private static FlightView? FindFlight(LabRun run, long id)
    {
        foreach (var (flight, message) in run.Cluster.InFlight())
        {
            if (flight.Id == id)
            {
                return FlightOf(run.Cluster, flight, message) with
                {
                    Payload = PayloadItem.Of(run.Cluster, flight, message),
                    Sent = run.SendCauses.Find(id),
                };
            }
        }

        return null;
    }

    private static FlightView FlightOf(SimulatedCluster cluster, in Flight flight, in Message message) =>
        new(flight, message, cluster.IsHeld(flight.Id), MessageSize.Of(message), [], null);

    private void CopyLog(LabRun run)
    {
        if (run.Log.Entries.Count == _logCount && run.Log.Forgotten == _logForgotten)
        {
            return;
        }

        _logCount = run.Log.Entries.Count;
        _log = [.. run.Log.Entries];
        Interlocked.Exchange(ref _logForgotten, run.Log.Forgotten);
        Interlocked.Increment(ref _logVersion);
    }
}
