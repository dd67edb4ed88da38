using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Checks;

/// <summary>
/// Expected to break: a value that a node accepted from a client stays somewhere until a client replaces it at a node
/// that holds it. Ties, restarts with an empty disk and crashes lose such writes.
/// </summary>
public sealed class AcceptedWriteIsVisible : ICheck
{
    /// <summary>How many writes are watched at a time; later ones wait for an end of earlier ones.</summary>
    public const int MostWrites = 64;

    private TouchedNodes _touched = new();
    private List<(VersionedValue Write, bool IsReplaced)> _open = [];
    private SimulatedCluster? _cluster;

    /// <inheritdoc/>
    public string Name => "an-accepted-write-stays-visible";

    /// <inheritdoc/>
    public string Promise => "An accepted write is visible until a client that could read it replaces it.";

    /// <inheritdoc/>
    public Violation? Broken { get; private set; }

    /// <inheritdoc/>
    public void OnStarted(SimulatedCluster cluster) => _cluster = cluster;

    /// <inheritdoc/>
    public void OnCommand(in TraceStamp stamp, ClusterCommand command)
    {
        _touched.Add(stamp.Node);

        // The command is shown before it is carried out: what the node holds now is what the client replaces.
        if (command is SetValue set && _cluster is { } cluster && set.Node.Index < cluster.NodeCount)
        {
            for (var index = 0; index < _open.Count; index++)
            {
                if (cluster.Node(set.Node).Store.Siblings.Contains(_open[index].Write))
                {
                    _open[index] = _open[index] with { IsReplaced = true };
                }
            }
        }
    }

    /// <inheritdoc/>
    public void OnReported(in TraceStamp stamp, in NodeEvent what)
    {
        if (what.Kind != NodeEventKind.ValueChanged)
        {
            return;
        }

        _touched.Add(stamp.Node);
        if (what.Rule == Rule.ValueSet && Broken is null && _open.Count < MostWrites)
        {
            _open.Add((new VersionedValue(what.Value, new Generation(what.Number), stamp.Node), false));
        }
    }

    /// <inheritdoc/>
    public void OnStepped()
    {
        if (_cluster is not { } cluster || _touched.Take(cluster).Count == 0 || Broken is not null)
        {
            return;
        }

        for (var index = _open.Count - 1; index >= 0; index--)
        {
            var (write, isReplaced) = _open[index];
            if (!IsHeld(cluster, write))
            {
                _open.RemoveAt(index);
                Broken ??= isReplaced ? null : new Violation(cluster.Now,
                    $"{write.Value}, set at {write.Writer} as generation {write.Generation}, is held by nobody any "
                    + "more, and no client that could read it replaced it");
            }
        }
    }

    /// <inheritdoc/>
    public ICheck Copy()
    {
        var copy = (AcceptedWriteIsVisible)MemberwiseClone();
        (copy._touched, copy._open) = (_touched.Copy(), [.. _open]);
        return copy;
    }

    private static bool IsHeld(SimulatedCluster cluster, in VersionedValue write)
    {
        for (var index = 0; index < cluster.NodeCount; index++)
        {
            var id = new NodeId(index);
            if (cluster.Condition(id).IsUp && cluster.Node(id).Store.Siblings.Contains(write))
            {
                return true;
            }
        }

        return false;
    }
}
