using GossipLab.Core.Membership;
using GossipLab.Core.Simulation;
using static GossipLab.Web.Features.Parameters.FieldValues;

namespace GossipLab.Web.Features.Parameters;

/// <summary>The settings of how members are known and failures found.</summary>
internal static class DetectorFields
{
    private const decimal HourMs = 3_600_000;
    private const decimal DayMs = 86_400_000;

    /// <summary>How members are known.</summary>
    public static ParameterField Kind { get; } = new ChoiceField
    {
        Id = "membership",
        Group = ParameterGroup.Protocol,
        Label = "Members",
        Hint = "How a node knows who else there is and who failed. SWIM and heartbeats keep a table of all others on "
            + "every node, so they take fewer nodes than a given list does.",
        Options = MembershipChoice.All,
        Get = MembershipChoice.Of,
        Set = MembershipChoice.With,
    };

    public static IReadOnlyList<ParameterField> All { get; } =
    [
        new NumberField
        {
            Id = "probe-interval",
            Group = ParameterGroup.Detector,
            Label = "Period",
            Hint = "The time between probes, also between heartbeats. memberlist: ProbeInterval 1 s; Consul: "
                + "gossip_lan.probe_interval.",
            Path = "$.membership.probeInterval",
            Applies = MembershipChoice.HasDetector,
            In = "ms",
            Least = 1,
            Most = HourMs,
            Get = scenario => Milliseconds(Of(scenario).ProbeInterval),
            Set = (scenario, number) => With(scenario, options => options with { ProbeInterval = Span(number) }),
        },
        new NumberField
        {
            Id = "probe-timeout",
            Group = ParameterGroup.Detector,
            Label = "Ack timeout",
            Hint = "How long a ping may take before helpers are asked; at most the period. memberlist: "
                + "ProbeTimeout 500 ms.",
            Path = "$.membership.probeTimeout",
            Applies = MembershipChoice.IsSwim,
            In = "ms",
            Least = 1,
            Most = HourMs,
            Get = scenario => Milliseconds(Of(scenario).ProbeTimeout),
            Set = (scenario, number) => With(scenario, options => options with { ProbeTimeout = Span(number) }),
        },
        new NumberField
        {
            Id = "indirect-checks",
            Group = ParameterGroup.Detector,
            Label = "Helpers k",
            Hint = "How many helpers are asked. memberlist: IndirectChecks 3.",
            Path = "$.membership.indirectChecks",
            Applies = MembershipChoice.IsSwim,
            Least = 0,
            Most = 16,
            IsWhole = true,
            Get = scenario => Of(scenario).IndirectChecks,
            Set = (scenario, number) => With(scenario, options => options with { IndirectChecks = (int)number }),
        },
        new NumberField
        {
            Id = "suspicion-multiplier",
            Group = ParameterGroup.Detector,
            Label = "Suspicion ×",
            Hint = "The shortest suspicion, in periods times log10 n. memberlist: SuspicionMult 4.",
            Path = "$.membership.suspicionMultiplier",
            Applies = MembershipChoice.IsSwim,
            Least = 1,
            Most = 32,
            IsWhole = true,
            Get = scenario => Of(scenario).SuspicionMultiplier,
            Set = (scenario, number) => With(scenario, options => options with { SuspicionMultiplier = (int)number }),
        },
        new NumberField
        {
            Id = "suspicion-max",
            Group = ParameterGroup.Detector,
            Label = "Longest ×",
            Hint = "The longest suspicion, in shortest ones; confirmations shorten it. memberlist: "
                + "SuspicionMaxTimeoutMult 6.",
            Path = "$.membership.suspicionMaxMultiplier",
            Applies = MembershipChoice.IsSwim,
            Least = 1,
            Most = 32,
            IsWhole = true,
            Get = scenario => Of(scenario).SuspicionMaxMultiplier,
            Set = (scenario, number) =>
                With(scenario, options => options with { SuspicionMaxMultiplier = (int)number }),
        },
        new NumberField
        {
            Id = "health-max",
            Group = ParameterGroup.Detector,
            Label = "Health max",
            Hint = "One more than the worst local health score. memberlist: AwarenessMaxMultiplier 8.",
            Path = "$.membership.healthMaxMultiplier",
            Applies = MembershipChoice.IsSwim,
            Least = 1,
            Most = 64,
            IsWhole = true,
            Get = scenario => Of(scenario).HealthMaxMultiplier,
            Set = (scenario, number) => With(scenario, options => options with { HealthMaxMultiplier = (int)number }),
        },
        new NumberField
        {
            Id = "heartbeat-timeout",
            Group = ParameterGroup.Detector,
            Label = "Timeout",
            Hint = "How long a member may send no heartbeat before it is believed dead.",
            Path = "$.membership.heartbeatTimeout",
            Applies = MembershipChoice.HasHeartbeats,
            In = "ms",
            Least = 1,
            Most = DayMs,
            Get = scenario => Milliseconds(Of(scenario).HeartbeatTimeout),
            Set = (scenario, number) => With(scenario, options => options with { HeartbeatTimeout = Span(number) }),
        },
    ];

    private static MembershipOptions Of(Scenario scenario) => scenario.Node.Membership;

    private static Scenario With(Scenario scenario, Func<MembershipOptions, MembershipOptions> change) =>
        scenario with { Node = scenario.Node with { Membership = change(Of(scenario)) } };
}
