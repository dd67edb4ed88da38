using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <summary>
/// A running suspicion of one member: who accuses it and until when it can refute. The object serves another one when
/// it is over.
/// </summary>
internal sealed class Suspicion
{
    private NodeId[] _accusers = [];
    private SuspicionSpan _span;

    public NodeId Subject { get; private set; }

    public Instant Started { get; private set; }

    /// <summary>Tells its current timer from those set before it was shortened.</summary>
    public uint Token { get; private set; }

    public int Confirmations { get; private set; }

    public int Wanted => _span.Wanted;

    public Instant Deadline => Started + _span.After(Confirmations);

    /// <summary>Who accuses, in the order heard.</summary>
    public ReadOnlySpan<NodeId> Accusers => _accusers.AsSpan(0, Confirmations + 1);

    /// <summary>Starts a suspicion.</summary>
    /// <param name="suspect">Who accuses whom; hearing the same accuser again confirms nothing.</param>
    /// <param name="started">When.</param>
    /// <param name="span">How long it lasts.</param>
    /// <param name="token">The token of its timer.</param>
    public void Begin(in MemberUpdate suspect, Instant started, SuspicionSpan span, uint token)
    {
        if (_accusers.Length <= span.Wanted)
        {
            _accusers = new NodeId[span.Wanted + 1];
        }

        _accusers[0] = suspect.From;
        _span = span;
        Subject = suspect.Subject;
        Started = started;
        Token = token;
        Confirmations = 0;
    }

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

        _accusers[++Confirmations] = from;
        Token = token;
        return true;
    }
}
