namespace GossipLab.Core.Experiments.Papers;

/// <summary>
/// The published tables and curves that the engine reproduces. Seeds are fixed: all find the same numbers.
/// </summary>
public static class PaperTables
{
    /// <summary>Those tables, in the order of <c>docs/PAPERS.md</c>; each is played when asked for.</summary>
    /// <param name="isReduced">
    /// Whether few runs are enough: seconds for all of them and wide bands; otherwise some minutes.
    /// </param>
    public static IReadOnlyList<Func<PaperTable>> All(bool isReduced) =>
    [
        () => DemersTables.CounterTable(isReduced ? 6 : 200),
        () => DemersTables.CoinTable(isReduced ? 6 : 200),
        () => DemersTables.PullTable(isReduced ? 6 : 200),
        () => SwimTables.FirstProbe(isReduced ? 40 : 2_000),
        () => LifeguardTable.Table(isReduced ? 1 : 3, isReduced),
        () => SerfCurve.Table(0, isReduced ? 100 : 2_000),
        () => SerfCurve.Table(25, isReduced ? 100 : 2_000),
    ];
}
