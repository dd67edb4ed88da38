using GossipLab.Core.Dissemination;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Checkpoints;
using GossipLab.Web.Expressions;
using GossipLab.Web.Labs.Rules;

namespace GossipLab.Web.Labs;

/// <summary>
/// One run of a lab: the cluster and those who watch it. Only the lab's pump touches it.
/// </summary>
public sealed class LabRun : IStageSource
{
    /// <summary>How many events the log keeps.</summary>
    public const int LogCapacity = 20_000;

    /// <summary>Said when one more lane is wanted and there are as many as a run has.</summary>
    public static readonly string TooManyLanes =
        $"a run has at most {RunHistory.MostLanes} branches; delete one first";

    private static readonly string TooManyCommands = $"a run has at most {Scenario.MaxCommands} commands";

    private readonly TraceHash _hash = new();
    private readonly BeliefWatch _watch = new();
    private readonly RunChronicle _chronicle = new();
    private readonly List<TimeSpan> _durations = [];

    /// <summary>A run that stands at its beginning.</summary>
    /// <param name="scenario">The run.</param>
    public LabRun(Scenario scenario)
    {
        // The observers are made before the run that they ask about: the first event comes from its constructor.
        RunHistory? history = null;
        Beliefs = new BeliefCensus(id => history!.Cluster.Condition(id).IsUp);
        Flights = new FlightCollector(value => ColourOf(history!.Cluster, value));
        Log = new RunLog(LogCapacity, LogFilter.For(scenario.Nodes));
        Tapes = new TapeRecorder(() => history?.Lane);
        Rules = new RuleWatch(scenario, () => history);
        Observations = new RunObservations(() => history!.Cluster, Beliefs, _chronicle) { BrokenAt = Rules.BrokenAt };
        Rules.Observations = Observations;
        Disagreement = new Disagreement(scenario.Nodes);
        history = new RunHistory(
            scenario,
            [_hash, Beliefs, Flights, Log, _watch, Curve, Tapes, _chronicle, Rules, SendCauses, Disagreement]);
        history.LaneOpened = lane => Tapes.Part(lane, history.Cluster.EventCount);
        History = history;
        Flights.IsOn = scenario.Nodes <= FrameBuilder.MostWithFlights;
        Options = scenario;
    }

    /// <summary>The run with all its moments and lanes.</summary>
    public RunHistory History { get; }

    /// <summary>The cluster as it is where the run stands.</summary>
    public SimulatedCluster Cluster => History.Cluster;

    /// <summary>The scenario it was made from.</summary>
    public Scenario Options { get; }

    /// <summary>What nodes believe of each other.</summary>
    public BeliefCensus Beliefs { get; }

    /// <summary>The messages since the last frame.</summary>
    public FlightCollector Flights { get; }

    /// <summary>How far views differ, over time.</summary>
    public Disagreement Disagreement { get; }

    /// <summary>Why the messages on their way were sent.</summary>
    public SendCauses SendCauses { get; } = new();

    /// <summary>The log.</summary>
    public RunLog Log { get; }

    /// <summary>Who knew the newest value, over time.</summary>
    public CurveRecorder Curve { get; } = new();

    /// <summary>What holds in it and what was broken.</summary>
    public RuleWatch Rules { get; }

    /// <summary>What expressions can ask of it.</summary>
    public RunObservations Observations { get; }

    /// <summary>The tapes of its lanes.</summary>
    public TapeRecorder Tapes { get; }

    /// <summary>What happened last, for captions.</summary>
    public BeliefWatch Watch => _watch;

    /// <inheritdoc/>
    public NodeId? Lens { get; set; }

    /// <summary>A node to draw attention to.</summary>
    public int? Cue { get; set; }

    /// <summary>Whether nodes tell each other the value (and so can be heard to stop).</summary>
    public bool Tells => Options.Node.Dissemination.Mode == DisseminationMode.Push;

    /// <summary>The fingerprint of the run so far.</summary>
    public string HashText => _hash.ToString();

    /// <inheritdoc/>
    public int InformedShown => Cluster.Census.Newest == Generation.Zero ? 0 : Cluster.Census.Informed;

    /// <summary>Whether all running nodes hold one value that somebody set.</summary>
    public bool IsConverged => Cluster.Census.Newest != Generation.Zero && Cluster.Census.IsConverged;

    int IStageSource.NodeCount => Cluster.NodeCount;

    IReadOnlyList<FlightMark> IStageSource.Departed => Flights.Marks;

    int IStageSource.DepartedCount => Flights.Total;

    /// <inheritdoc/>
    public NodeMark MarkOf(NodeId id) => NodeMark.Of(this, id, Lens, Cue);

    /// <summary>Runs to a moment, event by event, while a condition holds.</summary>
    /// <returns>Whether the moment was reached.</returns>
    public bool RunWhile(Instant end, Func<bool> goesOn)
    {
        while (Cluster.NextDue <= end)
        {
            if (!goesOn())
            {
                return false;
            }

            History.Step();
            if (Rules.WantsStop)
            {
                return false;
            }
        }

        History.RunUntil(end);
        return true;
    }

    /// <summary>Why nothing can be done here, or null.</summary>
    public string? FaultOfActingHere() =>
        !History.CanGoOn && !History.CanFork ? TooManyLanes
        : History.Lane.Commands.Count >= Scenario.MaxCommands ? TooManyCommands : null;

    /// <summary>Does something here: in the past it opens a lane, named by what is done.</summary>
    /// <returns>When it is carried out.</returns>
    public Instant Post(ClusterCommand command)
    {
        if (!History.CanGoOn)
        {
            Part(CommandText.Of(command));
        }

        return History.Post(command, "").At;
    }

    /// <summary>Opens a lane here.</summary>
    public void Fork() => Part("fork");

    /// <summary>Opens a lane here with other commands to come.</summary>
    public void Fork(string what, IReadOnlyList<TimedCommand> commands) =>
        Tapes.Part(History.Fork(NameOf(what), commands), Cluster.EventCount);

    /// <summary>Deletes a lane that is not shown.</summary>
    public void Delete(Lane lane)
    {
        History.Delete(lane);
        Tapes.Forget(lane.Id);
    }

    /// <inheritdoc/>
    public IReadOnlyList<FlightMark> FlightsInAir()
    {
        var marks = new List<FlightMark>();
        if (Flights.IsOn)
        {
            foreach (var (flight, message) in Cluster.InFlight())
            {
                marks.Add(Flights.Mark(flight, message, FlightFate.Arrives, byte.MaxValue));
            }
        }

        marks.Sort((left, right) => left.Id.CompareTo(right.Id));
        return marks;
    }

    /// <summary>How long each watched message in the air takes in all.</summary>
    public List<TimeSpan> WatchedFlights()
    {
        _durations.Clear();
        foreach (var (flight, message) in Cluster.InFlight())
        {
            if (Pacing.IsWatched(message.Kind))
            {
                _durations.Add(flight.DueAt - flight.SentAt);
            }
        }

        return _durations;
    }

    /// <summary>
    /// The suspicions that run, under the lens; without one, the first to end of each suspected member.
    /// </summary>
    public IEnumerable<(NodeId Subject, Instant Start, Instant End)> SuspicionArcs()
    {
        if (Cluster.NodeCount > FrameBuilder.MostLabelled || Beliefs.Suspicions == 0)
        {
            yield break;
        }

        for (var subject = 0; subject < Cluster.NodeCount; subject++)
        {
            var id = new NodeId(subject);
            if (Beliefs.Suspecting(id) > 0 && ArcOf(id) is { } arc)
            {
                yield return (id, arc.Start, arc.End);
            }
        }
    }

    private void Part(string what) => Tapes.Part(
        History.Fork(NameOf(what, FormattableString.Invariant($" at {Cluster.Now.Seconds:0.###} s"))),
        Cluster.EventCount);

    private static string NameOf(string what, string at = "")
    {
        var room = Lane.LongestName - at.Length;
        return (what.Length <= room ? what : $"{what[..(room - 1)]}…") + at;
    }

    private (Instant Start, Instant End)? ArcOf(NodeId subject)
    {
        (Instant Start, Instant End)? first = null;
        for (var index = 0; index < Cluster.NodeCount; index++)
        {
            var observer = new NodeId(index);
            if ((Lens is { } lens && lens != observer) || !Cluster.Condition(observer).IsUp)
            {
                continue;
            }

            if (Cluster.Node(observer).Swim is { } swim && swim.SuspicionDeadline(subject) is { } end
                && swim.TryFind(subject, out var member) && (first is null || end < first.Value.End))
            {
                first = (member.Since, end);
            }
        }

        return first;
    }

    private static byte ColourOf(SimulatedCluster cluster, in VersionedValue value)
    {
        var slot = cluster.Census.SlotOf(value);
        return slot > 0 ? (byte)slot : value.Generation == Generation.Zero ? (byte)0 : (byte)4;
    }
}
