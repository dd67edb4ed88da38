using GossipLab.Core.Primitives;

namespace GossipLab.Core.Simulation.Checkpoints;

/// <summary>
/// One course of a run. The first lane is the run as it went; every other shares the course of its parent up to the
/// moment it parted, and differs by commands after it.
/// </summary>
public sealed class Lane
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 60;

    internal Lane(int id, string name, Lane? parent, Instant forkedAt)
    {
        Id = id;
        Name = name;
        Parent = parent;
        ForkedAt = forkedAt;
    }

    /// <summary>Its number among the lanes of the run, never used twice; 0 for the first.</summary>
    public int Id { get; }

    /// <summary>Its name; 1 to <see cref="LongestName"/> characters.</summary>
    public string Name { get; internal set; }

    /// <summary>The lane it parted from; null for the first.</summary>
    public Lane? Parent { get; internal set; }

    /// <summary>The last moment it shares with its parent; zero for the first.</summary>
    public Instant ForkedAt { get; internal set; }

    /// <summary>The farthest place it has reached.</summary>
    public RunPosition Edge { get; internal set; }

    /// <summary>All its commands from time zero on, those of the shared part included, in order of time.</summary>
    public IReadOnlyList<TimedCommand> Commands { get; internal set; } = [];

    /// <summary>Whether a place of a lane is a place of this one too: its own, or on the way it shares.</summary>
    internal bool Shares(Lane other, RunPosition position)
    {
        var shared = Instant.Max;
        for (var lane = this; lane is not null; lane = lane.Parent)
        {
            if (lane == other)
            {
                return position.At <= shared;
            }

            shared = lane.ForkedAt < shared ? lane.ForkedAt : shared;
        }

        return false;
    }

    /// <summary>Whether a name can be given to a lane.</summary>
    /// <param name="name">The name.</param>
    public static bool IsName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is > 0 and <= LongestName && !string.IsNullOrWhiteSpace(name) && !name.Any(char.IsControl);
    }
}
