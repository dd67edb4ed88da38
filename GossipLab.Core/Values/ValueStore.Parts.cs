using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Values;

/// <content>The parts of a sum: what each writer changed, with how many changes that was.</content>
public sealed partial class ValueStore
{
    /// <summary>How many writers a sum has room for (<see cref="TieBreak.Sum"/>); 64.</summary>
    public const int MaxWriters = 64;

    private Rule SetPart(long value, Instant now)
    {
        var place = PlaceOf(_self);
        var own = place < 0 ? new VersionedValue(0, Generation.Zero, _self) : _siblings![place];
        var part = new VersionedValue(unchecked(own.Value + value - _current.Value), own.Generation.Next, _self);
        return PutPart(part, _self, now) ? Rule.ValueSet : Rule.ValueSetRefused;
    }

    private Rule OfferPart(in VersionedValue offered, NodeId from, Instant now)
    {
        var place = PlaceOf(offered.Writer);
        if (offered.Generation == Generation.Zero)
        {
            return Rule.ValueKnown;
        }

        // A writer that lost its disk counts anew and can give one number to two parts.
        var order = place < 0 ? 1 : OrderOfParts(offered, _siblings![place]);
        return order switch
        {
            < 0 => Rule.ValueOlder,
            0 => Rule.ValueKnown,
            _ => PutPart(offered, from, now) ? Rule.ValueAccepted : Rule.ValueTieLost,
        };
    }

    private static int OrderOfParts(in VersionedValue left, in VersionedValue right) =>
        left.Generation == right.Generation
            ? left.Value.CompareTo(right.Value) : left.Generation.CompareTo(right.Generation);

    private int PlaceOf(NodeId writer)
    {
        for (var place = 0; place < _count; place++)
        {
            if (_siblings![place].Writer == writer)
            {
                return place;
            }
        }

        return -1;
    }

    // Nobody's part, with which a node is born, makes room for the first that is somebody's.
    private bool PutPart(in VersionedValue part, NodeId from, Instant now)
    {
        var place = PlaceOf(part.Writer);
        var count = _siblings![0].Generation == Generation.Zero ? 0 : _count;
        if (place < 0 && count == MaxWriters)
        {
            return false;
        }

        if (place < 0 && count == _siblings.Length)
        {
            Array.Resize(ref _siblings, 2 * count);
        }

        var siblings = _siblings.AsSpan();

        Remember(from, now);
        if (place < 0)
        {
            for (place = count; place > 0 && siblings[place - 1].Writer.Index < part.Writer.Index; place--)
            {
                siblings[place] = siblings[place - 1];
            }

            _count = count + 1;
        }

        siblings[place] = part;
        var (sum, changes) = (_options.InitialValue, 0L);
        foreach (ref readonly var each in siblings[.._count])
        {
            (sum, changes) = (unchecked(sum + each.Value), changes + each.Generation.Number);
        }

        _current = new VersionedValue(sum, new Generation(changes), siblings[0].Writer);
        return true;
    }
}
