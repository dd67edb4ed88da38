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
    /// <summary>Whether it is about the last change of a belief or a value up to the event.</summary>
    public bool IsOfChange { get; init; }

    /// <summary>Whether an event or a message is known to be about the value.</summary>
    public bool IsAboutValue { get; init; }

    /// <summary>Whom it is about besides; the members that a message brings news of.</summary>
    public IReadOnlyList<NodeId> Also { get; init; } = [];

    /// <summary>Why a node believes what it believes of another.</summary>
    public static Question OfBelief(NodeId observer, NodeId subject) => new(QuestionKind.Belief, observer, subject, 0);

    /// <summary>Why a node holds its value.</summary>
    public static Question OfValue(NodeId node) => new(QuestionKind.Value, node, NodeId.None, 0);

    /// <summary>Why an event happened.</summary>
    public static Question OfEvent(long number) => new(QuestionKind.Event, NodeId.None, NodeId.None, number);

    /// <summary>Why the last change of a belief or a value happened, up to an event.</summary>
    public static Question OfChange(long number) => OfEvent(number) with { IsOfChange = true };

    /// <summary>Why an event happened that is known: then less of the run needs to be kept.</summary>
    public static Question OfEvent(TraceEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var question = OfEvent(entry.Stamp.Id);
        return entry.Kind switch
        {
            TraceKind.Command => question,
            TraceKind.Reported when IsAboutValueKind(entry.What.Kind) => question with { IsAboutValue = true },
            TraceKind.Reported => question with { Subject = entry.What.Subject },
            _ => question with
            {
                IsAboutValue = entry.Message.IsAboutValue,
                Subject = AboutWhom(entry),
                Also = Cargo(entry.Message),
            },
        };
    }

    /// <summary>Why a message was sent, and what became of it.</summary>
    public static Question OfMessage(long flight) => new(QuestionKind.Message, NodeId.None, NodeId.None, flight);

    /// <summary>Why a message was sent that is known: then less of the run needs to be kept.</summary>
    public static Question OfMessage(in Flight flight, in Message message)
    {
        var entry = new TraceEntry { Stamp = default, Kind = TraceKind.Sent, Flight = flight, Message = message };
        return OfMessage(flight.Id) with
        {
            IsAboutValue = message.IsAboutValue,
            Subject = AboutWhom(entry),
            Also = Cargo(message),
        };
    }

    /// <summary>Why a node does not know the newest value yet.</summary>
    public static Question OfIgnorance(NodeId node) => new(QuestionKind.NotInformed, node, NodeId.None, 0);

    /// <summary>Why a node does not take another for dead yet.</summary>
    public static Question OfPatience(NodeId observer, NodeId subject) =>
        new(QuestionKind.NotDead, observer, subject, 0);

    /// <summary>Why a node does not believe another one's refutation.</summary>
    public static Question OfDeafness(NodeId observer, NodeId subject) =>
        new(QuestionKind.NotCleared, observer, subject, 0);

    private static NodeId[] Cargo(in Message message)
    {
        var news = message.Updates.Items[..Math.Min(message.Updates.Count, CauseGraphBuilder.MostCargo)];
        var members = new NodeId[news.Length];
        for (var place = 0; place < news.Length; place++)
        {
            members[place] = news[place].Subject;
        }

        return members;
    }

    private static bool IsAboutValueKind(NodeEventKind kind) =>
        kind is NodeEventKind.ValueChanged or NodeEventKind.ValueIgnored;

    // Whoever a message names, else who sent it: what is kept of a member holds all it sent.
    private static NodeId AboutWhom(TraceEntry entry) => entry.Message.IsAboutValue ? NodeId.None
        : entry.Message.Kind is MessageKind.Ping or MessageKind.PingRequest or MessageKind.StreamPing
            && entry.Message.Subject.IsSomebody ? entry.Message.Subject : entry.Flight.From;
}
