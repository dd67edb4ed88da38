using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <summary>The contacts that a node asks to be let in, until one answers.</summary>
internal struct JoinAttempts
{
    /// <summary>How many contacts are remembered; more are not asked.</summary>
    public const int MaxContacts = 16;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    private List<NodeId>? _contacts;
    private int _next;

    public readonly bool IsTrying => _contacts is { Count: > 0 };

    /// <summary>Tells the current retry from those of earlier attempts.</summary>
    public uint Token { get; private set; }

    /// <summary>How long to wait for an answer before the next contact is asked.</summary>
    public TimeSpan Delay { get; private set; }

    public bool TryAdd(NodeId contact)
    {
        _contacts ??= [];
        if (_contacts.Contains(contact) || _contacts.Count == MaxContacts)
        {
            return false;
        }

        _contacts.Add(contact);
        return true;
    }

    /// <summary>A contact is asked for the first time: delays are short again.</summary>
    public void Begin()
    {
        Token++;
        Delay = FirstDelay;
    }

    /// <summary>The next contact to ask, in turn; the delay doubles.</summary>
    public NodeId Next()
    {
        Token++;
        Delay = 2 * Delay < LongestDelay ? 2 * Delay : LongestDelay;
        _next = (_next + 1) % _contacts!.Count;
        return _contacts[_next];
    }

    /// <summary>Passes its state through a tape.</summary>
    public void Pass(StateTape tape)
    {
        (_next, Token, Delay) = (tape.Pass(_next), tape.Pass(Token), tape.Pass(Delay));
        _contacts = tape.Pass(IsTrying ? _contacts : null, static contacts => [.. contacts]);
    }

    public readonly JoinAttempts Copy()
    {
        var copy = this;
        copy._contacts = IsTrying ? [.. _contacts!] : null;
        return copy;
    }

    /// <summary>Asks nobody any more.</summary>
    public void Stop()
    {
        _contacts?.Clear();
        _next = 0;
    }
}
