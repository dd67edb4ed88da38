using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation.Causes;
using GossipLab.Web.Labs;

namespace GossipLab.Web.Features.Why;

/// <summary>What somebody means who asks «why?» without saying of what.</summary>
internal static class WhyQuestion
{
    /// <summary>The question, from what is chosen and focused; null where nothing is.</summary>
    /// <param name="view">What is shown.</param>
    /// <param name="focused">The node that has the focus, or null.</param>
    public static Question? Of(LabView view, NodeId? focused)
    {
        if (view.SelectedFlight is { } flight)
        {
            return Question.OfMessage(flight.Flight, flight.Message);
        }

        if ((focused ?? view.Selected?.Id) is not { } node)
        {
            return null;
        }

        if (view.Lens is { } lens && lens != node)
        {
            return Question.OfBelief(lens, node);
        }

        return Trouble(view, node) ?? (IsInformed(view, node) ? Question.OfValue(node) : Question.OfIgnorance(node));
    }

    // What is most worth asking about a node is whom it does not take for alive.
    private static Question? Trouble(LabView view, NodeId node)
    {
        foreach (var row in view.Selected?.Id == node ? view.Selected.Membership?.Members ?? [] : [])
        {
            if (row.Member.Id != node && row.Member.State != MemberState.Alive)
            {
                return Question.OfBelief(node, row.Member.Id);
            }
        }

        return null;
    }

    private static bool IsInformed(LabView view, NodeId node) => view.Selected is { } chosen && chosen.Id == node
        ? chosen.Value.Generation >= view.Newest
        : node.Index >= view.NodeRows.Count || view.NodeRows[node.Index].IsInformed;
}
