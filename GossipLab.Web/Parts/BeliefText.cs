using GossipLab.Core.Protocol;
using GossipLab.Web.RealClusters.Watching;
using GossipLab.Web.Words;

namespace GossipLab.Web.Parts;

/// <summary>Beliefs as words and as signs: a colour never speaks alone.</summary>
internal static class BeliefText
{
    /// <summary>All beliefs, in the order of the legend.</summary>
    public static IReadOnlyList<Belief> All { get; } =
        [Belief.Alive, Belief.Suspect, Belief.Dead, Belief.Left, Belief.Absent, Belief.Unknown];

    /// <summary>In a word, as people and tests read it.</summary>
    public static string Of(Belief belief) => belief switch
    {
        Belief.Alive => UiText.Matrix.Alive,
        Belief.Suspect => UiText.Matrix.Suspect,
        Belief.Dead => UiText.Matrix.Dead,
        Belief.Left => UiText.Matrix.Left,
        Belief.Absent => UiText.Matrix.Absent,
        _ => UiText.Matrix.Unknown,
    };

    /// <summary>As a sign.</summary>
    public static string SignOf(Belief belief) => belief switch
    {
        Belief.Alive => "✓",
        Belief.Suspect => "?",
        Belief.Dead => "✕",
        Belief.Left => "↩",
        Belief.Absent => "–",
        _ => "",
    };

    /// <summary>As the style sheet reads it.</summary>
    public static string MarkOf(Belief belief) => belief.ToString().ToLowerInvariant();

    /// <summary>What stands behind a cell.</summary>
    public static string Told(NodeId observer, NodeId subject, Belief belief, uint incarnation) =>
        belief == Belief.Unknown
            ? UiText.Matrix.CellUnknown(observer.ToString(), subject.ToString())
            : UiText.Matrix.Cell(observer.ToString(), subject.ToString(), Of(belief), incarnation);
}
