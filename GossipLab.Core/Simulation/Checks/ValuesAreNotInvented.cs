using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Values;

namespace GossipLab.Core.Simulation.Checks;

/// <summary>
/// Every value on every node was once set there or elsewhere with this generation by this writer, or is the one nodes
/// are born with. So generations stay within bounds: none is higher than the number of sets.
/// </summary>
public sealed class ValuesAreNotInvented : ICheck
{
    private TouchedNodes _touched = new();
    private HashSet<VersionedValue> _set = [];
    private readonly bool _isSum;
    private SimulatedCluster? _cluster;
    private long _sets;

    /// <summary>The check.</summary>
    /// <param name="options">How values are kept.</param>
    public ValuesAreNotInvented(ValueOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _isSum = options.TieBreak == TieBreak.Sum;
        _set.Add(new VersionedValue(options.InitialValue, Generation.Zero, NodeId.None));
    }

    /// <inheritdoc/>
    public string Name => "values-are-not-invented";

    /// <inheritdoc/>
    public string Promise => "Every value held was set by its writer, and no generation exceeds the number of sets.";

    /// <inheritdoc/>
    public Violation? Broken { get; private set; }

    /// <inheritdoc/>
    public void OnStarted(SimulatedCluster cluster) => _cluster = cluster;

    /// <inheritdoc/>
    public void OnCommand(in TraceStamp stamp, ClusterCommand command) => _touched.Add(stamp.Node);

    /// <inheritdoc/>
    public void OnReported(in TraceStamp stamp, in NodeEvent what)
    {
        if (what.Rule == Rule.ValueSet)
        {
            _sets++;
            _set.Add(_isSum ? OwnPart(stamp.Node)
                : new VersionedValue(what.Value, new Generation(what.Number), stamp.Node));
        }

        if (what.Kind is NodeEventKind.ValueChanged)
        {
            _touched.Add(stamp.Node);
        }
    }

    /// <inheritdoc/>
    public void OnStepped()
    {
        if (_cluster is not { } cluster)
        {
            return;
        }

        foreach (var id in _touched.Take(cluster))
        {
            foreach (ref readonly var value in cluster.Node(id).Store.Siblings)
            {
                if (!_set.Contains(value) || value.Generation.Number < 0 || value.Generation.Number > _sets)
                {
                    Broken ??= new Violation(cluster.Now, $"{id} holds {value}, which nobody set");
                }
            }
        }
    }

    // A report tells the whole; what travels is the writer's part.
    private VersionedValue OwnPart(NodeId writer)
    {
        foreach (ref readonly var part in _cluster!.Node(writer).Store.Siblings) // It was told of the start.
        {
            if (part.Writer == writer)
            {
                return part;
            }
        }

        return default;
    }

    /// <inheritdoc/>
    public ICheck Copy()
    {
        var copy = (ValuesAreNotInvented)MemberwiseClone();
        copy._touched = _touched.Copy();
        copy._set = [.. _set];
        return copy;
    }
}
