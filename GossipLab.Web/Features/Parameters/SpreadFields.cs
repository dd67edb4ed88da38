using GossipLab.Core.Dissemination;
using GossipLab.Core.Simulation;
using GossipLab.Core.Values;
using static GossipLab.Web.Features.Parameters.FieldValues;

namespace GossipLab.Web.Features.Parameters;

/// <summary>The settings of how the value spreads and is kept.</summary>
internal static class SpreadFields
{
    public static IReadOnlyList<ParameterField> Protocol { get; } =
    [
        new ChoiceField
        {
            Id = "mode",
            Group = ParameterGroup.Protocol,
            Label = "Spread by",
            Hint = "Who asks whom for the value. The article pushes.",
            Options = Options(
                (DisseminationMode.Push, "push"), (DisseminationMode.Pull, "pull"),
                (DisseminationMode.PushPull, "push-pull")),
            Get = scenario => Of(scenario).Mode.ToString(),
            Set = (scenario, text) => With(scenario, spread => spread with { Mode = Parse<DisseminationMode>(text) }),
        },
        new ChoiceField
        {
            Id = "peers",
            Group = ParameterGroup.Protocol,
            Label = "Peers",
            Hint = "Whom of its own view a node turns to. The article's repository tells consecutive ones "
                + "from a random one on.",
            Options = Options(
                (PeerSelection.Uniform, "uniform"), (PeerSelection.ShuffledRoundRobin, "shuffled round-robin"),
                (PeerSelection.Consecutive, "consecutive (article)"),
                (PeerSelection.SamePeerTwice, "the same twice (bug)")),
            Get = scenario => Of(scenario).Peers.ToString(),
            Set = (scenario, text) => With(scenario, spread => spread with { Peers = Parse<PeerSelection>(text) }),
        },
        new ChoiceField
        {
            Id = "phase",
            Group = ParameterGroup.Protocol,
            Label = "Ticks",
            Hint = "When the nodes' gossip timers tick: each at its own offset, as real processes, or all "
                + "at once, as in papers.",
            Options = Options((TickPhase.Random, "each its own"), (TickPhase.LockStep, "in lock-step")),
            Get = scenario => Of(scenario).Phase.ToString(),
            Set = (scenario, text) => With(scenario, spread => spread with { Phase = Parse<TickPhase>(text) }),
        },
    ];

    public static IReadOnlyList<ParameterField> Spread { get; } =
    [
        new NumberField
        {
            Id = "nodes",
            Group = ParameterGroup.Spread,
            Label = "Nodes N",
            Hint = "How many nodes start.",
            Path = "$.nodes",
            Least = 1,
            Most = Scenario.MaxNodes,
            IsWhole = true,
            Quick = [4, 16, 64, 1_000, 10_000],
            Get = scenario => scenario.Nodes,
            Set = (scenario, number) => scenario with { Nodes = (int)number },
        },
        new NumberField
        {
            Id = "fan-out",
            Group = ParameterGroup.Spread,
            Label = "Fan-out f",
            Hint = "How many peers a node tells at each tick. memberlist: GossipNodes 3; Consul: "
                + "gossip_lan.gossip_nodes; "
                + "the article: MembersToNotify 2.",
            Path = "$.dissemination.fanOut",
            Least = 1,
            Most = DisseminationOptions.MaxFanOut,
            IsWhole = true,
            Get = scenario => Of(scenario).FanOut,
            Set = (scenario, number) => With(scenario, spread => spread with { FanOut = (int)number }),
        },
        new NumberField
        {
            Id = "interval",
            Group = ParameterGroup.Spread,
            Label = "Interval",
            Hint = "The time between a node's ticks. memberlist: GossipInterval 200 ms; the article: 2 s.",
            Path = "$.dissemination.intervalMs",
            In = "ms",
            Least = 10,
            Most = 3_600_000,
            Get = scenario => Milliseconds(Of(scenario).Interval),
            Set = (scenario, number) => With(scenario, spread => spread with { Interval = Span(number) }),
        },
        new ChoiceField
        {
            Id = "stop",
            Group = ParameterGroup.Spread,
            Label = "Stop rule",
            Hint = "When a node that knows the value stops telling it. memberlist: RetransmitMult x "
                + "ceil(log10(N+1)) sends.",
            Options = Options(
                (StopRule.Never, "never (article)"), (StopRule.AfterRounds, "after k ticks"),
                (StopRule.FeedbackCounter, "after k in vain"), (StopRule.BlindCoin, "by a coin, 1 in k")),
            Get = scenario => Of(scenario).Stop.ToString(),
            Set = (scenario, text) => With(scenario, spread => spread with { Stop = Parse<StopRule>(text) }),
        },
        new NumberField
        {
            Id = "stop-after",
            Group = ParameterGroup.Spread,
            Label = "k",
            Hint = "The number in the stop rule. Larger reaches more nodes for more messages.",
            Path = "$.dissemination.stopAfter",
            Applies = scenario => Of(scenario).Stop != StopRule.Never,
            Least = 1,
            Most = 64,
            IsWhole = true,
            Get = scenario => Of(scenario).StopAfter,
            Set = (scenario, number) => With(scenario, spread => spread with { StopAfter = (int)number }),
        },
        new ChoiceField
        {
            Id = "tie",
            Group = ParameterGroup.Spread,
            Label = "Tie rule",
            Hint = "Which of two values of one generation a node holds. With «keep mine», the article's, "
                + "two sets at one moment "
                + "split the cluster for ever.",
            Options = Options(
                (TieBreak.HighestWriter, "highest node wins"), (TieBreak.KeepMine, "keep mine (article)"),
                (TieBreak.HighestValue, "highest value wins"), (TieBreak.KeepBoth, "keep both"),
                (TieBreak.Sum, "add up (counter)")),
            Get = scenario => scenario.Node.Value.TieBreak.ToString(),
            Set = (scenario, text) => scenario with
            {
                Node = scenario.Node with { Value = scenario.Node.Value with { TieBreak = Parse<TieBreak>(text) } },
            },
        },
    ];

    private static DisseminationOptions Of(Scenario scenario) => scenario.Node.Dissemination;

    private static Scenario With(Scenario scenario, Func<DisseminationOptions, DisseminationOptions> change) =>
        scenario with { Node = scenario.Node with { Dissemination = change(Of(scenario)) } };
}
