using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <content>What the dice said about a message that was lost, for those who ask why.</content>
public sealed partial class SimulatedNetwork
{
    /// <summary>The draw that lost a message at random; null where the network, as it is now, loses it not.</summary>
    internal LossDraw? DrawOf(NodeId from, NodeId to, Instant sentAt, int placeInTurn)
    {
        var key = KeyOf(from, to, placeInTurn);
        _links.TryGetValue((from.Index, to.Index), out var link);
        return Hit(sentAt, key, Loss) ?? Hit(sentAt, ~key, link.Loss)
            ?? Hit(sentAt, key ^ NodeSalt, LossOf(from)) ?? Hit(sentAt, (key + 1) ^ NodeSalt, LossOf(to));
    }

    private Ratio LossOf(NodeId node) => _nodeLoss.TryGetValue(node.Index, out var loss) ? loss : Ratio.Zero;

    private LossDraw? Hit(Instant sentAt, ulong key, Ratio chance) => Rolls(DiceStream.Loss, sentAt, key, chance)
        ? new LossDraw(_dice.Roll(DiceStream.Loss, sentAt, key).Next() / Math.Pow(2, 64), chance) : null;

    /// <summary>A draw that lost a message.</summary>
    /// <param name="Roll">What was drawn; 0 to 1, below the chance.</param>
    /// <param name="Chance">The chance of being lost.</param>
    internal readonly record struct LossDraw(double Roll, Ratio Chance);
}
