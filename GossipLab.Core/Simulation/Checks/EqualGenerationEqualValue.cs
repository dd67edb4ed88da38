using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Checks;

/// <summary>
/// Expected to break: all nodes with the newest generation hold the same value. Two sets in one interval give two
/// values
/// the same generation, since a counter for each node is not a version.
/// </summary>
public sealed class EqualGenerationEqualValue : ICheck
{
    private SimulatedCluster? _cluster;

    /// <inheritdoc/>
    public string Name => "equal-generation-equal-value";

    /// <inheritdoc/>
    public string Promise => "Nodes with the same generation hold the same value.";

    /// <inheritdoc/>
    public Violation? Broken { get; private set; }

    /// <inheritdoc/>
    public void OnStarted(SimulatedCluster cluster) => _cluster = cluster;

    /// <inheritdoc/>
    public void OnStepped()
    {
        if (Broken is null && _cluster is { } cluster && cluster.Census is { Values.Count: > 1 } census
            && census.Newest != Generation.Zero)
        {
            var (one, other) = (census.Values[0], census.Values[1]);
            Broken = new Violation(cluster.Now, one.Value == other.Value
                ? $"{one.Writer} and {other.Writer} both set {one.Value} as generation {census.Newest}"
                : $"generation {census.Newest} is {one.Value} (set at {one.Writer}) and {other.Value} (set at "
                    + $"{other.Writer})");
        }
    }

    /// <inheritdoc/>
    public ICheck Copy() => (ICheck)MemberwiseClone();
}
