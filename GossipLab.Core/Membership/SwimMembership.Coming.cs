using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <content>Coming and going: the periodic timers, joining, and leaving (memberlist's Join and Leave).</content>
public sealed partial class SwimMembership
{
    /// <summary>Whether it waits for a contact to let it in.</summary>
    public bool IsJoining => _seldom is { } seldom && seldom.Join.IsTrying;

    /// <summary>Whether it has announced that it leaves. It still answers until the process ends.</summary>
    public bool IsLeaving { get; private set; }

    /// <summary>Whether its announcement is spread, or had its time: the process may end.</summary>
    public bool HasLeft { get; private set; }

    /// <summary>Asks a contact to be let in; all contacts are asked in turn until one answers.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="contact">A member of the cluster.</param>
    public void Join<TEffects>(in Turn<TEffects> turn, NodeId contact)
        where TEffects : struct, IEffects
    {
        if (contact == _self || !_table.Fits(contact) || !Seldom.Join.TryAdd(contact))
        {
            // Nobody to ask, or already asked.
            return;
        }

        Seldom.Join.Begin();
        AskToJoin(turn, contact);
    }

    /// <summary>Leaves on purpose: others will not take it for a failure.</summary>
    /// <param name="turn">The turn.</param>
    public void Leave<TEffects>(in Turn<TEffects> turn)
        where TEffects : struct, IEffects
    {
        if (IsLeaving)
        {
            return;
        }

        IsLeaving = true;
        _seldom?.Join.Stop();
        turn.After(_options.LeaveTimeout, Timer.Of(TimerKind.LeaveTimeout));
        HearDead(turn, MemberUpdate.Dead(_self, Incarnation, _self));
        if (CountOf(MemberState.Alive) + CountOf(MemberState.Suspect) == 0)
        {
            FinishLeave(turn);
        }
    }

    /// <summary>Changes what the node says of itself and announces it (memberlist's UpdateNode).</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="meta">What it says; not longer than <see cref="MembershipOptions.MaxMetaBytes"/>.</param>
    public void Announce<TEffects>(in Turn<TEffects> turn, MemberMeta meta)
        where TEffects : struct, IEffects
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(meta.Bytes, _options.MaxMetaBytes, nameof(meta));
        if (IsLeaving || Incarnation.Next == Incarnation)
        {
            return;
        }

        Incarnation = Incarnation.Next;
        _table.TryFind(_self, out var self);
        self = self with { Incarnation = Incarnation, Meta = meta };
        _table.Set(self);
        turn.Report(NodeEvent.OfBelief(Rule.AliveAccepted, self.ToUpdate(_self), value: 1));
        Spread(turn, self.ToUpdate(_self));
    }

    // Each node ticks at an offset of its own. memberlist's probe and gossip tickers run from the moment of creation,
    // so that nodes started together tick together; we do not copy that.
    private void StartTimers<TEffects>(in Turn<TEffects> turn)
        where TEffects : struct, IEffects
    {
        _firstGossip = turn.Now + Phase(turn, TimerKind.GossipTick, _options.GossipInterval);
        var probe = Phase(turn, TimerKind.ProbeTick, _options.ProbeInterval);
        _nextProbe = turn.Now + probe;
        turn.After(probe, Timer.Of(TimerKind.ProbeTick));
        if (_options.SyncInterval > TimeSpan.Zero)
        {
            var sync = Phase(turn, TimerKind.SyncTick, _options.SyncInterval)
                + new TimeSpan(_options.SyncInterval.Ticks * SyncStretch(_table.Count));
            _nextSync = turn.Now + sync;
            turn.After(sync, Timer.Of(TimerKind.SyncTick));
        }

        if (_options.ReconnectInterval > TimeSpan.Zero)
        {
            var reconnect = Phase(turn, TimerKind.ReconnectTick, _options.ReconnectInterval);
            _nextReconnect = turn.Now + reconnect;
            turn.After(reconnect, Timer.Of(TimerKind.ReconnectTick));
        }
    }

    private static TimeSpan Phase<TEffects>(in Turn<TEffects> turn, TimerKind kind, TimeSpan interval)
        where TEffects : struct, IEffects
    {
        var rng = turn.Roll(DiceStream.TimerPhase, (ulong)kind + 1);
        return TimeSpan.FromMicroseconds(rng.Below(Microseconds(interval)));
    }

    private void RetryJoin<TEffects>(in Turn<TEffects> turn, uint token)
        where TEffects : struct, IEffects
    {
        if (IsJoining && token == Seldom.Join.Token)
        {
            AskToJoin(turn, Seldom.Join.Next());
        }
    }

    private void AskToJoin<TEffects>(in Turn<TEffects> turn, NodeId contact)
        where TEffects : struct, IEffects
    {
        turn.Report(NodeEvent.Of(NodeEventKind.Self, Rule.JoinTried, contact));
        turn.Send(contact, Message.SyncRequest(_table.AllRecords(_self), joins: true));
        turn.After(Seldom.Join.Delay, Timer.Of(TimerKind.JoinRetry, Seldom.Join.Token));
    }

    private void NoteLeaveSpread<TEffects>(in Turn<TEffects> turn)
        where TEffects : struct, IEffects
    {
        if (IsLeaving && _rumors?.Holds(_self) is not true)
        {
            FinishLeave(turn);
        }
    }

    private void FinishLeave<TEffects>(in Turn<TEffects> turn)
        where TEffects : struct, IEffects
    {
        if (!HasLeft)
        {
            HasLeft = true;
            turn.Report(NodeEvent.Of(NodeEventKind.Self, Rule.LeaveSpread, _self));
        }
    }
}
