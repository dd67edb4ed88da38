using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;
using static GossipLab.Web.Features.Parameters.FieldValues;

namespace GossipLab.Web.Features.Parameters;

/// <summary>The settings of the network at the start.</summary>
internal static class NetworkFields
{
    private const decimal LongestMs = 60_000;

    public static IReadOnlyList<ParameterField> All { get; } =
    [
        new ChoiceField
        {
            Id = "latency-kind",
            Group = ParameterGroup.Network,
            Label = "Latency",
            Hint = "The shape of the time a message takes.",
            Options = Options(
                (LatencyKind.Fixed, "fixed"), (LatencyKind.Uniform, "uniform"),
                (LatencyKind.Exponential, "least + exponential"), (LatencyKind.LogNormal, "least + log-normal")),
            Get = scenario => LatencyOf(scenario).Kind.ToString(),
            Set = (scenario, text) =>
                WithLatency(scenario, latency => latency with { Kind = Parse<LatencyKind>(text) }),
        },
        new NumberField
        {
            Id = "latency-base",
            Group = ParameterGroup.Network,
            Label = "Least",
            Hint = "The least a message takes.",
            Path = "$.network.latency.baseMs",
            In = "ms",
            Least = 0,
            Most = LongestMs,
            Get = scenario => Milliseconds(LatencyOf(scenario).Base),
            Set = (scenario, number) => WithLatency(scenario, latency => latency with { Base = Span(number) }),
        },
        new NumberField
        {
            Id = "latency-spread",
            Group = ParameterGroup.Network,
            Label = "On top",
            Hint = "Uniform: up to so much more. Exponential: the mean of what comes on top. Log-normal: its median.",
            Path = "$.network.latency.spreadMs",
            Applies = scenario => LatencyOf(scenario).Kind != LatencyKind.Fixed,
            In = "ms",
            Least = 0,
            Most = LongestMs,
            Get = scenario => Milliseconds(LatencyOf(scenario).Spread),
            Set = (scenario, number) => WithLatency(scenario, latency => latency with { Spread = Span(number) }),
        },
        new NumberField
        {
            Id = "latency-sigma",
            Group = ParameterGroup.Network,
            Label = "Sigma",
            Hint = "Log-normal: how long the tail is.",
            Path = "$.network.latency.sigmaPercent",
            Applies = scenario => LatencyOf(scenario).Kind == LatencyKind.LogNormal,
            In = "%",
            Least = 0,
            Most = 300,
            IsWhole = true,
            Get = scenario => LatencyOf(scenario).SigmaPercent,
            Set = (scenario, number) => WithLatency(scenario, latency => latency with { SigmaPercent = (int)number }),
        },
        Chance("loss", "Loss", "The share of datagrams that are lost. Streams (TCP) are repaired and never lost so.",
            network => network.Loss, (network, share) => network with { Loss = share }),
        Chance("duplicate", "Duplicates", "The share of datagrams that arrive twice.",
            network => network.Duplicate, (network, share) => network with { Duplicate = share }),
        Chance("reorder", "Reordered", "The share of datagrams held back so that later ones overtake them.",
            network => network.Reorder, (network, share) => network with { Reorder = share }),
        new NumberField
        {
            Id = "zones",
            Group = ParameterGroup.Network,
            Label = "Zones",
            Hint = "Into how many zones the nodes are divided, in blocks of neighbouring numbers.",
            Path = "$.network.zones",
            Least = 1,
            Most = NetworkOptions.MaxZones,
            IsWhole = true,
            Get = scenario => scenario.Network.Zones,
            Set = (scenario, number) => WithZones(scenario, (int)number, BetweenZones(scenario)),
        },
        new NumberField
        {
            Id = "zone-latency",
            Group = ParameterGroup.Network,
            Label = "Zone to zone",
            Hint = "What a message from one zone to another takes on top. A file can say it for every pair.",
            Path = "$.network.zoneLatencyMs",
            Applies = scenario => scenario.Network.Zones > 1,
            In = "ms",
            Least = 0,
            Most = LongestMs,
            Get = scenario => Milliseconds(BetweenZones(scenario)),
            Set = (scenario, number) => WithZones(scenario, scenario.Network.Zones, Span(number)),
        },
    ];

    private static NumberField Chance(
        string id, string label, string hint, Func<NetworkOptions, Ratio> get,
        Func<NetworkOptions, Ratio, NetworkOptions> set) => new()
        {
            Id = id,
            Group = ParameterGroup.Network,
            Label = label,
            Hint = hint,
            In = "%",
            Least = 0,
            Most = 100,
            Get = scenario => Percent(get(scenario.Network)),
            Set = (scenario, number) => scenario with { Network = set(scenario.Network, Share(number)) },
        };

    private static LatencyOptions LatencyOf(Scenario scenario) => scenario.Network.Latency;

    private static Scenario WithLatency(Scenario scenario, Func<LatencyOptions, LatencyOptions> change) =>
        scenario with { Network = scenario.Network with { Latency = change(LatencyOf(scenario)) } };

    // From the first zone to the second: one number stands for all pairs here.
    private static TimeSpan BetweenZones(Scenario scenario) =>
        scenario.Network.ZoneLatency.Count > 1 ? scenario.Network.ZoneLatency[1] : TimeSpan.Zero;

    private static Scenario WithZones(Scenario scenario, int zones, TimeSpan between)
    {
        var matrix = new TimeSpan[zones * zones];
        for (var place = 0; place < matrix.Length; place++)
        {
            matrix[place] = place / zones == place % zones ? TimeSpan.Zero : between;
        }

        var isPlain = zones == 1 || between == TimeSpan.Zero;
        return scenario with { Network = scenario.Network with { Zones = zones, ZoneLatency = isPlain ? [] : matrix } };
    }
}
