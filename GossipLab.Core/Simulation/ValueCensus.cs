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

    // The different values that are held; each node's place among them, plus one; 0 for a node that does not run.
    private List<Held> _values = [];
    private int[] _holds = [];

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
        (copy._newest, copy._values, copy._holds) = ([.. _newest], [.. _values], [.. _holds]);
        return copy;
    }

    internal void Change(NodeId node, ValueStore? store)
    {
        Held? value = store is null ? null : new Held(store.Current, store.Fingerprint, 0);
        if (Take(node) is { } old)
        {
            Running--;
            if (old.Value.Generation == Newest)
            {
                Remove(old);
            }
        }

        if (value is { } held)
        {
            Running++;
            Put(node, held);
            if (held.Value.Generation > Newest)
            {
                _newest.Clear();
                Informed = 0;
                Newest = held.Value.Generation;
            }
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

    /// <summary>Makes room for so many nodes.</summary>
    internal void Grow(int nodes)
    {
        if (nodes > _holds.Length)
        {
            Array.Resize(ref _holds, Math.Max(nodes, _holds.Length * 2));
        }
    }

    // What a node held, which it holds no more.
    private Held? Take(NodeId node)
    {
        Grow(node.Index + 1);
        var place = _holds[node.Index] - 1;
        if (place < 0)
        {
            return null;
        }

        var value = _values[place];
        _holds[node.Index] = 0;
        _values[place] = value with { Holders = value.Holders - 1 };
        return value;
    }

    private void Put(NodeId node, in Held value)
    {
        var (place, free) = (_values.Count - 1, -1);
        for (; place >= 0 && !(_values[place].Holders > 0 && _values[place].IsSame(value)); place--)
        {
            free = _values[place].Holders == 0 ? place : free;
        }

        place = place >= 0 ? place : free;
        if (place < 0)
        {
            place = _values.Count;
            _values.Add(value);
        }

        var holders = _values[place].Holders;
        _values[place] = value with { Holders = holders + 1 };
        _holds[node.Index] = place + 1;
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
        foreach (var held in _values)
        {
            if (held.Holders > 0 && (!any || held.Value.Generation > Newest))
            {
                Newest = held.Value.Generation;
                any = true;
            }
        }

        foreach (var place in _holds)
        {
            if (place > 0 && _values[place - 1].Value.Generation == Newest)
            {
                Add(_values[place - 1]);
            }
        }
    }

    private readonly record struct Held(VersionedValue Value, ulong Fingerprint, int Holders)
    {
        public bool IsSame(in Held other) => Value == other.Value && Fingerprint == other.Fingerprint;
    }
}
