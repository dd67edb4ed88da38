using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Checkpoints;

namespace GossipLab.Web.Labs;

/// <summary>Remembers what happened last, for captions.</summary>
public sealed class BeliefWatch : IRewindable
{
    /// <summary>Nodes that learned a value since <see cref="Clear"/>.</summary>
    public int Learned { get; private set; }

    /// <summary>The last of them.</summary>
    public NodeId LastLearner { get; private set; } = NodeId.None;

    /// <summary>The value they learned.</summary>
    public long LastValue { get; private set; }

    /// <summary>The weightiest report since <see cref="Clear"/>.</summary>
    public (NodeId Node, NodeEvent What)? Report { get; private set; }

    /// <summary>The last command since <see cref="Clear"/>.</summary>
    public ClusterCommand? Command { get; private set; }

    /// <summary>When it was carried out.</summary>
    public Instant CommandAt { get; private set; }

    /// <summary>The last message taken off the air by chance since <see cref="Clear"/>.</summary>
    public (Flight Flight, Message Message, LossReason Reason)? Loss { get; private set; }

    /// <summary>Forgets what happened.</summary>
    public void Clear()
    {
        Learned = 0;
        Report = null;
        Command = null;
        Loss = null;
    }

    /// <inheritdoc/>
    public void OnCommand(in TraceStamp stamp, ClusterCommand command)
    {
        Command = command;
        CommandAt = stamp.At;
    }

    /// <inheritdoc/>
    public void OnReported(in TraceStamp stamp, in NodeEvent what)
    {
        if (what.Kind == NodeEventKind.ValueChanged && what.Rule != Rule.ValueSet)
        {
            Learned++;
            LastLearner = stamp.Node;
            LastValue = what.Value;
        }

        if (Weight(what.Rule) > (Report is { } report ? Weight(report.What.Rule) : 0))
        {
            Report = (stamp.Node, what);
        }
    }

    /// <inheritdoc/>
    public void OnLost(in TraceStamp stamp, in Flight flight, in Message message, LossReason reason, Instant lostAt)
    {
        if (reason is LossReason.Network or LossReason.Wall or LossReason.Cut)
        {
            Loss = (flight, message, reason);
        }
    }

    /// <inheritdoc/>
    public void OnSent(in TraceStamp stamp, in Flight flight, in Message message)
    {
    }

    /// <inheritdoc/>
    public void OnArrived(in TraceStamp stamp, in Flight flight, in Message message)
    {
    }

    /// <inheritdoc/>
    public ObserverState Save() => new Nothing();

    /// <inheritdoc/>
    public void Restore(ObserverState state) => Clear();

    private static int Weight(Rule rule) => rule switch
    {
        Rule.SuspicionTimeout => 9,
        Rule.HeartbeatMissed => 8,
        Rule.SelfRefuted => 8,
        Rule.AliveClearsSuspect => 7,
        Rule.AliveRevives => 7,
        Rule.SuspectAccepted => 6,
        Rule.DeadAccepted => 6,
        Rule.LeftAccepted => 6,
        Rule.AliveJoined => 5,
        Rule.SuspectConfirmed => 4,
        Rule.ProbeFailed => 3,
        Rule.ProbeIndirect => 3,
        Rule.ReconnectTried => 2,
        Rule.ValueTieLost => 2,
        Rule.ValueTieWon => 2,
        _ => 0,
    };

    private sealed record Nothing() : ObserverState(Bytes: 24);
}
