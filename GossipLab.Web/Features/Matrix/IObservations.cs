using GossipLab.Core.Protocol;

namespace GossipLab.Web.Features.Matrix;

/// <summary>
/// What is known of a cluster at one moment: of a simulated one everything, of a real one what was heard.
/// </summary>
public interface IObservations
{
    /// <summary>How many nodes there are.</summary>
    int Nodes { get; }

    /// <summary>Whether a node's process runs, so that it has a view.</summary>
    bool IsUp(int node);

    /// <summary>What one believes of another: one of the beliefs, or unknown.</summary>
    CellKind Belief(int observer, int subject);

    /// <summary>The incarnation that stands behind a belief; null where it is not kept.</summary>
    uint? Incarnation(int observer, int subject);

    /// <summary>The value a node holds; null where nobody knows.</summary>
    VersionedValue? Value(int node);
}
