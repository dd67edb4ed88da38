namespace GossipLab.Tests.House;

/// <summary>
/// The floors of docs/ARCHITECTURE.md. A namespace may name those on lower floors and itself; namespaces on one floor
/// are strangers.
/// </summary>
internal sealed class Floors
{
    private readonly string _root;
    private readonly string[][] _floors;

    private Floors(string root, params string[][] floors)
    {
        _root = root;
        _floors = floors;
    }

    public static Floors OfCore { get; } = new("GossipLab.Core",
        ["Primitives"],
        ["Protocol"],
        ["Values", "Dissemination", "Wire"],
        ["Membership"],
        ["Nodes"],
        ["Simulation", "Hosting"],
        ["Experiments"]);

    public static Floors OfNode { get; } = new("GossipLab.Node",
        ["Words"],
        ["Settings", "Security", "Storage"],
        ["Transport"],
        ["Api"],
        ["Running"]);

    public static Floors OfWeb { get; } = new("GossipLab.Web",
        ["Words"],
        ["Expressions"],
        ["Labs"],
        ["RealClusters", "Lessons", "Sweeps", "Tuning"],
        ["Parts"],
        ["Features", "Shell"],
        ["Pages"]);

    /// <summary>Why a file of one namespace must not name another, or null if it may.</summary>
    public string? FindFault(string from, string to)
    {
        if (!to.StartsWith(_root + ".", StringComparison.Ordinal) || PartOf(from) == PartOf(to))
        {
            return null;
        }

        var (mine, other) = (FloorOf(from), FloorOf(to));
        return (mine, other) switch
        {
            (null, _) => $"{from} has no floor: give it one in {nameof(Floors)} and in docs/ARCHITECTURE.md",
            (_, null) => $"{to} has no floor: give it one in {nameof(Floors)} and in docs/ARCHITECTURE.md",
            _ when other < mine => null,
            _ => $"{from} (floor {mine}) names {to} (floor {other})",
        };
    }

    // Each feature is a part of its own: two features are strangers though they share a folder.
    private string PartOf(string name)
    {
        var steps = name[_root.Length..].Split('.', StringSplitOptions.RemoveEmptyEntries);
        return steps is ["Features", var feature, ..] ? $"Features.{feature}" : steps.FirstOrDefault("");
    }

    private int? FloorOf(string name)
    {
        var folder = PartOf(name).Split('.')[0];
        var floor = Array.FindIndex(_floors, names => names.Contains(folder));
        return floor < 0 ? null : floor;
    }
}
