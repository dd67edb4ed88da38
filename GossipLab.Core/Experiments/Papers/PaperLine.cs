namespace GossipLab.Core.Experiments.Papers;

/// <summary>One line of a table.</summary>
/// <param name="Case">What was run, in the paper's words.</param>
/// <param name="Figures">One for each quantity of the table, in order.</param>
public sealed record PaperLine(string Case, IReadOnlyList<PaperFigure> Figures);
