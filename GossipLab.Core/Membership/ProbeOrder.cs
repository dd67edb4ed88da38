using System.Numerics;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <summary>
/// Whose turn it is to be probed: everybody once in a random order, then in a new one (SWIM section 4.3). Two probes of
/// one member by one node are at most 2n-1 periods apart. The order is a permutation of all numbers up to a power of
/// two, of which those that nobody has are passed over: so it needs no list, and whoever joins has a random place in
/// it already (memberlist puts a new member at a random place of its list).
/// </summary>
internal struct ProbeOrder
{
    private Permutation _order;
    private int _length;
    private int _next;

    /// <summary>Whether a tick came while a probe ran: one is kept, more are dropped, as by Go's ticker.</summary>
    public bool HasPendingTick { get; set; }

    /// <summary>Whether numbers below a bound have their places; where not, an order with room is begun.</summary>
    public readonly bool HasRoomFor(int places) => places <= _length;

    /// <summary>Begins a new order.</summary>
    /// <param name="key">The randomness.</param>
    /// <param name="places">The numbers below it are in the order, with room for some more.</param>
    public void Begin(ulong key, int places)
    {
        _length = (int)BitOperations.RoundUpToPowerOf2((uint)(places + places / 4));
        _order = new Permutation(key, _length);
        _next = 0;
    }

    /// <summary>Passes its state through a tape.</summary>
    public void Pass(StateTape tape)
    {
        _order = _order.Pass(tape);
        (_length, _next, HasPendingTick) = (tape.Pass(_length), tape.Pass(_next), tape.Pass(HasPendingTick));
    }

    /// <summary>The next in the order.</summary>
    /// <param name="table">Who there is.</param>
    /// <param name="id">The next who is known.</param>
    /// <returns>Whether there is one; if not, the order is at its end.</returns>
    public bool TryTake(MemberTable table, out NodeId id)
    {
        while (_next < _length)
        {
            id = new NodeId(_order[_next++]);
            if (table.Knows(id))
            {
                return true;
            }
        }

        id = NodeId.None;
        return false;
    }
}
