using GossipLab.Core.Nodes;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Values;

namespace GossipLab.Web.Labs;

/// <summary>A node as the stage draws it: the eight bytes of a frame but for its index, and its label.</summary>
public readonly record struct NodeMark(
    byte Fill, byte Ring, byte Badges, byte RingAux, long Value, uint Generation,
    uint Incarnation)
{
    private const byte Stale = 4, Hot = 8, Quiet = 16, Tie = 32;
    private const byte Alive = 1, Suspect = 2, Dead = 3, Left = 4, Unknown = 6;
    private const byte Down = 1, Paused = 2, Slow = 4, Crown = 8, Lossy = 16, HasLeft = 32, Cue = 64;

    /// <summary>Reads a node.</summary>
    /// <param name="run">The run.</param>
    /// <param name="id">The node.</param>
    /// <param name="lens">Whose eyes are used; null for the truth.</param>
    /// <param name="cue">A node to draw attention to.</param>
    public static NodeMark Of(LabRun run, NodeId id, NodeId? lens, int? cue)
    {
        var cluster = run.Cluster;
        var node = cluster.Node(id);
        var condition = cluster.Condition(id);
        var (ring, aux) = lens is { } observer ? RingOf(run, id, observer) : RingOfMost(run, id);
        var value = node.Store.Current;
        return new NodeMark(
            FillOf(run, node, condition), ring, BadgesOf(run, id, condition, lens, cue), aux, value.Value,
            (uint)Math.Clamp(value.Generation.Number, 0, uint.MaxValue),
            (node.Swim?.Incarnation ?? node.Heartbeat?.Incarnation)?.Number ?? 0);
    }

    /// <summary>What one observer believes of a member.</summary>
    public static MemberState? Believed(LabRun run, NodeId observer, NodeId subject) =>
        StateOf(run.Cluster.Node(observer), subject);

    /// <summary>What a node believes of a member; null where it does not list it.</summary>
    public static MemberState? StateOf(GossipNode node, NodeId subject)
    {
        if (node.Swim is { } swim)
        {
            return swim.TryFind(subject, out var member) ? member.State : null;
        }

        if (node.Heartbeat is { } heartbeat)
        {
            return heartbeat.TryFind(subject, out var member) ? member.State : null;
        }

        return MemberState.Alive;
    }

    private static byte FillOf(LabRun run, GossipNode node, in NodeCondition condition)
    {
        var census = run.Cluster.Census;
        var slot = condition.IsUp ? census.SlotOf(node.Store) : 0;
        if (slot == 0)
        {
            return node.Store.IsWritten ? Stale : (byte)0;
        }

        var fill = (byte)slot;
        fill |= run.Tells ? node.IsSpreading ? Hot : Quiet : (byte)0;
        return census.Values.Count > 1 ? (byte)(fill | Tie) : fill;
    }

    private static byte BadgesOf(LabRun run, NodeId id, in NodeCondition condition, NodeId? lens, int? cue)
    {
        var badges = 0;
        badges |= condition is { IsUp: false, HasLeft: false } ? Down : 0;
        badges |= condition.HasLeft ? HasLeft : 0;
        badges |= condition.IsPaused ? Paused : 0;
        badges |= condition.Slowness > TimeSpan.Zero ? Slow : 0;
        badges |= lens == id ? Crown : 0;
        badges |= run.Cluster.Network.NodeLoss.ContainsKey(id.Index) ? Lossy : 0;
        badges |= cue == id.Index ? Cue : 0;
        return (byte)badges;
    }

    private static (byte Ring, byte Aux) RingOf(LabRun run, NodeId subject, NodeId observer) =>
        run.Cluster.Node(observer) is { Swim: null, Heartbeat: null }
            ? ((byte)0, (byte)0)
            : (Believed(run, observer, subject) switch
            {
                MemberState.Alive => Alive,
                MemberState.Suspect => Suspect,
                MemberState.Dead => Dead,
                MemberState.Left => Left,
                _ => Unknown,
            }, (byte)0);

    // Without a lens the ring says what the others believe, with their number: a count, not an opinion.
    private static (byte Ring, byte Aux) RingOfMost(LabRun run, NodeId subject)
    {
        var suspecting = run.Beliefs.Suspecting(subject);
        var burying = run.Beliefs.Burying(subject);
        if (suspecting == 0 && burying == 0)
        {
            return run.Cluster.Condition(subject).HasLeft ? (Left, (byte)0) : ((byte)0, (byte)0);
        }

        return burying >= suspecting
            ? (Dead, (byte)Math.Min(burying, byte.MaxValue)) : (Suspect, (byte)Math.Min(suspecting, byte.MaxValue));
    }
}
