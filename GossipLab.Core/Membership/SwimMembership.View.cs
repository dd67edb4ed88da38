using GossipLab.Core.Dissemination;
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

    /// <summary>Passes its state through a tape.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="withTable">Whether its table goes with it; else whoever shares it out sees to that.</param>
    internal void Pass(StateTape tape, bool withTable)
    {
        Incarnation = new Incarnation(tape.Pass(Incarnation.Number));
        _health.Pass(tape);
        _sequence = tape.Pass(_sequence);
        (_firstGossip, _nextGossip) = (tape.Pass(_firstGossip), tape.Pass(_nextGossip));
        (_nextProbe, _nextSync) = (tape.Pass(_nextProbe), tape.Pass(_nextSync));
        _nextReconnect = tape.Pass(_nextReconnect);
        (IsLeaving, HasLeft) = (tape.Pass(IsLeaving), tape.Pass(HasLeft));
        _order.Pass(tape);
        _probe.Pass(tape);
        _suspicions.Pass(tape);
        _rumors = RumorQueue.Pass(tape, _rumors);
        _seldom = SeldomUsed.Pass(tape, _seldom);
        _table = withTable ? tape.Pass(_table, static table => table.Copy())! : _table; // there always is one
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
