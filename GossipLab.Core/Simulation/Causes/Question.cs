using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Causes;

/// <summary>What kind of thing is asked about.</summary>
public enum QuestionKind : byte
{
    /// <summary>Why a node believes what it believes of another.</summary>
    Belief,

    /// <summary>Why a node holds its value.</summary>
    Value,

    /// <summary>Why an event happened.</summary>
    Event,

    /// <summary>Why a message was sent, and what became of it.</summary>
    Message,

    /// <summary>Why a node does not know the newest value yet.</summary>
    NotInformed,

    /// <summary>Why a node does not take another for dead yet.</summary>
    NotDead,

    /// <summary>Why a node does not believe another one's refutation.</summary>
    NotCleared,
}

/// <summary>A question about a run, asked of the moment the run stands at.</summary>
/// <param name="Kind">What kind of thing it is about.</param>
/// <param name="Node">Whose belief, value or ignorance; nobody for events and messages.</param>
/// <param name="Subject">About whom, where it is about somebody.</param>
/// <param name="Number">The event's or the message's number; 0 otherwise.</param>
public sealed record Question(QuestionKind Kind, NodeId Node, NodeId Subject, long Number)
{
    /// <summary>Why a node believes what it believes of another.</summary>
    public static Question OfBelief(NodeId observer, NodeId subject) => new(QuestionKind.Belief, observer, subject, 0);

    /// <summary>Why a node holds its value.</summary>
    public static Question OfValue(NodeId node) => new(QuestionKind.Value, node, NodeId.None, 0);

    /// <summary>Why an event happened.</summary>
    public static Question OfEvent(long number) => new(QuestionKind.Event, NodeId.None, NodeId.None, number);

    /// <summary>Why a message was sent, and what became of it.</summary>
    public static Question OfMessage(long flight) => new(QuestionKind.Message, NodeId.None, NodeId.None, flight);

    /// <summary>Why a node does not know the newest value yet.</summary>
    public static Question OfIgnorance(NodeId node) => new(QuestionKind.NotInformed, node, NodeId.None, 0);

    /// <summary>Why a node does not take another for dead yet.</summary>
    public static Question OfPatience(NodeId observer, NodeId subject) =>
        new(QuestionKind.NotDead, observer, subject, 0);

    /// <summary>Why a node does not believe another one's refutation.</summary>
    public static Question OfDeafness(NodeId observer, NodeId subject) =>
        new(QuestionKind.NotCleared, observer, subject, 0);
}
