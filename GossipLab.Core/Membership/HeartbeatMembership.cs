using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <summary>
/// The detector that SWIM is compared with: everybody sends a heartbeat to everybody at each interval, and whoever is
/// not heard of for a timeout is dead. Simple; n times n messages (SWIM section 1). The dead are sent to as well, so
/// that a partition heals, and lists of members are exchanged now and then, so that two who joined at one time meet.
/// </summary>
public sealed partial class HeartbeatMembership
{
    private readonly NodeId _self;
    private readonly NodeAddress _address;
    private readonly MembershipOptions _options;
    private MemberTable _table;
    private JoinAttempts _join;
    private Instant[] _heardAt = [];
    private Instant _nextTick;
    private uint _sequence;

    /// <summary>A membership that has not started.</summary>
    /// <param name="self">The node.</param>
    /// <param name="address">Where it listens.</param>
    /// <param name="options">The settings.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting, or the node's number, is out of its bounds.</exception>
    public HeartbeatMembership(NodeId self, NodeAddress address, MembershipOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _self = self;
        _address = address;
        _options = options;
        _table = new DenseTable(options.MaxMembers);
        ArgumentOutOfRangeException.ThrowIfEqual(_table.Fits(self), false, nameof(self));
    }

    /// <inheritdoc cref="SwimMembership.Roster"/>
    public IRoster Roster => _table;

    /// <inheritdoc cref="SwimMembership.Incarnation"/>
    public Incarnation Incarnation { get; private set; }

    /// <summary>Whether it has announced that it leaves.</summary>
    public bool IsLeaving { get; private set; }

    /// <summary>The same: one announcement to each is all there is.</summary>
    public bool HasLeft => IsLeaving;

    /// <inheritdoc cref="SwimMembership.StateOf"/>
    public MemberState? StateOf(NodeId id) => _table.StateOf(id);

    /// <inheritdoc cref="SwimMembership.TryFind"/>
    public bool TryFind(NodeId id, out Member member) => _table.TryFind(id, out member);

    /// <inheritdoc cref="SwimMembership.CountOf"/>
    public int CountOf(MemberState state) => _table.CountOf(state);

    /// <inheritdoc cref="SwimMembership.Start"/>
    public void Start<TEffects>(in Turn<TEffects> turn, ReadOnlySpan<NodeId> known, Incarnation last, bool together)
        where TEffects : struct, IEffects
    {
        if (Incarnation != Incarnation.Zero)
        {
            throw new InvalidOperationException("a membership starts once");
        }

        Incarnation = last.Next;
        _table.Add(NewMember(_self, Incarnation, _address, turn.Now));
        foreach (var id in known)
        {
            if (!_table.Knows(id))
            {
                Enter(NewMember(id, Incarnation.Zero.Next, NodeAddress.Of(id), turn.Now));
            }
        }

        var rng = turn.Roll(DiceStream.TimerPhase, (ulong)TimerKind.HeartbeatTick + 1);
        var phase = TimeSpan.FromMicroseconds(rng.Below(_options.ProbeInterval.Ticks / TimeSpan.TicksPerMicrosecond));
        _nextTick = turn.Now + phase;
        turn.After(phase, Timer.Of(TimerKind.HeartbeatTick));
        AskForSync(turn);
    }

    /// <inheritdoc cref="SwimMembership.Join"/>
    public void Join<TEffects>(in Turn<TEffects> turn, NodeId contact)
        where TEffects : struct, IEffects
    {
        if (contact != _self && _table.Fits(contact) && _join.TryAdd(contact))
        {
            _join.Begin();
            AskToJoin(turn, contact);
        }
    }

    /// <inheritdoc cref="SwimMembership.Receive"/>
    public void Receive<TEffects>(in Turn<TEffects> turn, NodeId from, in Message message)
        where TEffects : struct, IEffects
    {
        if (!_table.Fits(from))
        {
            turn.Report(NodeEvent.Of(NodeEventKind.Upkeep, Rule.MessageRefused, _self, from: from));
            return;
        }

        switch (message.Kind)
        {
            case MessageKind.Heartbeat: HearHeartbeat(turn, from); break;
            case MessageKind.Gossip: HearLeaving(turn, from, message.Updates.Items); break;
            case MessageKind.SyncRequest:
                turn.Send(from, Message.SyncReply(_table.AllRecords(_self), joins: true));
                HearMembers(turn, message.Updates.Items);
                break;
            case MessageKind.SyncReply:
                _join.Stop();
                HearMembers(turn, message.Updates.Items);
                break;
        }
    }

    /// <inheritdoc cref="SwimMembership.Fire"/>
    public void Fire<TEffects>(in Turn<TEffects> turn, in Timer timer)
        where TEffects : struct, IEffects
    {
        switch (timer.Kind)
        {
            case TimerKind.HeartbeatTick: Tick(turn); break;
            case TimerKind.SyncTick: TickSync(turn); break;
            case TimerKind.JoinRetry when _join.IsTrying && timer.Token == _join.Token:
                AskToJoin(turn, _join.Next());
                break;
        }
    }

    /// <summary>Leaves on purpose: tells everybody once.</summary>
    /// <param name="turn">The turn.</param>
    public void Leave<TEffects>(in Turn<TEffects> turn)
        where TEffects : struct, IEffects
    {
        if (IsLeaving)
        {
            return;
        }

        IsLeaving = true;
        _join.Stop();
        var left = MemberUpdate.Dead(_self, Incarnation, _self);
        Change(turn, left, Rule.LeftAccepted);
        for (var place = 0; place < _table.Places; place++)
        {
            var id = new NodeId(place);
            if (id != _self && _table.StateOf(id) is not (null or MemberState.Left))
            {
                turn.Send(id, Message.Gossip(MemberUpdates.Of(left)));
            }
        }

        turn.Report(NodeEvent.Of(NodeEventKind.Self, Rule.LeaveSpread, _self));
    }

    /// <inheritdoc cref="SwimMembership.View"/>
    public MembershipView View()
    {
        var members = _table.AllMembers();
        return new MembershipView
        {
            Incarnation = Incarnation,
            Members = Array.ConvertAll(members, static member => new MemberView(member, null)),
            Live = CountOf(MemberState.Alive),
            Suspects = 0,
            Dead = CountOf(MemberState.Dead),
            Left = CountOf(MemberState.Left),
            NextProbe = _nextTick,
            IsJoining = _join.IsTrying,
            IsLeaving = IsLeaving,
        };
    }

    /// <summary>A membership of its own in the same state.</summary>
    internal HeartbeatMembership Copy()
    {
        var copy = (HeartbeatMembership)MemberwiseClone();
        copy._table = _table.Copy();
        copy._join = _join.Copy();
        copy._heardAt = [.. _heardAt];
        return copy;
    }

    private void Tick<TEffects>(in Turn<TEffects> turn)
        where TEffects : struct, IEffects
    {
        _nextTick = turn.Now + _options.ProbeInterval;
        turn.After(_options.ProbeInterval, Timer.Of(TimerKind.HeartbeatTick));
        _sequence += IsLeaving ? 0u : 1u;
        for (var place = 0; place < _table.Places; place++)
        {
            var id = new NodeId(place);
            var state = _table.StateOf(id);
            if (id == _self || state is null or MemberState.Left)
            {
                continue;
            }

            if (state == MemberState.Alive && turn.Now - _heardAt[id.Index] >= _options.HeartbeatTimeout)
            {
                Change(turn, MemberUpdate.Dead(id, IncarnationOf(id), _self), Rule.HeartbeatMissed);
            }

            if (!IsLeaving)
            {
                turn.Send(id, Message.Heartbeat(_sequence));
            }
        }
    }

    private void AskToJoin<TEffects>(in Turn<TEffects> turn, NodeId contact)
        where TEffects : struct, IEffects
    {
        turn.Report(NodeEvent.Of(NodeEventKind.Self, Rule.JoinTried, contact));
        turn.Send(contact, Message.SyncRequest(_table.AllRecords(_self), joins: true));
        turn.After(_join.Delay, Timer.Of(TimerKind.JoinRetry, _join.Token));
    }

    private Incarnation IncarnationOf(NodeId id) => _table.TryFind(id, out var member) ? member.Incarnation : default;

    private static Member NewMember(NodeId id, Incarnation incarnation, NodeAddress address, Instant now) =>
        new(id, MemberState.Alive, incarnation, now) { Address = address, Versions = ProtocolVersions.Current };
}
