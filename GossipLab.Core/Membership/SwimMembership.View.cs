using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <content>Copies for inspectors.</content>
public sealed partial class SwimMembership
{
    /// <summary>A copy of what it believes and does.</summary>
    public MembershipView View() => new()
    {
        Incarnation = Incarnation,
        Members = MemberViews(),
        Live = CountOf(MemberState.Alive),
        Suspects = CountOf(MemberState.Suspect),
        Dead = CountOf(MemberState.Dead),
        Left = CountOf(MemberState.Left),
        Failed = _seldom?.Failed.Count ?? 0,
        Health = _health.Score,
        WorstHealth = _health.WorstScore,
        Rumors = _rumors?.ToArray() ?? [],
        RumorLimit = RumorLimit,
        Probe = ViewOfProbe(),
        Relays = _seldom?.Relays.Count ?? 0,
        NextProbe = _nextProbe,
        NextGossip = OrNever(_nextGossip),
        NextSync = OrNever(_nextSync),
        NextReconnect = OrNever(_nextReconnect),
        IsJoining = IsJoining,
        IsLeaving = IsLeaving,
    };

    /// <summary>A membership of its own in the same state.</summary>
    /// <param name="table">Where the copy keeps what it believes; a copy of this one's table if not given.</param>
    internal SwimMembership Copy(MemberTable? table)
    {
        var copy = (SwimMembership)MemberwiseClone();
        copy._table = table ?? _table.Copy();
        copy._rumors = _rumors?.Copy();
        copy._suspicions = _suspicions.Copy();
        copy._seldom = _seldom?.Copy();
        copy._probe = _probe.Copy();
        return copy;
    }

    private static Instant? OrNever(Instant next) => next == Instant.Max ? null : next;

    private MemberView[] MemberViews()
    {
        var members = _table.AllMembers();
        return Array.ConvertAll(members, member => new MemberView(member, ViewOfSuspicion(member.Id)));
    }

    private SuspicionView? ViewOfSuspicion(NodeId subject) =>
        _suspicions.TryFind(subject, out var suspicion)
            ? new SuspicionView(suspicion.Started, suspicion.Deadline, suspicion.Confirmations, suspicion.Wanted,
                suspicion.Accusers.ToArray())
            : null;

    private ProbeView? ViewOfProbe() => !_probe.IsRunning ? null : new ProbeView
    {
        Subject = _probe.Subject.Id,
        Sequence = _probe.Sequence,
        Phase = _probe.Phase,
        Began = _probe.Began,
        Timeout = _probe.Began + _probe.Timeout,
        Deadline = _probe.Began + _probe.Span,
        Helpers = _probe.Helpers.ToArray(),
        NacksHeard = _probe.NacksHeard,
        NacksWanted = _probe.NacksWanted,
    };
}
