using GossipLab.Core.Membership;
using GossipLab.Core.Simulation;
using static GossipLab.Web.Features.Parameters.FieldValues;

namespace GossipLab.Web.Features.Parameters;

/// <summary>The settings of how news of members spreads and what mends the rest.</summary>
internal static class AntiEntropyFields
{
    private const decimal HourMs = 3_600_000;
    private const decimal DayMs = 86_400_000;

    public static IReadOnlyList<ParameterField> All { get; } =
    [
        new NumberField
        {
            Id = "gossip-nodes",
            Group = ParameterGroup.AntiEntropy,
            Label = "News to",
            Hint = "How many members hear the news of members at each gossip tick. memberlist: GossipNodes "
                + "3.",
            Path = "$.membership.gossipNodes",
            Applies = MembershipChoice.IsSwim,
            Least = 0,
            Most = 16,
            IsWhole = true,
            Get = scenario => Of(scenario).GossipNodes,
            Set = (scenario, number) => With(scenario, options => options with { GossipNodes = (int)number }),
        },
        new NumberField
        {
            Id = "gossip-interval",
            Group = ParameterGroup.AntiEntropy,
            Label = "News every",
            Hint = "The time between gossip ticks while there is news. memberlist: GossipInterval 200 ms.",
            Path = "$.membership.gossipInterval",
            Applies = MembershipChoice.IsSwim,
            In = "ms",
            Least = 1,
            Most = HourMs,
            Get = scenario => Milliseconds(Of(scenario).GossipInterval),
            Set = (scenario, number) => With(scenario, options => options with { GossipInterval = Span(number) }),
        },
        new NumberField
        {
            Id = "retransmit",
            Group = ParameterGroup.AntiEntropy,
            Label = "Retransmit ×",
            Hint = "How often each node tells a piece of news, times log10(n+1). memberlist: RetransmitMult "
                + "4.",
            Path = "$.membership.retransmitMultiplier",
            Applies = MembershipChoice.IsSwim,
            Least = 1,
            Most = 32,
            IsWhole = true,
            Get = scenario => Of(scenario).RetransmitMultiplier,
            Set = (scenario, number) => With(scenario, options => options with { RetransmitMultiplier = (int)number }),
        },
        new NumberField
        {
            Id = "sync-interval",
            Group = ParameterGroup.AntiEntropy,
            Label = "Full sync",
            Hint = "The time between exchanges of the whole state; 0 is never. memberlist: PushPullInterval "
                + "30 s.",
            Path = "$.membership.syncInterval",
            Applies = MembershipChoice.IsSwim,
            In = "ms",
            Least = 0,
            Most = DayMs,
            Get = scenario => Milliseconds(Of(scenario).SyncInterval),
            Set = (scenario, number) => With(scenario, options => options with { SyncInterval = Span(number) }),
        },
        new NumberField
        {
            Id = "gossip-to-the-dead",
            Group = ParameterGroup.AntiEntropy,
            Label = "To the dead",
            Hint = "How long a dead member still hears gossip, so that it can refute. memberlist: "
                + "GossipToTheDeadTime 30 s.",
            Path = "$.membership.gossipToTheDeadTime",
            Applies = MembershipChoice.IsSwim,
            In = "ms",
            Least = 0,
            Most = DayMs,
            Get = scenario => Milliseconds(Of(scenario).GossipToTheDeadTime),
            Set = (scenario, number) => With(scenario, options => options with { GossipToTheDeadTime = Span(number) }),
        },
        new NumberField
        {
            Id = "reconnect-interval",
            Group = ParameterGroup.AntiEntropy,
            Label = "Reconnect",
            Hint = "The time between attempts to reach a failed member; 0 is never, and then a partition "
                + "never heals. Serf: ReconnectInterval 30 s.",
            Path = "$.membership.reconnectInterval",
            Applies = MembershipChoice.IsSwim,
            In = "ms",
            Least = 0,
            Most = DayMs,
            Get = scenario => Milliseconds(Of(scenario).ReconnectInterval),
            Set = (scenario, number) => With(scenario, options => options with { ReconnectInterval = Span(number) }),
        },
    ];

    private static MembershipOptions Of(Scenario scenario) => scenario.Node.Membership;

    private static Scenario With(Scenario scenario, Func<MembershipOptions, MembershipOptions> change) =>
        scenario with { Node = scenario.Node with { Membership = change(Of(scenario)) } };
}
