using GossipLab.Core.Experiments.Models;

namespace GossipLab.Web.Features.Models;

/// <summary>Measures the models once in the life of the server, when somebody first asks.</summary>
public sealed class ModelDesk
{
    private readonly Lazy<Task<IReadOnlyList<ModelCheck>>> _checks = new(() => Task.Run(Measure));

    /// <summary>How far off each model is.</summary>
    public Task<IReadOnlyList<ModelCheck>> Checks => _checks.Value;

    private static IReadOnlyList<ModelCheck> Measure() => [.. ModelChecks.All.Select(measure => measure())];
}
