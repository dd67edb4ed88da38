using GossipLab.Core.Simulation;
using GossipLab.Web.Parts;

namespace GossipLab.Web.Features.Faults;

/// <summary>A latency with a name, to be chosen while a cluster runs.</summary>
internal sealed record LatencyProfile(string Name, LatencyOptions Latency)
{
    /// <summary>The name of a latency that is none of these.</summary>
    public const string OwnName = "own";

    /// <summary>Those that can be chosen, from near to far.</summary>
    public static IReadOnlyList<LatencyProfile> All { get; } =
    [
        new("none", Of(LatencyKind.Fixed, 0, 0)),
        new("one rack, 0.1–0.5 ms", Of(LatencyKind.Uniform, 0.1, 0.4)),
        new("one hall, 10–30 ms", Of(LatencyKind.Uniform, 10, 20)),
        new("across a continent, 40–80 ms", Of(LatencyKind.Uniform, 40, 40)),
        new("across the world, 150–250 ms", Of(LatencyKind.Uniform, 150, 100)),
        new("long tail, 20 ms + 80 ms", Of(LatencyKind.LogNormal, 20, 80)),
    ];

    /// <summary>The profile of a name, or null.</summary>
    public static LatencyProfile? Find(string? name) => All.FirstOrDefault(profile => profile.Name == name);

    /// <summary>The name of a latency.</summary>
    public static string NameOf(LatencyOptions latency) =>
        All.FirstOrDefault(profile => profile.Latency == latency)?.Name ?? OwnName;

    /// <summary>A latency in words.</summary>
    public static string Describe(LatencyOptions latency)
    {
        var least = TimeText.Of(latency.Base);
        return latency.Kind switch
        {
            LatencyKind.Fixed => least,
            LatencyKind.Uniform => $"{least} to {TimeText.Of(latency.Base + latency.Spread)}",
            LatencyKind.Exponential => $"{least} + exponential, mean {TimeText.Of(latency.Spread)}",
            _ => $"{least} + log-normal, median {TimeText.Of(latency.Spread)}",
        };
    }

    private static LatencyOptions Of(LatencyKind kind, double least, double spread) => new()
    {
        Kind = kind,
        Base = TimeSpan.FromMilliseconds(least),
        Spread = TimeSpan.FromMilliseconds(spread),
    };
}
