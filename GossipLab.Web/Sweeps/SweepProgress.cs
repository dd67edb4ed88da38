namespace GossipLab.Web.Sweeps;

/// <summary>How far a sweep is.</summary>
/// <param name="Done">Runs that count and are done.</param>
/// <param name="Needed">Runs that count, as far as is known: it falls when a point's band is narrow enough.</param>
/// <param name="Worked">How long was worked since it was taken up.</param>
/// <param name="Left">How long the rest will take at the pace so far; null before the first run.</param>
public sealed record SweepProgress(int Done, int Needed, TimeSpan Worked, TimeSpan? Left)
{
    /// <summary>Whether every point has its runs.</summary>
    public bool IsComplete => Done == Needed;
}
