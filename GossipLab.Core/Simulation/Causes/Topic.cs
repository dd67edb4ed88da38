using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Causes;

/// <summary>
/// Which events of a run a question can be about, so that the others need not be kept: those about one member, those
/// about the value, or all.
/// </summary>
public sealed class Topic
{
    private readonly NodeId _subject;
    private readonly bool _isValue;
    private readonly HashSet<(NodeId Helper, NodeId Prober, uint Sequence)> _asked = [];

    private Topic(NodeId subject, bool isValue) => (_subject, _isValue) = (subject, isValue);

    /// <summary>Everything.</summary>
    public static Topic All() => new(NodeId.None, isValue: false);

    /// <summary>What is known and asked about one member.</summary>
    /// <param name="subject">The member.</param>
    public static Topic Member(NodeId subject) => new(subject, isValue: false);

    /// <summary>The value.</summary>
    public static Topic Value() => new(NodeId.None, isValue: true);

    /// <summary>The topic of a question.</summary>
    /// <param name="question">The question.</param>
    public static Topic Of(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Kind switch
        {
            QuestionKind.Belief or QuestionKind.NotDead or QuestionKind.NotCleared => Member(question.Subject),
            QuestionKind.Value or QuestionKind.NotInformed => Value(),
            _ when question.IsAboutValue => Value(),
            _ when question.Subject.IsSomebody => Member(question.Subject),
            _ => All(),
        };
    }

    internal bool Holds(in NodeEvent what, NodeId node) => (_isValue, _subject.IsSomebody) switch
    {
        (true, _) => what.Kind is NodeEventKind.ValueChanged or NodeEventKind.ValueIgnored,
        (_, true) => what.Subject == _subject || (node == _subject && what.Kind != NodeEventKind.ValueIgnored),
        _ => true,
    };

    /// <summary>Whether a message belongs to it; asked once of each, when it is sent.</summary>
    internal bool Holds(in Flight flight, in Message message)
    {
        if (_isValue)
        {
            return message.IsAboutValue;
        }

        return !_subject.IsSomebody || (!message.IsAboutValue && IsAboutSubject(flight, message));
    }

    private bool IsAboutSubject(in Flight flight, in Message message)
    {
        if (message.Kind == MessageKind.PingRequest && message.Subject == _subject)
        {
            _asked.Add((flight.To, flight.From, message.Sequence));
            return true;
        }

        if (message.Kind is MessageKind.Ack or MessageKind.Nack
            && _asked.Contains((flight.From, flight.To, message.Sequence)))
        {
            return true;
        }

        return flight.From == _subject || flight.To == _subject || message.Subject == _subject
            || MentionsSubject(message.Updates);
    }

    private bool MentionsSubject(in MemberUpdates updates)
    {
        foreach (ref readonly var update in updates.Items)
        {
            if (update.Subject == _subject && update.State != MemberState.Alive)
            {
                return true;
            }

            if (update.Subject == _subject && updates.Records is null)
            {
                return true;
            }
        }

        // A record of the whole state says of nearly everybody that it is alive: that is news only if it is new.
        return updates.Records is not null && MentionsNewLife(updates);
    }

    private bool MentionsNewLife(in MemberUpdates updates)
    {
        foreach (ref readonly var update in updates.Items)
        {
            if (update.Subject == _subject)
            {
                return update.Incarnation.Number > 1;
            }
        }

        return false;
    }
}
