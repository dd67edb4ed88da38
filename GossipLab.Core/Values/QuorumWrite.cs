using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Values;

/// <summary>
/// A set that waits until a majority of all members has answered: the first phase of a majority write (Attiya, Bar-Noy
/// and Dolev 1995), which also brings the newest generation of those that answer. Consistency before availability: the
/// smaller side of a split refuses. One at a time.
/// </summary>
internal sealed class QuorumWrite
{
    private HashSet<NodeId> _answered = [];
    private long _value;
    private uint _token;
    private int _wanted;

    /// <summary>Whether a set waits.</summary>
    public bool IsPending { get; private set; }

    /// <summary>The value that is to be set.</summary>
    public long Value => _value;

    /// <summary>How many must answer, the node itself included.</summary>
    public int Wanted => _wanted;

    /// <summary>Asks all members.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="roster">The members the node knows; a majority of all of them is wanted, live or not.</param>
    /// <param name="value">The value that is to be set.</param>
    /// <param name="timeout">How long it waits.</param>
    public void Ask<TEffects>(in Turn<TEffects> turn, IRoster roster, long value, TimeSpan timeout)
        where TEffects : struct, IEffects
    {
        _answered.Clear();
        _answered.Add(turn.Self);
        (_value, IsPending) = (value, true);
        var members = 1;
        for (var place = 0; place < roster.Places; place++)
        {
            if (roster[place] is { IsSomebody: true } peer && peer != turn.Self)
            {
                members++;
                turn.Send(peer, Message.Pull());
            }
        }

        _wanted = members / 2 + 1;
        turn.After(timeout, new Timer(TimerKind.QuorumTimeout, ++_token, NodeId.None));
    }

    /// <summary>A member answered.</summary>
    /// <param name="from">Who.</param>
    public void Hear(NodeId from)
    {
        if (IsPending)
        {
            _answered.Add(from);
        }
    }

    /// <summary>Whether enough have answered; then it is over.</summary>
    public bool IsDone()
    {
        var isDone = IsPending && _answered.Count >= _wanted;
        IsPending &= !isDone;
        return isDone;
    }

    /// <summary>The time is up.</summary>
    /// <param name="timer">The timer that was asked for.</param>
    /// <returns>Whether the set that waits is refused; it waits no more.</returns>
    public bool IsRefused(in Timer timer)
    {
        var isRefused = IsPending && timer.Token == _token;
        IsPending &= !isRefused;
        return isRefused;
    }

    /// <summary>One of its own in the same state.</summary>
    public QuorumWrite Copy()
    {
        var copy = (QuorumWrite)MemberwiseClone();
        copy._answered = [.. _answered];
        return copy;
    }
}
