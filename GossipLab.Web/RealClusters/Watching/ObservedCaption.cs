using GossipLab.Core.Protocol;
using GossipLab.Web.Labs;

namespace GossipLab.Web.RealClusters.Watching;

/// <summary>Says what was just heard of a real cluster in one plain sentence.</summary>
public sealed class ObservedCaption
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1.2);

    private TimeSpan? _shownAt;
    private Generation _saidConverged = Generation.Zero;

    /// <summary>The sentence.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The node it is about.</summary>
    public NodeId? Node { get; private set; }

    /// <summary>Looks at what was heard since the last sentence.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="wall">The time on the wall, from any beginning.</param>
    public void Update(ObservedCluster cluster, TimeSpan wall)
    {
        if (_shownAt is { } shown && wall - shown < Pause && cluster.Watch.Command is null)
        {
            return;
        }

        if (Compose(cluster) is var (text, node))
        {
            (Text, Node, _shownAt) = (text, node.IsSomebody ? node : null, wall);
            cluster.Watch.Clear();
        }
    }

    private (string Text, NodeId Node)? Compose(ObservedCluster cluster)
    {
        var (watch, census) = (cluster.Watch, cluster.Census);
        if (watch.Command is { } command)
        {
            return (NewsText.Of(command), Core.Simulation.CommandFaults.NodeOf(command));
        }

        if (census.IsConverged && _saidConverged != census.Newest && cluster is { SetAt: { } set, InformedAt: { } end })
        {
            _saidConverged = census.Newest;
            var (value, seconds) = (census.Values[0].Value, (end - set).TotalSeconds);
            return (FormattableString.Invariant(
                $"All {census.Running} know {value}, {seconds:0.00} s after it was set."), NodeId.None);
        }

        if (watch.Report is { } report && NewsText.Of(report.Node, report.What) is { } text)
        {
            return (text, report.Node);
        }

        return watch.Learned switch
        {
            0 => null,
            1 => (FormattableString.Invariant($"{watch.LastLearner} learns {watch.LastValue}."), watch.LastLearner),
            _ => (FormattableString.Invariant(
                $"{watch.Learned} nodes learn {watch.LastValue}; {census.Informed} of {census.Running} know it."),
                watch.LastLearner),
        };
    }
}
