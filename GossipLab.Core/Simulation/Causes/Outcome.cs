using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Causes;

/// <summary>What a question is about, as it stands in a cluster at the moment asked about.</summary>
internal static class Outcome
{
    /// <summary>What is so, in words; two runs in which it is the same give the same words.</summary>
    public static string Of(Question question, SimulatedCluster cluster)
    {
        if (!question.Node.IsSomebody)
        {
            return ""; // An event happened, a message was sent: there is nothing that is so at the moment asked about.
        }

        if (question.Node.Index >= cluster.NodeCount)
        {
            return $"there is no {question.Node}";
        }

        return question.Kind is QuestionKind.Value or QuestionKind.NotInformed
            ? OfValue(question.Node, cluster) : OfBelief(question, cluster);
    }

    private static string OfBelief(Question question, SimulatedCluster cluster)
    {
        var node = cluster.Node(question.Node);
        if (!cluster.Condition(question.Node).IsUp)
        {
            return $"{question.Node} is not running";
        }

        return (node.Swim?.StateOf(question.Subject) ?? node.Heartbeat?.StateOf(question.Subject)) is { } state
            ? $"{question.Node} takes {question.Subject} for {Say.State(state)}"
            : $"{question.Node} does not know {question.Subject}";
    }

    private static string OfValue(NodeId node, SimulatedCluster cluster)
    {
        var value = cluster.Node(node).Store.Current;
        return cluster.Condition(node).IsUp
            ? FormattableString.Invariant($"{node} holds {value.Value}, generation {value.Generation}")
            : $"{node} is not running";
    }
}
