using GossipLab.Core.Membership;
using GossipLab.Core.Nodes;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Checks;

/// <summary>
/// A node tells a piece of news at most as often as the multiplier times log10(n+1) rounded up says (memberlist's
/// TransmitLimitedQueue), so that news dies out. Counted from what is on the wire, apart from the queue itself.
/// </summary>
public sealed class RumoursAreSentWithinLimit : ICheck
{
    private readonly int _multiplier;
    private Dictionary<(NodeId Teller, NodeId Subject), (int Told, int Limit)> _told = [];
    private Dictionary<NodeId, MemberUpdates> _lastNews = [];
    private SimulatedCluster? _cluster;

    /// <summary>The check.</summary>
    /// <param name="options">The settings of the membership.</param>
    public RumoursAreSentWithinLimit(MembershipOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _multiplier = options.RetransmitMultiplier;
    }

    /// <inheritdoc/>
    public string Name => "rumours-are-sent-within-limit";

    /// <inheritdoc/>
    public string Promise => "A node sends each rumour at most its limit.";

    /// <inheritdoc/>
    public string? FindReasonToSkip(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return scenario.Node.MembershipKind != MembershipKind.Swim
            ? "without SWIM nodes tell no news of members" : null;
    }

    /// <inheritdoc/>
    public Violation? Broken { get; private set; }

    /// <inheritdoc/>
    public void OnStarted(SimulatedCluster cluster) => _cluster = cluster;

    /// <inheritdoc/>
    public void OnCommand(in TraceStamp stamp, ClusterCommand command)
    {
        if (command is RestartNode restart)
        {
            foreach (var pair in _told.Keys.Where(pair => pair.Teller == restart.Node).ToArray())
            {
                _told.Remove(pair);
            }
        }
    }

    /// <inheritdoc/>
    public void OnReported(in TraceStamp stamp, in NodeEvent what)
    {
        // Each of these queues news about the subject afresh, in the place of older news about it.
        if (what.Kind == NodeEventKind.BeliefChanged || what.Rule is Rule.SuspectConfirmed or Rule.SelfRefuted)
        {
            _told.Remove((stamp.Node, what.Subject));
        }
    }

    /// <inheritdoc/>
    public void OnSent(in TraceStamp stamp, in Flight flight, in Message message)
    {
        // Exchanges of state carry records, not rumours; copies made by a command or by the network tell nothing anew.
        if (message.Updates.Count == 0 || stamp.CauseKind == CauseKind.Command || _cluster is not { } cluster
            || message.Kind is MessageKind.SyncRequest or MessageKind.SyncReply || IsCopy(flight.From, message))
        {
            return;
        }

        var limit = _multiplier * DigitsIn(cluster.Node(flight.From).Roster.Count);
        foreach (ref readonly var update in message.Updates.Items)
        {
            if (!IsBuddyNotice(flight, message, update))
            {
                Count(stamp, flight.From, update, limit);
            }
        }
    }

    /// <inheritdoc/>
    public void OnStepped()
    {
        // Counted as it is sent.
    }

    /// <inheritdoc/>
    public ICheck Copy()
    {
        var copy = (RumoursAreSentWithinLimit)MemberwiseClone();
        copy._told = new(_told);
        copy._lastNews = new(_lastNews);
        return copy;
    }

    private void Count(in TraceStamp stamp, NodeId teller, in MemberUpdate update, int limit)
    {
        _told.TryGetValue((teller, update.Subject), out var before);
        var now = (Told: before.Told + 1, Limit: Math.Max(before.Limit, limit));
        _told[(teller, update.Subject)] = now;
        if (now.Told > now.Limit)
        {
            Broken ??= new Violation(stamp.At, $"{teller} told «{update}» {now.Told} times; the limit is {now.Limit}");
        }
    }

    private bool IsCopy(NodeId teller, in Message message)
    {
        var isCopy = _lastNews.TryGetValue(teller, out var last) && last.Items == message.Updates.Items;
        _lastNews[teller] = message.Updates;
        return isCopy;
    }

    // Lifeguard's Buddy System: a ping tells a suspect that it is suspected, beside the queue.
    private static bool IsBuddyNotice(in Flight flight, in Message message, in MemberUpdate update) =>
        message.Kind == MessageKind.Ping && update.State == MemberState.Suspect
        && update.Subject == flight.To && update.From == flight.From;

    private static int DigitsIn(int number)
    {
        var digits = 0;
        for (; number > 0; number /= 10)
        {
            digits++;
        }

        return digits;
    }
}
