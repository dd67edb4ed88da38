using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Web.RealClusters.Watching;

/// <summary>Who is known to hold the newest value. Colours stay with the values that have them.</summary>
public sealed class ObservedCensus
{
    private const int MostValues = 64;

    private readonly List<HeldHere> _newest = [];

    /// <summary>The newest generation that a running node is known to hold.</summary>
    public Generation Newest { get; private set; } = Generation.Zero;

    /// <summary>How many running nodes are known to hold it.</summary>
    public int Informed { get; private set; }

    /// <summary>How many processes run.</summary>
    public int Running { get; private set; }

    /// <summary>How many of them hold nobody knows what.</summary>
    public int Unknown { get; private set; }

    /// <summary>The newest values, who wrote them, how many hold them and their colours.</summary>
    public IReadOnlyList<HeldHere> Values => _newest;

    /// <summary>Whether all running nodes are known to hold one value that somebody set.</summary>
    public bool IsConverged =>
        Newest > Generation.Zero && Running > 0 && Informed == Running && _newest.Count == 1;

    /// <summary>The colour of a value: 1 to 3, or 0 when it is not a newest one.</summary>
    public int SlotOf(VersionedValue? value)
    {
        if (value is { } held && held.Generation == Newest && Newest > Generation.Zero)
        {
            return _newest.Find(one => one.Value == held.Value && one.Writer == held.Writer)?.Slot ?? 0;
        }

        return 0;
    }

    /// <summary>Counts anew.</summary>
    public void Count(IReadOnlyList<ObservedNode> nodes)
    {
        var generation = new Generation(
            nodes.Where(node => node.IsUp).Max(node => node.Value?.Generation.Number) ?? 0);
        HeldHere[] before = generation == Newest ? [.. _newest] : [];
        _newest.Clear();
        Running = nodes.Count(node => node.IsUp);
        Unknown = nodes.Count(node => node.IsUp && node.Value is null);
        Newest = generation;
        Informed = 0;
        foreach (var node in nodes)
        {
            if (node.IsUp && node.Value is { } value && value.Generation == Newest && Newest > Generation.Zero)
            {
                Informed++;
                Hold(value, before);
            }
        }
    }

    private void Hold(in VersionedValue value, HeldHere[] before)
    {
        var (number, writer) = (value.Value, value.Writer);
        var place = _newest.FindIndex(one => one.Value == number && one.Writer == writer);
        if (place >= 0)
        {
            _newest[place] = _newest[place] with { Holders = _newest[place].Holders + 1 };
        }
        else if (_newest.Count < MostValues)
        {
            var known = Array.Find(before, one => one.Value == number && one.Writer == writer);
            _newest.Add(new HeldHere(number, writer, 1, known?.Slot ?? FreeSlot(before)));
        }
    }

    private int FreeSlot(HeldHere[] before)
    {
        for (var slot = 1; slot < 3; slot++)
        {
            if (!_newest.Exists(held => held.Slot == slot) && !Array.Exists(before, held => held.Slot == slot))
            {
                return slot;
            }
        }

        return 3;
    }
}

/// <summary>A newest value: its writer, how many hold it, and its colour from 1 to 3.</summary>
public sealed record HeldHere(long Value, NodeId Writer, int Holders, int Slot);
