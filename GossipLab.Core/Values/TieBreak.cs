namespace GossipLab.Core.Values;

/// <summary>Which of two values of one generation a node holds. Newer generations always win.</summary>
public enum TieBreak : byte
{
    /// <summary>
    /// A total order on (generation, writer): simultaneous sets converge on the value of the higher node id. The
    /// default.
    /// </summary>
    HighestWriter,

    /// <summary>
    /// The own one: only a strictly higher generation is taken. Exactly the article's program; simultaneous sets stay
    /// split until the next set.
    /// </summary>
    KeepMine,

    /// <summary>The greater value wins: converges, and the smaller write is lost.</summary>
    HighestValue,

    /// <summary>Both are kept as siblings until a later set replaces them: no write is lost.</summary>
    KeepBoth,

    /// <summary>
    /// Nothing: what each writer changed is kept apart and added, a counter (PN-counter, Shapiro et al. 2011; one
    /// number and one version a writer, as replicated databases keep it). A set changes the writer's own part by the
    /// difference to what it reads. No change is lost; no bound can be kept.
    /// </summary>
    Sum,
}
