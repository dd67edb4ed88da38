using GossipLab.Core.Dissemination;

namespace GossipLab.Core.Experiments.Papers;

/// <summary>
/// Demers et al. 1987, section 1.4: what becomes of a rumour that its tellers tire of, at 1,000 sites.
/// </summary>
internal static class DemersTables
{
    private const int Sites = 1_000;
    private const string Title = "Demers et al.: ";
    private const string Source =
        "Demers et al., «Epidemic algorithms for replicated database maintenance», PODC 1987 (CSL-89-1, page 10), ";

    private static readonly string[] Quantities =
        ["residue s", "traffic m, messages a site", "t_last, rounds"];

    // k, then s, m and t_last as printed.
    private static readonly (int K, double Residue, double Traffic, double Last)[] Push =
    [
        (1, 0.18, 1.7, 16.8), (2, 0.037, 3.3, 16.9), (3, 0.011, 4.5, 17.4), (4, 0.0036, 5.6, 17.5),
        (5, 0.0012, 6.7, 17.7),
    ];

    private static readonly (int K, double Residue, double Traffic, double Last)[] Blind =
    [
        (1, 0.96, 0.04, 38), (2, 0.20, 1.6, 33), (3, 0.060, 2.8, 32), (4, 0.021, 3.9, 32), (5, 0.008, 4.9, 32),
    ];

    private static readonly (int K, double Residue, double Traffic, double Last)[] Pull =
    [
        (1, 0.031, 2.7, 17.63), (2, 0.00058, 4.49, 15.39), (3, 0.000004, 6.09, 14.00),
    ];

    /// <summary>Table 1: push, feedback and counter.</summary>
    /// <param name="runs">How many runs a line.</param>
    public static PaperTable CounterTable(int runs) => new(
        Title + "push, feedback and counter", Source + "table 1.",
        Setup("pushes to one site a round and stops after k useless contacts in a row"), "k", Quantities,
        [.. Push.Select(line => Line(line, With(DisseminationMode.Push, StopRule.FeedbackCounter), 32, runs))], runs,
        "It comes out only if a contact «knew already» by the state at the start of the round, and if a useful contact "
        + "sets the counter back. t_ave is left out: no reading of it that we know gives the printed 11 to 12.8.");

    /// <summary>Table 2: push, blind and coin.</summary>
    /// <param name="runs">How many runs a line.</param>
    public static PaperTable CoinTable(int runs) => new(
        Title + "push, blind and coin", Source + "table 2.",
        Setup("pushes to one site a round and stops after each contact with a chance of 1 in k"), "k", Quantities,
        [.. Blind.Select(line => Line(line, With(DisseminationMode.Push, StopRule.BlindCoin), 90, runs))], runs,
        "With k = 1 the rumour dies at a few sites; how long it lives there is mostly luck, so t_last differs.");

    /// <summary>Table 3: pull, feedback and counter.</summary>
    /// <param name="runs">How many runs a line.</param>
    public static PaperTable PullTable(int runs) => new(
        Title + "pull, feedback and counter",
        "The same paper, table 3. Its numbers are quoted at second hand; a simulator of our own with the stated rules "
        + "gave 0.0314, 0.00058 and 0.0000045.",
        Setup("asks one site a round; one that still tells the rumour answers, and stops after k rounds in a row in "
            + "which nobody it served needed it"),
        "k", Quantities,
        [.. Pull.Select(line => Line(line, With(DisseminationMode.Pull, StopRule.FeedbackCounter), 40, runs))], runs,
        "At k = 3 four sites in a million are left: fewer than these runs can show.");

    private static string Setup(string rule) =>
        $"{Sites} sites in the engine, all tick at once, messages arrive within the round, one site is set before the "
        + $"first. Each site that knows {rule}.";

    private static DisseminationOptions With(DisseminationMode mode, StopRule stop) =>
        new() { Mode = mode, FanOut = 1, Stop = stop };

    private static PaperLine Line(
        (int K, double Residue, double Traffic, double Last) printed, DisseminationOptions spread, int rounds, int runs)
    {
        var stopping = spread with { StopAfter = printed.K };
        var ends = Seeds.Play(runs, seed => RumorEnd.Of(Sites, stopping, rounds, seed));
        return new PaperLine($"{printed.K}",
        [
            PaperFigure.Of(printed.Residue, [.. ends.Select(end => end.Residue)]),
            PaperFigure.Of(printed.Traffic, [.. ends.Select(end => end.Traffic)]),
            PaperFigure.Of(printed.Last, [.. ends.Select(end => (double)end.LastRound)]),
        ]);
    }
}
