using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using Timer = GossipLab.Core.Protocol.Timer;

namespace GossipLab.Web.Expressions;

/// <summary>Which of two statements about a member counts: a node hears both, one after the other.</summary>
internal static class StatementStrength
{
    private static readonly (MemberState State, uint Incarnation)[] Statements =
    [
        .. from incarnation in (uint[])[1, 2]
           from state in (MemberState[])[MemberState.Alive, MemberState.Suspect, MemberState.Dead]
           select (state, incarnation),
    ];

    /// <summary>The states that a statement can have.</summary>
    public static IReadOnlyList<string> States { get; } = ["alive", "suspect", "dead"];

    /// <summary>
    /// How many of the six statements alive, suspect and dead at incarnations 1 and 2 one of them overrides.
    /// </summary>
    /// <exception cref="ExpressionException">It is none of them.</exception>
    public static int Of(string state, double incarnation) => incarnation is 1 or 2
        ? Statements.Count(other => Overrides(
            (Enum.Parse<MemberState>(state, ignoreCase: true), (uint)incarnation), other))
        : throw new ExpressionException("the incarnations compared are 1 and 2");

    private static bool Overrides(
        (MemberState State, uint Incarnation) statement, (MemberState State, uint Incarnation) held)
    {
        var (self, subject) = (new NodeId(0), new NodeId(1));
        var node = new SwimMembership(self, NodeAddress.Of(self), MembershipOptions.Lan);
        var effects = default(Deaf);
        var turn = new Turn<Deaf>(self, Instant.Zero, new Dice(1, 0), ref effects);
        node.Start(turn, [subject], Incarnation.Zero, together: true);
        node.Receive(turn, new NodeId(2), Message.Gossip(MemberUpdates.Of(News(subject, held))));
        if (!Holds(node, subject, held) || statement == held)
        {
            return false;
        }

        node.Receive(turn, new NodeId(2), Message.Gossip(MemberUpdates.Of(News(subject, statement))));
        return Holds(node, subject, statement);
    }

    private static bool Holds(SwimMembership node, NodeId subject, (MemberState State, uint Incarnation) statement) =>
        node.TryFind(subject, out var member)
            && (member.State, member.Incarnation.Number) == (statement.State, statement.Incarnation);

    private static MemberUpdate News(NodeId subject, (MemberState State, uint Incarnation) what)
    {
        var incarnation = new Incarnation(what.Incarnation);
        return what.State switch
        {
            MemberState.Alive => MemberUpdate.Alive(subject, incarnation, NodeAddress.Of(subject)),
            MemberState.Suspect => MemberUpdate.Suspect(subject, incarnation, new NodeId(2)),
            _ => MemberUpdate.Dead(subject, incarnation, new NodeId(2)),
        };
    }

    /// <summary>Nothing comes out: only what the node believes is asked.</summary>
    private readonly struct Deaf : IEffects
    {
        public void Send(NodeId to, in Message message)
        {
        }

        public void After(TimeSpan delay, in Timer timer)
        {
        }

        public void Heed(TimerKind kind, bool heeds)
        {
        }

        public void Report(in NodeEvent what)
        {
        }
    }
}
