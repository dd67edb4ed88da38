using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <content>How peers are drawn (memberlist's kRandomNodes).</content>
public sealed partial class SwimMembership
{
    private enum PeerUse : byte
    {
        Help,
        Gossip,
        Sync,
    }

    // Few members are all looked at in a random order, so that none that is eligible is missed; of many some are drawn.
    private int PickPeers<TEffects>(in Turn<TEffects> turn, PeerUse use, NodeId except, Span<NodeId> picked)
        where TEffects : struct, IEffects
    {
        var rng = turn.Roll(use switch
        {
            PeerUse.Help => DiceStream.IndirectPeers,
            PeerUse.Gossip => DiceStream.GossipTargets,
            _ => DiceStream.SyncPeer,
        });
        var many = 3 * picked.Length;
        return _table.Count < many
            ? PickOfAll(turn.Now, use, except, ref rng, picked)
            : PickByDraws(turn.Now, use, except, ref rng, picked);
    }

    private int PickOfAll(Instant now, PeerUse use, NodeId except, ref Rng rng, Span<NodeId> picked)
    {
        Span<NodeId> all = stackalloc NodeId[_table.Count];
        var count = 0;
        for (var place = 0; count < all.Length; place++)
        {
            all[count] = new NodeId(place);
            count += _table.Knows(all[count]) ? 1 : 0;
        }

        count = 0;
        for (var place = all.Length - 1; place >= 0 && count < picked.Length; place--)
        {
            var other = rng.Below(place + 1);
            (all[place], all[other]) = (all[other], all[place]);
            if (all[place] != except && IsEligible(all[place], use, now))
            {
                picked[count++] = all[place];
            }
        }

        return count;
    }

    private int PickByDraws(Instant now, PeerUse use, NodeId except, ref Rng rng, Span<NodeId> picked)
    {
        var count = 0;
        for (var tries = 3 * _table.Places; tries > 0 && count < picked.Length; tries--)
        {
            var id = new NodeId(rng.Below(_table.Places));
            if (id != except && !picked[..count].Contains(id) && IsEligible(id, use, now))
            {
                picked[count++] = id;
            }
        }

        return count;
    }

    private bool IsEligible(NodeId id, PeerUse use, Instant now)
    {
        if (id == _self)
        {
            return false;
        }

        return _table.StateOf(id) switch
        {
            MemberState.Alive => true,
            MemberState.Suspect => use == PeerUse.Gossip,
            MemberState.Dead => use == PeerUse.Gossip && IsJustDead(id, now),
            _ => false,
        };
    }

    // The dead hear gossip for a while, so that those who are not can refute.
    private bool IsJustDead(NodeId id, Instant now) =>
        _table.TryFind(id, out var member) && now - member.Since <= _options.GossipToTheDeadTime;
}
