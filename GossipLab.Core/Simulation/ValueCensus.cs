using GossipLab.Core.Protocol;
using GossipLab.Core.Values;

namespace GossipLab.Core.Simulation;

/// <summary>
/// Who holds the newest value, kept up to date change by change. Newest is the highest generation held by any running
/// node; where a tie-break splits the cluster, several values are newest.
/// </summary>
public sealed class ValueCensus
{
    private List<HeldValue> _newest = [];
    private List<Held?> _held = [];

    /// <summary>The highest generation that a running node holds.</summary>
    public Generation Newest { get; private set; } = Generation.Zero;

    /// <summary>The running nodes that hold a value of it.</summary>
    public int Informed { get; private set; }

    /// <summary>The running nodes.</summary>
    public int Running { get; private set; }

    /// <summary>The different values of the newest generation that are held now, in the order they appeared.</summary>
    public IReadOnlyList<HeldValue> Values => _newest;

    /// <summary>Whether every running node holds the same newest value.</summary>
    public bool IsConverged => Running > 0 && Informed == Running && _newest.Count <= 1;

    /// <summary>A newest value and how many running nodes hold it.</summary>
    /// <param name="Value">The value as clients read it.</param>
    /// <param name="Writer">Who set it.</param>
    /// <param name="Holders">How many hold it.</param>
    /// <param name="Slot">1 to 3 for its colour; a further one shares 3.</param>
    /// <param name="Fingerprint">Tells sets of siblings apart that have the same highest writer.</param>
    public readonly record struct HeldValue(long Value, NodeId Writer, int Holders, int Slot, ulong Fingerprint);

    /// <summary>The colour of what a node holds: 1 to 3 where it is newest, 0 where it is not.</summary>
    /// <param name="store">The node's store.</param>
    public int SlotOf(ValueStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (store.Current.Generation != Newest || Newest == Generation.Zero)
        {
            return 0;
        }

        foreach (var held in _newest)
        {
            if (held.Fingerprint == store.Fingerprint)
            {
                return held.Slot;
            }
        }

        return 0;
    }

    /// <summary>The colour of a value on its way: 1 to 3 where it is a newest one, 0 where it is not.</summary>
    /// <param name="value">The value.</param>
    public int SlotOf(in VersionedValue value)
    {
        if (value.Generation != Newest || Newest == Generation.Zero)
        {
            return 0;
        }

        foreach (var held in _newest)
        {
            if (held.Value == value.Value && held.Writer == value.Writer)
            {
                return held.Slot;
            }
        }

        return 0;
    }

    /// <summary>A census of its own that has counted the same.</summary>
    internal ValueCensus Copy()
    {
        var copy = (ValueCensus)MemberwiseClone();
        (copy._newest, copy._held) = ([.. _newest], [.. _held]);
        return copy;
    }

    internal void Change(NodeId node, ValueStore? store)
    {
        Held? value = store is null ? null : new Held(store.Current, store.Fingerprint);
        while (_held.Count <= node.Index)
        {
            _held.Add(null);
        }

        var before = _held[node.Index];
        _held[node.Index] = value;
        Running += (value is null ? 0 : 1) - (before is null ? 0 : 1);
        if (before is { } old && old.Value.Generation == Newest)
        {
            Remove(old);
        }

        if (value is { } held && held.Value.Generation > Newest)
        {
            _newest.Clear();
            Informed = 0;
            Newest = held.Value.Generation;
        }

        if (value is { } current && current.Value.Generation == Newest)
        {
            Add(current);
        }
        else if (Informed == 0)
        {
            Recount();
        }
    }

    private void Add(in Held value)
    {
        Informed++;
        for (var index = 0; index < _newest.Count; index++)
        {
            if (_newest[index].Fingerprint == value.Fingerprint)
            {
                _newest[index] = _newest[index] with { Holders = _newest[index].Holders + 1 };
                return;
            }
        }

        _newest.Add(new HeldValue(value.Value.Value, value.Value.Writer, 1, FreeSlot(), value.Fingerprint));
    }

    private int FreeSlot()
    {
        for (var slot = 1; slot < 3; slot++)
        {
            if (!_newest.Exists(held => held.Slot == slot))
            {
                return slot;
            }
        }

        return 3;
    }

    private void Remove(in Held value)
    {
        Informed--;
        for (var index = 0; index < _newest.Count; index++)
        {
            if (_newest[index].Fingerprint == value.Fingerprint)
            {
                _newest[index] = _newest[index] with { Holders = _newest[index].Holders - 1 };
                if (_newest[index].Holders == 0)
                {
                    _newest.RemoveAt(index);
                }

                return;
            }
        }
    }

    // The last holder of the newest generation is gone: an older one is the newest again.
    private void Recount()
    {
        _newest.Clear();
        Informed = 0;
        Newest = Generation.Zero;
        var any = false;
        foreach (var held in _held)
        {
            if (held is { } value && (!any || value.Value.Generation > Newest))
            {
                Newest = value.Value.Generation;
                any = true;
            }
        }

        foreach (var held in _held)
        {
            if (held is { } value && value.Value.Generation == Newest)
            {
                Add(value);
            }
        }
    }

    private readonly record struct Held(VersionedValue Value, ulong Fingerprint);
}
