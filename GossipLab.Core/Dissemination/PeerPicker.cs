using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Dissemination;

/// <summary>Picks whom to turn to, from the node's own view only.</summary>
public sealed class PeerPicker
{
    // These remember nothing, so one of each is enough for all nodes.
    private static readonly PeerPicker Uniform = new(PeerSelection.Uniform);
    private static readonly PeerPicker Consecutive = new(PeerSelection.Consecutive);
    private static readonly PeerPicker Same = new(PeerSelection.SamePeerTwice);

    private readonly PeerSelection _selection;
    private Permutation _order;
    private int _orderCount;
    private int _place;

    private PeerPicker(PeerSelection selection) => _selection = selection;

    /// <summary>The picker of one node.</summary>
    /// <param name="selection">How it picks.</param>
    public static PeerPicker Of(PeerSelection selection) => selection switch
    {
        PeerSelection.Uniform => Uniform,
        PeerSelection.Consecutive => Consecutive,
        PeerSelection.SamePeerTwice => Same,
        _ => new PeerPicker(selection),
    };

    /// <summary>Picks live others.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="roster">The members the node knows.</param>
    /// <param name="picked">Filled from its start; its length is the number wanted.</param>
    /// <returns>How many were picked: fewer where fewer are live.</returns>
    public int Pick<TEffects>(in Turn<TEffects> turn, IRoster roster, Span<NodeId> picked)
        where TEffects : struct, IEffects => _selection switch
        {
            PeerSelection.Uniform => PickUniform(turn, roster, picked),
            PeerSelection.ShuffledRoundRobin => PickRoundRobin(turn, roster, picked),
            PeerSelection.Consecutive => PickConsecutive(turn, roster, picked),
            _ => PickSame(turn, roster, picked),
        };

    /// <summary>Passes its state through a tape.</summary>
    internal void Pass(StateTape tape)
    {
        if (_selection == PeerSelection.ShuffledRoundRobin)
        {
            _order = _order.Pass(tape);
            (_orderCount, _place) = (tape.Pass(_orderCount), tape.Pass(_place));
        }
    }

    private static int PickUniform<TEffects>(in Turn<TEffects> turn, IRoster roster, Span<NodeId> picked)
        where TEffects : struct, IEffects
    {
        var rng = turn.Roll(DiceStream.PeerChoice);
        var count = 0;
        for (var tries = 3 * roster.Places; tries > 0 && count < picked.Length; tries--)
        {
            var peer = roster[rng.Below(roster.Places)];
            if (peer != turn.Self && !picked[..count].Contains(peer) && roster.IsLive(peer))
            {
                picked[count++] = peer;
            }
        }

        return count == picked.Length ? count : FillByScan(turn, roster, picked, count, rng.Below(roster.Places));
    }

    // Draws can miss the last few eligible peers of a small cluster (memberlist issue 350); a scan cannot.
    private static int FillByScan<TEffects>(
        in Turn<TEffects> turn, IRoster roster, Span<NodeId> picked, int count, int start)
        where TEffects : struct, IEffects
    {
        for (var step = 0; step < roster.Places && count < picked.Length; step++)
        {
            var peer = roster[(start + step) % roster.Places];
            if (peer != turn.Self && !picked[..count].Contains(peer) && roster.IsLive(peer))
            {
                picked[count++] = peer;
            }
        }

        return count;
    }

    private int PickRoundRobin<TEffects>(in Turn<TEffects> turn, IRoster roster, Span<NodeId> picked)
        where TEffects : struct, IEffects
    {
        var count = 0;
        for (var considered = 0; considered < 2 * roster.Places && count < picked.Length; considered++)
        {
            if (_place >= _orderCount || _orderCount != roster.Places)
            {
                _orderCount = roster.Places;
                _order = new Permutation(turn.Roll(DiceStream.PeerChoice, (ulong)considered).Next(), _orderCount);
                _place = 0;
            }

            var peer = roster[_order[_place++]];
            if (peer != turn.Self && roster.IsLive(peer) && !picked[..count].Contains(peer))
            {
                picked[count++] = peer;
            }
        }

        return count;
    }

    // The article's repository starts at a random member of a map and takes the next ones. Go walks a map in an order
    // of the map's own from a random start, so here the order is the node's own and constant.
    private static int PickConsecutive<TEffects>(in Turn<TEffects> turn, IRoster roster, Span<NodeId> picked)
        where TEffects : struct, IEffects
    {
        var order = new Permutation(turn.Constant(DiceStream.PeerChoice), roster.Places);
        var rng = turn.Roll(DiceStream.PeerChoice);
        var start = rng.Below(roster.Places);
        for (var tries = 3 * roster.Places; tries > 0 && !IsLiveOther(turn, roster, order[start]); tries--)
        {
            start = rng.Below(roster.Places);
        }

        var count = 0;
        for (var step = 0; step < roster.Places && count < picked.Length; step++)
        {
            var place = order[(start + step) % roster.Places];
            if (IsLiveOther(turn, roster, place))
            {
                picked[count++] = roster[place];
            }
        }

        return count;
    }

    private static int PickSame<TEffects>(in Turn<TEffects> turn, IRoster roster, Span<NodeId> picked)
        where TEffects : struct, IEffects
    {
        if (PickUniform(turn, roster, picked[..1]) == 0)
        {
            return 0;
        }

        picked.Fill(picked[0]);
        return picked.Length;
    }

    private static bool IsLiveOther<TEffects>(in Turn<TEffects> turn, IRoster roster, int place)
        where TEffects : struct, IEffects => roster[place] != turn.Self && roster.IsLive(roster[place]);
}
