using GossipLab.Core.Protocol;

namespace GossipLab.Web.Labs;

/// <summary>What changes rarely on the stage.</summary>
/// <param name="Nodes">How many nodes there are.</param>
/// <param name="Epoch">Counts the runs shown at this place.</param>
public sealed record StageScene(int Nodes, int Epoch)
{
    /// <summary>The zone of each node; null where there is one zone.</summary>
    public IReadOnlyList<int>? Zones { get; init; }

    /// <summary>The walls that stand: a name and the nodes of one side.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<int> Side)> Walls { get; init; } = [];

    /// <summary>Links that carry nothing: from a node to another.</summary>
    public IReadOnlyList<(int From, int To)> Cuts { get; init; } = [];

    /// <summary>Whose eyes are used; null for the truth.</summary>
    public NodeId? Lens { get; init; }

    /// <summary>The newest values and the colours they are drawn in.</summary>
    public IReadOnlyList<(int Slot, long Value)> Values { get; init; } = [];

    /// <summary>A node to draw attention to.</summary>
    public int? Cue { get; init; }
}
