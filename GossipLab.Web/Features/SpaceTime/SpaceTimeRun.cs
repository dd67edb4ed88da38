using System.Diagnostics;
using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;
using GossipLab.Web.Labs;

namespace GossipLab.Web.Features.SpaceTime;

/// <summary>
/// The run of a lab played beside it, with a recorder that keeps messages: the lab neither stops nor pays for what
/// nobody looks at. It goes on with the lab, and begins anew where the lab went back or does otherwise.
/// </summary>
public sealed class SpaceTimeRun
{
    private const int StepsAtOnce = 500;

    private SimulatedCluster? _cluster;
    private Scenario? _played;
    private int _epoch;

    /// <summary>What was recorded.</summary>
    public SpaceTimeRecorder Recorder { get; private set; } = new(0);

    /// <summary>Counts how often it began anew.</summary>
    public int Beginnings { get; private set; }

    /// <summary>Where it stands.</summary>
    public Instant Now => _cluster?.Now ?? Instant.Zero;

    /// <summary>Plays on to where a lab stands.</summary>
    /// <param name="view">What the lab shows.</param>
    /// <param name="patience">For how long at most.</param>
    /// <returns>Whether it got there; where it did not, more time will do.</returns>
    public bool Follow(LabView view, TimeSpan patience)
    {
        if (!IsSame(view))
        {
            Recorder = new SpaceTimeRecorder(view.Nodes);
            _cluster = new SimulatedCluster(view.Scenario, Recorder);
            Beginnings++;
        }

        (_played, _epoch) = (view.Scenario, view.Epoch);
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < patience)
        {
            if (GoOn(_cluster!, view)) // Made above, or before.
            {
                return true;
            }
        }

        return false;
    }

    // A lab that steps stands amid what is due at one moment; its number of events says where.
    private static bool GoOn(SimulatedCluster cluster, LabView view)
    {
        for (var step = 0; step < StepsAtOnce; step++)
        {
            if (cluster.NextDue > view.Now || cluster.EventCount >= view.Event)
            {
                return true;
            }

            cluster.Step();
        }

        return false;
    }

    // Commands posted where the lab stands lie ahead of this run too, as long as it has not gone past them.
    private bool IsSame(LabView view) => _cluster is { } cluster && _played is { } played && _epoch == view.Epoch
        && cluster.EventCount <= view.Event && ReferenceEquals(played, view.Scenario) | HaveSame(played, view.Scenario);

    private static bool HaveSame(Scenario played, Scenario now) =>
        played.Commands.Count == now.Commands.Count && played.Commands.SequenceEqual(now.Commands);
}
