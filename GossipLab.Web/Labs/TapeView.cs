using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Checkpoints;

namespace GossipLab.Web.Labs;

/// <summary>The tape of the lane that is shown, and the lanes beside it; immutable.</summary>
public sealed record TapeView
{
    /// <summary>The lane shown.</summary>
    public LaneView Lane { get; init; } = new(0, "main", null, Instant.Zero, Instant.Zero);

    /// <summary>All lanes, the first first.</summary>
    public IReadOnlyList<LaneView> Lanes { get; init; } = [];

    /// <summary>The stretches of the lane shown, up to its edge.</summary>
    public IReadOnlyList<TapeStretch> Stretches { get; init; } = [];

    /// <summary>How long a stretch is.</summary>
    public TimeSpan Width { get; init; }

    /// <summary>Whether nothing of the lane lies ahead.</summary>
    public bool IsAtEdge { get; init; } = true;

    /// <summary>Whether one more lane can be made.</summary>
    public bool CanFork { get; init; } = true;

    /// <summary>While a jump is under way, the share of it that is behind; null otherwise.</summary>
    public double? Progress { get; init; }

    /// <summary>The tape of a run.</summary>
    public static TapeView Of(LabRun run)
    {
        var history = run.History;
        var tape = run.Tapes.Of(history.Lane.Id);
        return new TapeView
        {
            Lane = LaneView.Of(history.Lane),
            Lanes = [.. history.Lanes.Select(LaneView.Of)],
            Stretches = tape.UpTo(history.Lane.Edge.At),
            Width = tape.Width,
            IsAtEdge = history.IsAtEdge,
            CanFork = history.CanFork,
            Progress = history.IsTraveling ? history.Progress : null,
        };
    }
}

/// <summary>A lane as it is drawn.</summary>
public sealed record LaneView(int Id, string Name, int? Parent, Instant ForkedAt, Instant Edge)
{
    /// <summary>A lane as it is now.</summary>
    public static LaneView Of(Lane lane) => new(
        lane.Id, lane.Name, lane.Parent?.Id, lane.ForkedAt,
        lane.Edge.At > lane.ForkedAt ? lane.Edge.At : lane.ForkedAt);
}
