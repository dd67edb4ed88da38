using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Dissemination;

/// <summary>
/// Spreads the value: at every tick it turns to a few live others and tells, asks, or both (Demers et al. 1987). It
/// knows nothing of how values are compared; the node tells it what became of an offer.
/// </summary>
public sealed class Disseminator
{
    private readonly DisseminationOptions _options;
    private readonly PeerPicker _picker;
    private int _useless;
    private int _rounds;

    // Of those served since the last tick: whether there was any, and whether any needed it.
    private bool _served;
    private bool _wasNeeded;

    /// <summary>A disseminator.</summary>
    /// <param name="options">How the value spreads.</param>
    public Disseminator(DisseminationOptions options)
    {
        _options = options;
        _picker = PeerPicker.Of(options.Peers);
    }

    /// <summary>Whether the node still tells others what it knows.</summary>
    public bool IsSpreading { get; private set; } = true;

    /// <summary>The ticks since the newest value came.</summary>
    public int Rounds => _rounds;

    /// <summary>Useless contacts in a row, for the feedback rule.</summary>
    public int Useless => _useless;

    // All whom it served since the last tick are one contact.
    private bool CountsRequests =>
        _options is { Stop: StopRule.FeedbackCounter, Mode: DisseminationMode.Pull };

    /// <summary>Begins to tick.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="isWritten">Whether the node's value, kept on its disk, was set by somebody.</param>
    public void Start<TEffects>(in Turn<TEffects> turn, bool isWritten)
        where TEffects : struct, IEffects
    {
        turn.Heed(TimerKind.ValueTick, HasWork(isWritten));
        var interval = _options.Interval.Ticks / TimeSpan.TicksPerMicrosecond;
        var delay = _options.Phase == TickPhase.LockStep
            ? interval - turn.Now.Microseconds % interval
            : turn.Roll(DiceStream.TimerPhase, (ulong)TimerKind.ValueTick + 1).Below(interval);
        turn.After(TimeSpan.FromMicroseconds(delay), Timer.Of(TimerKind.ValueTick));
    }

    /// <summary>One tick.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="roster">The members the node knows.</param>
    /// <param name="values">What the node holds: one value, or siblings.</param>
    public void Tick<TEffects>(in Turn<TEffects> turn, IRoster roster, ReadOnlySpan<VersionedValue> values)
        where TEffects : struct, IEffects
    {
        turn.After(_options.Interval, Timer.Of(TimerKind.ValueTick));
        JudgeCycle(turn);
        var isWritten = values[0].Generation != Generation.Zero;
        if (!HasWork(isWritten))
        {
            turn.Heed(TimerKind.ValueTick, heeds: false);
            return;
        }

        // As long as the longest, so that the compiler knows how long.
        Span<NodeId> peers = stackalloc NodeId[DisseminationOptions.MaxFanOut];
        var count = _picker.Pick(turn, roster, peers[.._options.FanOut]);
        var message = default(Message);
        foreach (var peer in peers[..count])
        {
            Compose(values[0], ref message);
            turn.Send(peer, message);
            for (var sibling = 1; sibling < values.Length && _options.Mode != DisseminationMode.Pull; sibling++)
            {
                Compose(values[sibling], ref message);
                turn.Send(peer, message);
            }
        }

        CountRound(turn, isWritten, count);
    }

    /// <summary>A new value came: it is told from the start again.</summary>
    /// <param name="turn">The turn.</param>
    public void StartSpreading<TEffects>(in Turn<TEffects> turn)
        where TEffects : struct, IEffects
    {
        _useless = 0;
        _rounds = 0;
        (_served, _wasNeeded) = (false, false);
        turn.Heed(TimerKind.ValueTick, heeds: true);
        if (!IsSpreading)
        {
            IsSpreading = true;
            turn.Report(NodeEvent.Of(NodeEventKind.Upkeep, Rule.SpreadStarted, turn.Self));
        }
    }

    /// <summary>
    /// Whether a request for the value is answered. Where a counter ends the telling (Demers section 1.4) only a
    /// rumour that is still told is; otherwise always, as in anti-entropy.
    /// </summary>
    /// <param name="isWritten">Whether the node's value was set by anybody.</param>
    public bool Serves(bool isWritten) => !CountsRequests || (IsSpreading && isWritten);

    /// <summary>Tells who told the value whether it was known, where the stop rule needs to know.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="to">Who told it.</param>
    /// <param name="known">Whether the value was known before this moment.</param>
    public void AnswerPush<TEffects>(in Turn<TEffects> turn, NodeId to, bool known)
        where TEffects : struct, IEffects
    {
        if (_options.Stop == StopRule.FeedbackCounter)
        {
            turn.Send(to, Message.PushFeedback(known));
        }
    }

    /// <summary>
    /// The answer to a push. Demers' counter: a useful contact sets it back, a useless one raises it, at the limit the
    /// teller loses interest. With pull, all whom a site served in a cycle count as one contact, useful if anybody
    /// needed it (Demers, table 3's footnote).
    /// </summary>
    /// <param name="turn">The turn.</param>
    /// <param name="known">Whether the contact knew the value.</param>
    public void HearFeedback<TEffects>(in Turn<TEffects> turn, bool known)
        where TEffects : struct, IEffects
    {
        if (CountsRequests)
        {
            (_served, _wasNeeded) = (true, _wasNeeded || !known);
        }
        else
        {
            CountContact(turn, known);
        }
    }

    // Who asks always has; who only tells needs something to tell.
    private bool HasWork(bool isWritten) =>
        _options.Mode != DisseminationMode.Push || (IsSpreading && (isWritten || _options.PushUnwritten));

    /// <summary>Passes its state through a tape.</summary>
    internal void Pass(StateTape tape)
    {
        (_useless, _rounds) = (tape.Pass(_useless), tape.Pass(_rounds));
        var flags = tape.Pass((IsSpreading ? 1 : 0) | (_served ? 2 : 0) | (_wasNeeded ? 4 : 0));
        (IsSpreading, _served, _wasNeeded) = ((flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0);
        _picker.Pass(tape);
    }

    private void Compose(in VersionedValue value, ref Message message)
    {
        if (_options.Mode == DisseminationMode.Pull)
        {
            message.Become(MessageKind.Pull, default);
        }
        else
        {
            message.Become(
                _options.Mode == DisseminationMode.Push ? MessageKind.Push : MessageKind.Exchange, value);
        }
    }

    private void JudgeCycle<TEffects>(in Turn<TEffects> turn)
        where TEffects : struct, IEffects
    {
        if (_served)
        {
            CountContact(turn, !_wasNeeded);
            (_served, _wasNeeded) = (false, false);
        }
    }

    private void CountContact<TEffects>(in Turn<TEffects> turn, bool known)
        where TEffects : struct, IEffects
    {
        _useless = known ? _useless + 1 : 0;
        if (_options.Stop == StopRule.FeedbackCounter && _useless >= _options.StopAfter)
        {
            StopSpreading(turn);
        }
    }

    private void CountRound<TEffects>(in Turn<TEffects> turn, bool isWritten, int contacts)
        where TEffects : struct, IEffects
    {
        if (!isWritten || contacts == 0 || !IsSpreading)
        {
            return;
        }

        _rounds++;
        var stops = _options.Stop switch
        {
            StopRule.AfterRounds => _rounds >= _options.StopAfter,
            StopRule.BlindCoin => LosesInterest(turn, contacts),
            _ => false,
        };
        if (stops)
        {
            StopSpreading(turn);
        }
    }

    private bool LosesInterest<TEffects>(in Turn<TEffects> turn, int contacts)
        where TEffects : struct, IEffects
    {
        var rng = turn.Roll(DiceStream.StopCoin);
        var chance = new Ratio(1, (uint)_options.StopAfter);
        var loses = false;
        for (var contact = 0; contact < contacts; contact++)
        {
            loses |= rng.Happens(chance);
        }

        return loses;
    }

    private void StopSpreading<TEffects>(in Turn<TEffects> turn)
        where TEffects : struct, IEffects
    {
        if (IsSpreading)
        {
            IsSpreading = false;
            turn.Report(NodeEvent.Of(NodeEventKind.Upkeep, Rule.SpreadStopped, turn.Self, _rounds));
        }
    }
}
