using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Checks;

/// <summary>
/// A node chooses whom to tell or ask from its own view: never itself, and nobody it does not know or believes dead or
/// gone. No node uses the simulator's truth.
/// </summary>
public sealed class PeersComeFromOwnView : ICheck
{
    private SimulatedCluster? _cluster;

    /// <inheritdoc/>
    public string Name => "peers-come-from-own-view";

    /// <inheritdoc/>
    public string Promise => "A node turns only to members it believes alive.";

    /// <inheritdoc/>
    public Violation? Broken { get; private set; }

    /// <inheritdoc/>
    public void OnStarted(SimulatedCluster cluster) => _cluster = cluster;

    /// <inheritdoc/>
    public void OnSent(in TraceStamp stamp, in Flight flight, in Message message)
    {
        // Answers go to whoever asked; copies made by the network or by a command are nobody's choice.
        if (stamp.CauseKind != CauseKind.Timer || _cluster is not { } cluster || !IsChoice(message.Kind))
        {
            return;
        }

        if (flight.To == flight.From || !cluster.Node(flight.From).Roster.IsLive(flight.To))
        {
            Broken ??= new Violation(stamp.At,
                $"{flight.From} sent a {message.Kind} to {flight.To}, which it does not believe alive");
        }
    }

    /// <inheritdoc/>
    public void OnStepped()
    {
        // Choices are judged when they are made: the view may change in the same step.
    }

    /// <inheritdoc/>
    public ICheck Copy() => (ICheck)MemberwiseClone();

    private static bool IsChoice(MessageKind kind) =>
        kind is MessageKind.Push or MessageKind.Pull or MessageKind.Exchange;
}
