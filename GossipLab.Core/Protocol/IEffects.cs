namespace GossipLab.Core.Protocol;

/// <summary>
/// The only door out of a node. A driver implements it: the simulator with a queue in virtual time, a process with
/// sockets and real timers.
/// </summary>
public interface IEffects
{
    /// <summary>Sends a message. It arrives once, twice or never; a lost one is not an error.</summary>
    /// <param name="to">The receiver.</param>
    /// <param name="message">The message.</param>
    void Send(NodeId to, in Message message);

    /// <summary>Asks for a call back, never early.</summary>
    /// <param name="delay">How long from now; zero is allowed.</param>
    /// <param name="timer">Given back as it is.</param>
    void After(TimeSpan delay, in Timer timer);

    /// <summary>
    /// A hint: whether timers of a kind mean anything to the node from now on. While they do not, one that falls due
    /// would do nothing, except that a periodic one would ask for itself again at its interval. So a driver may do that
    /// itself and leave the node alone, or ignore the hint. A node that starts heeds all kinds.
    /// </summary>
    /// <param name="kind">The kind.</param>
    /// <param name="heeds">Whether it does something when such a timer fires.</param>
    void Heed(TimerKind kind, bool heeds);

    /// <summary>Says what happened and which rule allowed it. For observers only; nothing may depend on it.</summary>
    /// <param name="what">What happened.</param>
    void Report(in NodeEvent what);
}
