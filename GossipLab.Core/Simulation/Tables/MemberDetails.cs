using GossipLab.Core.Membership;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Tables;

/// <summary>
/// Addresses, metas and versions, each different set kept once. Number 0 is what a simulated node has unless somebody
/// says otherwise: its own number as address, no meta, today's versions.
/// </summary>
internal sealed class MemberDetails
{
    private readonly Dictionary<Set, int> _numbers = [];
    private readonly List<Set> _sets = [default];

    /// <summary>Details of their own with the same numbers.</summary>
    public MemberDetails Copy()
    {
        var copy = new MemberDetails();
        foreach (var (set, number) in _numbers)
        {
            copy._numbers.Add(set, number);
        }

        copy._sets.AddRange(_sets.Skip(1));
        return copy;
    }

    public int NumberOf(in Member member)
    {
        var isOwnAddress = member.Address == NodeAddress.Of(member.Id);
        if (isOwnAddress && member.Versions == ProtocolVersions.Current && member.Meta.Bytes == 0)
        {
            return 0;
        }

        var set = new Set(isOwnAddress ? null : member.Address, member.Meta, member.Versions);
        if (!_numbers.TryGetValue(set, out var number))
        {
            number = _sets.Count;
            _numbers.Add(set, number);
            _sets.Add(set);
        }

        return number;
    }

    public Belief Encode(in Member member) =>
        new(member.State, member.Incarnation, member.Since, NumberOf(member));

    public Member Decode(NodeId id, in Belief belief)
    {
        var member = new Member(id, belief.State, belief.Incarnation, belief.Since);
        if (belief.Details == 0)
        {
            return member with { Address = NodeAddress.Of(id), Versions = ProtocolVersions.Current };
        }

        var set = _sets[belief.Details];
        return member with { Address = set.Address ?? NodeAddress.Of(id), Meta = set.Meta, Versions = set.Versions };
    }

    private readonly record struct Set(NodeAddress? Address, MemberMeta Meta, ProtocolVersions Versions);
}
