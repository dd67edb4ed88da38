using System.Runtime.CompilerServices;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Tables;

/// <summary>
/// Numbers for what is told of members, so that a node needs one bit to know that it heard something before. A fact
/// that was not told for long may get another number; then it is only looked at once more.
/// </summary>
internal sealed class Facts
{
    /// <summary>The number of what has none: it is looked at each time.</summary>
    public const int None = -1;

    private const int PlaceBits = 13;
    private const ulong Spread = 0x9E3779B97F4A7C15;

    // Made when the first is told: a calm cluster tells none.
    private Fact[] _facts = [];
    private int _last;

    /// <summary>The number of a fact, a new one where it had none.</summary>
    /// <param name="news">What is told.</param>
    public int NumberOf(in MemberUpdate news)
    {
        // Who told of a death changes nothing for whoever knows of it; each accuser counts.
        var from = news.State == MemberState.Suspect ? news.From.Index : 0;
        if (news.State == MemberState.Alive && !IsPlain(news))
        {
            return None;
        }

        _facts = _facts.Length == 0 ? new Fact[1 << PlaceBits] : _facts;
        var about = (ulong)(uint)news.Subject.Index << 32 | news.Incarnation.Number;
        var claim = (ulong)(uint)from << 8 | (byte)news.State;
        ref var fact = ref _facts[(int)((about ^ claim * Spread) * Spread >> (64 - PlaceBits))];
        if (fact.About != about || fact.Claim != claim || _last - fact.Number >= HeardFacts.Remembered)
        {
            (fact.About, fact.Claim, fact.Number) = (about, claim, ++_last);
        }

        return fact.Number;
    }

    // What almost all members say of themselves; others are compared each time.
    private static bool IsPlain(in MemberUpdate alive) => alive.Meta.Bytes == 0
        && alive.Address == NodeAddress.Of(alive.Subject) && alive.Versions == ProtocolVersions.Current;

    private struct Fact
    {
        public ulong About;
        public ulong Claim;
        public int Number;
    }
}
