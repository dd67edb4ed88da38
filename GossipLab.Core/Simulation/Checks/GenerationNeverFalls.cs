using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Checks;

/// <summary>A running node never goes back to an older generation; only a restart with a new disk does.</summary>
public sealed class GenerationNeverFalls : ICheck
{
    private TouchedNodes _touched = new();
    private List<(int Life, Generation Generation)> _last = [];
    private SimulatedCluster? _cluster;

    /// <inheritdoc/>
    public string Name => "generation-never-falls";

    /// <inheritdoc/>
    public string Promise => "The generation of a running node never falls.";

    /// <inheritdoc/>
    public Violation? Broken { get; private set; }

    /// <inheritdoc/>
    public void OnStarted(SimulatedCluster cluster) => _cluster = cluster;

    /// <inheritdoc/>
    public void OnCommand(in TraceStamp stamp, ClusterCommand command) => _touched.Add(stamp.Node);

    /// <inheritdoc/>
    public void OnArrived(in TraceStamp stamp, in Flight flight, in Message message) => _touched.Add(stamp.Node);

    /// <inheritdoc/>
    public void OnReported(in TraceStamp stamp, in NodeEvent what) => _touched.Add(stamp.Node);

    /// <inheritdoc/>
    public void OnStepped()
    {
        if (_cluster is not { } cluster)
        {
            return;
        }

        foreach (var id in _touched.Take(cluster))
        {
            Check(cluster, id);
        }
    }

    /// <inheritdoc/>
    public ICheck Copy()
    {
        var copy = (GenerationNeverFalls)MemberwiseClone();
        copy._touched = _touched.Copy();
        copy._last = [.. _last];
        return copy;
    }

    private void Check(SimulatedCluster cluster, NodeId id)
    {
        while (_last.Count <= id.Index)
        {
            _last.Add(default);
        }

        var life = cluster.Condition(id).Life;
        var generation = cluster.Node(id).Store.Current.Generation;
        var (lastLife, last) = _last[id.Index];
        if (life == lastLife && generation < last)
        {
            Broken ??= new Violation(cluster.Now, $"{id} fell from generation {last} to {generation}");
        }

        _last[id.Index] = (life, generation);
    }
}
