using GossipLab.Core.Protocol;
using GossipLab.Web.Labs;

namespace GossipLab.Web.RealClusters.Watching;

/// <summary>Real nodes as the stage draws them. What is unknown is drawn as unknown.</summary>
public static class ObservedMarks
{
    private const byte Stale = 4, Tie = 32;
    private const byte Alive = 1, Suspect = 2, Dead = 3, Left = 4, Unknown = 6;
    private const byte Down = 1, Paused = 2, Crown = 8, Lossy = 16, HasLeft = 32;

    /// <summary>A node.</summary>
    /// <param name="cluster">What was heard of all.</param>
    /// <param name="id">Which.</param>
    public static NodeMark Of(ObservedCluster cluster, NodeId id)
    {
        var node = cluster.Node(id);
        var (ring, aux) = cluster.Lens is { } observer
            ? (RingOf(cluster.Beliefs.Of(observer, id), observer == id), (byte)0) : RingOfMost(cluster, node);
        var value = node.Value ?? default;
        return new NodeMark(
            FillOf(cluster, node), ring, BadgesOf(cluster, node), aux, value.Value,
            (uint)Math.Clamp(value.Generation.Number, 0, uint.MaxValue), node.Incarnation ?? 0);
    }

    private static byte FillOf(ObservedCluster cluster, ObservedNode node)
    {
        var slot = node.IsUp ? cluster.Census.SlotOf(node.Value) : 0;
        if (slot == 0)
        {
            return node.Value is { } value && value.Generation > Generation.Zero ? Stale : (byte)0;
        }

        return cluster.Census.Values.Count > 1 ? (byte)(slot | Tie) : (byte)slot;
    }

    private static byte BadgesOf(ObservedCluster cluster, ObservedNode node)
    {
        var badges = 0;
        badges |= node.Process is ProcessState.Ended or ProcessState.NotStarted ? Down : 0;
        badges |= node.Process == ProcessState.Left ? HasLeft : 0;
        badges |= node.Process == ProcessState.Paused ? Paused : 0;
        badges |= cluster.Lens == node.Id ? Crown : 0;
        badges |= cluster.Network.LossOf(node.Id) > 0 ? Lossy : 0;
        return (byte)badges;
    }

    private static byte RingOf(Belief belief, bool isSelf) => belief switch
    {
        Belief.Alive => Alive,
        Belief.Suspect => Suspect,
        Belief.Dead => Dead,
        Belief.Left => Left,
        _ => isSelf ? (byte)0 : Unknown,
    };

    // Without a lens the ring says what the others believe, with their number: a count, not an opinion.
    private static (byte Ring, byte Aux) RingOfMost(ObservedCluster cluster, ObservedNode node)
    {
        var suspecting = cluster.Beliefs.Count(node.Id, Belief.Suspect);
        var burying = cluster.Beliefs.Count(node.Id, Belief.Dead);
        if (suspecting == 0 && burying == 0)
        {
            var isFog = node.Process == ProcessState.Unknown
                || (node.IsUp && node.Process != ProcessState.Paused && node.Value is null);
            return (isFog ? Unknown : node.Process == ProcessState.Left ? Left : (byte)0, 0);
        }

        return burying >= suspecting
            ? (Dead, (byte)Math.Min(burying, byte.MaxValue)) : (Suspect, (byte)Math.Min(suspecting, byte.MaxValue));
    }
}
