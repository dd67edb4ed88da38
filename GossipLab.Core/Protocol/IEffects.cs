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

    /// <summary>Says what happened and which rule allowed it. For observers only; nothing may depend on it.</summary>
    /// <param name="what">What happened.</param>
    void Report(in NodeEvent what);
}
