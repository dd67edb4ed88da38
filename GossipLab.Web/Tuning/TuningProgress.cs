namespace GossipLab.Web.Tuning;

/// <summary>How far a search is.</summary>
/// <param name="Done">Runs that are done.</param>
/// <param name="Needed">Runs there will be.</param>
/// <param name="Round">The round that is played: 1 to 4.</param>
/// <param name="Left">How long the rest will take at the pace so far; null before the first run.</param>
public sealed record TuningProgress(int Done, int Needed, int Round, TimeSpan? Left);
