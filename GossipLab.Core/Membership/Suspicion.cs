using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <summary>A running suspicion of one member: who accuses it and until when it can refute.</summary>
internal struct Suspicion
{
    private const int FewAccusers = 3;

    // Small, so that a node's suspicions stand close together.
    private TimeSpan _shortest;
    private NodeId[]? _all;
    private FirstAccusers _first;
    private ushort _timesLonger;
    private byte _wanted;
    private byte _confirmations;

    /// <summary>Starts a suspicion.</summary>
    /// <param name="suspect">Who accuses whom; hearing the same accuser again confirms nothing.</param>
    /// <param name="started">When.</param>
    /// <param name="span">How long it lasts; the longest time is a multiple of the shortest.</param>
    /// <param name="token">The token of its timer.</param>
    public Suspicion(in MemberUpdate suspect, Instant started, SuspicionSpan span, uint token)
    {
        _first[0] = suspect.From;
        _all = span.Wanted < FewAccusers ? null : new NodeId[span.Wanted + 1];
        if (_all is not null)
        {
            _all[0] = suspect.From;
        }

        (_shortest, _timesLonger) = (span.Shortest, (ushort)(span.Longest.Ticks / span.Shortest.Ticks));
        _wanted = (byte)span.Wanted;
        Started = started;
        Token = token;
    }

    public Instant Started { get; private set; }

    /// <summary>Tells its current timer from those set before it was shortened.</summary>
    public uint Token { get; private set; }

    public readonly int Confirmations => _confirmations;

    public readonly int Wanted => _wanted;

    public readonly Instant Deadline =>
        Started + new SuspicionSpan(_shortest, new TimeSpan(_shortest.Ticks * _timesLonger), _wanted)
            .After(Confirmations);

    /// <summary>Who accuses, in the order heard.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<NodeId> Accusers =>
        _all is null ? ((ReadOnlySpan<NodeId>)_first)[..(Confirmations + 1)] : _all.AsSpan(0, Confirmations + 1);

    /// <summary>Hears another accuser.</summary>
    /// <param name="from">Who accuses.</param>
    /// <param name="token">The token of the timer for the earlier deadline.</param>
    /// <returns>Whether it was news: an accuser not heard before, while confirmations are still wanted.</returns>
    public bool Confirm(NodeId from, uint token)
    {
        if (Confirmations >= Wanted || Accusers.Contains(from))
        {
            return false;
        }

        _confirmations++;
        if (_all is null)
        {
            _first[Confirmations] = from;
        }
        else
        {
            _all[Confirmations] = from;
        }

        Token = token;
        return true;
    }

    /// <summary>The same, its state passed through a tape.</summary>
    public readonly Suspicion Pass(StateTape tape)
    {
        var passed = this;
        (passed._shortest, passed._timesLonger) = (tape.Pass(_shortest), (ushort)tape.Pass(_timesLonger));
        (passed.Started, passed.Token) = (tape.Pass(Started), tape.Pass(Token));
        (passed._wanted, passed._confirmations) = ((byte)tape.Pass(_wanted), (byte)tape.Pass(_confirmations));
        passed._all = tape.Pass(_all, static all => [.. all]);
        foreach (ref var accuser in (Span<NodeId>)passed._first)
        {
            accuser = new NodeId(tape.Pass(accuser.Index));
        }

        return passed;
    }

    [InlineArray(FewAccusers)]
    private struct FirstAccusers
    {
        private NodeId _accuser;
    }
}
