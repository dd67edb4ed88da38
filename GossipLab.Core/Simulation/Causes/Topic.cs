using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Causes;

/// <summary>
/// Which events of a run a question can be about, so that the others need not be kept: those about one member, those
/// about the value, or all.
/// </summary>
public sealed class Topic
{
    private readonly HashSet<NodeId> _subjects;
    private readonly bool _isValue;
    private readonly HashSet<(NodeId Helper, NodeId Prober, uint Sequence)> _asked = [];

    private Topic(IEnumerable<NodeId> subjects, bool isValue) => (_subjects, _isValue) = ([.. subjects], isValue);

    /// <summary>Everything.</summary>
    public static Topic All() => new([], isValue: false);

    /// <summary>What is known and asked about some members.</summary>
    /// <param name="subjects">The members.</param>
    public static Topic Members(params IEnumerable<NodeId> subjects) => new(subjects, isValue: false);

    /// <summary>The value.</summary>
    public static Topic Value() => new([], isValue: true);

    /// <summary>The topic of a question.</summary>
    /// <param name="question">The question.</param>
    public static Topic Of(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Kind switch
        {
            QuestionKind.Belief or QuestionKind.NotDead or QuestionKind.NotCleared => Members(question.Subject),
            QuestionKind.Value or QuestionKind.NotInformed => Value(),
            _ when question.IsAboutValue => Value(),
            _ when question.Subject.IsSomebody => Members([question.Subject, .. question.Also]),
            _ => All(),
        };
    }

    internal bool Holds(in NodeEvent what, NodeId node) => (_isValue, _subjects.Count > 0) switch
    {
        (true, _) => what.Kind is NodeEventKind.ValueChanged or NodeEventKind.ValueIgnored,
        (_, true) => _subjects.Contains(what.Subject)
            || (_subjects.Contains(node) && what.Kind != NodeEventKind.ValueIgnored),
        _ => true,
    };

    /// <summary>Whether a message belongs to it; asked once of each, when it is sent.</summary>
    internal bool Holds(in Flight flight, in Message message)
    {
        if (_isValue)
        {
            return message.IsAboutValue;
        }

        return _subjects.Count == 0 || (!message.IsAboutValue && IsAboutSubject(flight, message));
    }

    private bool IsAboutSubject(in Flight flight, in Message message)
    {
        if (message.Kind == MessageKind.PingRequest && _subjects.Contains(message.Subject))
        {
            _asked.Add((flight.To, flight.From, message.Sequence));
            return true;
        }

        if (message.Kind is MessageKind.Ack or MessageKind.Nack
            && _asked.Contains((flight.From, flight.To, message.Sequence)))
        {
            return true;
        }

        return _subjects.Contains(flight.From) || _subjects.Contains(flight.To) || _subjects.Contains(message.Subject)
            || MentionsSubject(message.Updates);
    }

    // A record of the whole state says of nearly everybody that it is alive: that is news only if it is new.
    private bool MentionsSubject(in MemberUpdates updates)
    {
        var isWhole = updates.Records is not null;
        foreach (ref readonly var update in updates.Items)
        {
            if (_subjects.Contains(update.Subject)
                && (!isWhole || update.State != MemberState.Alive || update.Incarnation.Number > 1))
            {
                return true;
            }
        }

        return false;
    }
}
