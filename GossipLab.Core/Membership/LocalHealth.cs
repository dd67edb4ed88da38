using GossipLab.Core.Primitives;

namespace GossipLab.Core.Membership;

/// <summary>
/// How far a node doubts itself: its own missed answers may be its own fault (Lifeguard's local health multiplier,
/// memberlist's awareness). 0 is healthy.
/// </summary>
/// <param name="maxMultiplier">One more than the worst score.</param>
internal struct LocalHealth(int maxMultiplier)
{
    public int Score { get; private set; }

    public int WorstScore { get; } = maxMultiplier - 1;

    /// <summary>Adds to the score, within its bounds.</summary>
    /// <returns>Whether it changed.</returns>
    public bool Add(int delta)
    {
        var before = Score;
        Score = Math.Clamp(Score + delta, 0, WorstScore);
        return Score != before;
    }

    /// <summary>Passes its state through a tape.</summary>
    public void Pass(StateTape tape) => Score = tape.Pass(Score);

    /// <summary>A span stretched by the score plus one.</summary>
    public readonly TimeSpan Stretch(TimeSpan span) => new(span.Ticks * (Score + 1));
}
