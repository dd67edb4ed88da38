using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.Labs;

namespace GossipLab.Web.Features.Faults;

/// <summary>A wall that is being planned: the nodes of one side.</summary>
public sealed record WallDraft
{
    /// <summary>The nodes chosen so far, in the order of their numbers.</summary>
    public IReadOnlyList<NodeId> Side { get; init; } = [];

    /// <summary>The same with a node more, or less where it was chosen already.</summary>
    public WallDraft Toggle(NodeId node) => new()
    {
        Side = Side.Contains(node) ? [.. Side.Where(chosen => chosen != node)] : [.. Side.Append(node).Order()],
    };

    /// <summary>The first half of all nodes.</summary>
    /// <param name="nodes">How many there are.</param>
    public static WallDraft Half(int nodes) =>
        new() { Side = [.. Enumerable.Range(0, nodes / 2).Select(index => new NodeId(index))] };

    /// <summary>The wall, under the first name that none has.</summary>
    /// <param name="walls">Those that stand.</param>
    public BuildWall ToCommand(IReadOnlyList<WallView> walls)
    {
        var number = 1;
        while (walls.Any(wall => wall.Name == $"w{number}"))
        {
            number++;
        }

        return new BuildWall($"w{number}", Side);
    }
}
