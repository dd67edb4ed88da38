using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Causes;

/// <summary>Finds what might have brought something about and did not, and how likely that was.</summary>
internal sealed class WhyNot(Inquiry inquiry, CauseGraphBuilder builder)
{
    private readonly SimulatedCluster _cluster = inquiry.Cluster;
    private readonly NodeId _node = inquiry.Question.Node;
    private readonly NodeId _subject = inquiry.Question.Subject;

    /// <summary>Why a node does not know the newest value yet.</summary>
    public WhyNotAnswer OfIgnorance()
    {
        var newest = _cluster.Census.Newest;
        if (_cluster.Node(_node).Store.Current.Generation >= newest)
        {
            return new WhyNotAnswer(newest == Generation.Zero
                ? "Nobody has set a value yet." : $"{_node} holds the newest generation, {newest}.");
        }

        var offers = Ways(way => way.Sent.Flight.To == _node && way.Sent.Message.CarriesValue
            && way.Sent.Message.Value.Generation == newest);
        var (none, model) = IgnoranceModel.Of(inquiry, newest);
        var text = builder.Spells.Find(_node, SpellKind.Down, inquiry.At) is not null
            || builder.Spells.Find(_node, SpellKind.Paused, inquiry.At) is not null
            ? $"{builder.Spells.TruthOf(_node, inquiry.At)}, so it hears nothing."
            : offers.Length == 0 ? $"Nobody has told {_node} yet: those who know it chose others, at random."
            : $"It was on its way to {_node}, and has not arrived.";
        return Answer(text, offers) with { NoneSoFar = none, Model = model };
    }

    /// <summary>Why a node does not take another for dead yet.</summary>
    public WhyNotAnswer OfPatience()
    {
        var truth = builder.Spells.TruthOf(_subject, inquiry.At);
        if (_cluster.Node(_node).Swim is { } swim && swim.SuspicionDeadline(_subject) is { } deadline)
        {
            return Answer($"{_node} suspects {_subject}, and waits until {Say.Time(deadline)} for it to refute, unless "
                + $"others confirm sooner. {truth}.", Accusations());
        }

        var state = StateOf() is { } belief ? Say.State(belief) : "unknown";
        var since = (builder.Spells.Find(_subject, SpellKind.Down, inquiry.At)
            ?? builder.Spells.Find(_subject, SpellKind.Paused, inquiry.At))?.From;
        var answer = Answer($"{_node} takes {_subject} for {state}: no accusation of it has reached {_node}. {truth}.",
            Accusations());
        return since is { } from ? answer with { NoneSoFar = NotProbed(from), Model = NotProbedModel(from) } : answer;
    }

    /// <summary>Why a node does not believe another one's refutation.</summary>
    public WhyNotAnswer OfDeafness()
    {
        var refuted = inquiry.Record.LastBefore(long.MaxValue, entry => entry.Kind == TraceKind.Reported
            && entry.Stamp.Node == _subject && entry.What.Rule == Rule.SelfRefuted);
        if (refuted is null)
        {
            return Answer($"{_subject} has not refuted: {builder.Spells.TruthOf(_subject, inquiry.At)}, and refutes "
                + "once it hears that it is accused.",
                Ways(way => way.Sent.Flight.To == _subject && Mentions(way, false)));
        }

        var number = refuted.What.Number;
        var told = Ways(way => way.Sent.Flight.To == _node && Mentions(way, true)
            && way.Sent.Stamp.Id > refuted.Stamp.Id);
        var text = StateOf() == MemberState.Alive ? $"{_node} has believed it: it takes {_subject} for alive."
            : told.Length == 0 ? "Nobody who had heard of it has told "
                + $"{_node} yet: {_subject} refuted at {Say.Time(refuted.Stamp.At)} with incarnation "
                + $"{Say.Number(number)}."
            : $"{_subject} refuted at {Say.Time(refuted.Stamp.At)} with incarnation {Say.Number(number)}; what carried "
                + $"it to {_node} has not arrived, or came after a newer accusation.";
        return Answer(text, told);
    }

    private MemberState? StateOf()
    {
        var node = _cluster.Node(_node);
        return node.Swim?.StateOf(_subject) ?? node.Heartbeat?.StateOf(_subject);
    }

    private MessageWay[] Accusations() => Ways(way => way.Sent.Flight.To == _node && Mentions(way, false));

    private bool Mentions(MessageWay way, bool alive)
    {
        foreach (ref readonly var update in way.Sent.Message.Updates.Items)
        {
            if (update.Subject == _subject && update.State == MemberState.Alive == alive)
            {
                return true;
            }
        }

        return false;
    }

    private MessageWay[] Ways(Predicate<MessageWay> match)
    {
        var found = new List<MessageWay>();
        foreach (var entry in inquiry.Record.Entries)
        {
            if (entry.Kind == TraceKind.Sent && inquiry.Record.Ways.TryGetValue(entry.Flight.Id, out var way)
                && match(way))
            {
                found.Add(way);
            }
        }

        return [.. found];
    }

    private WhyNotAnswer Answer(string text, MessageWay[] ways) => new(text)
    {
        OpportunityCount = ways.Length,
        Opportunities = [.. ways.TakeLast(WhyNotAnswer.MostOpportunities).Select(Opportunity)],
    };

    private Opportunity Opportunity(MessageWay way)
    {
        var (flight, message) = (way.Sent.Flight, way.Sent.Message);
        var obstacle = builder.FindObstacle(way, long.MaxValue, inquiry.At);
        return new Opportunity(flight.SentAt, $"{flight.From} sent {flight.To} {Say.Message(message.Kind)}",
            obstacle?.Text ?? $"arrived at {Say.Time(way.Arrived!.Stamp.At)}", // Nothing stood in its way: it arrived.
            way.Arrived is null && way.Lost is null)
        {
            Removal = obstacle?.Removal,
        };
    }

    // Each of the others probes one random member a period, so it misses this one with the chance 1 - 1 / (n - 1).
    private double NotProbed(Instant from)
    {
        var others = Math.Max(1, _cluster.NodeCount - 1);
        return Math.Pow(1 - 1.0 / others, others * Periods(from));
    }

    private double Periods(Instant from) => Math.Max(0, (inquiry.At - from).TotalSeconds
        / inquiry.Scenario.Node.Membership.ProbeInterval.TotalSeconds);

    private string NotProbedModel(Instant from) => FormattableString.Invariant(
        $"{Periods(from):0.#} probe periods have passed, and each node probes one member a period, at random; ")
        + "on average somebody does so within 1.58 periods";
}
