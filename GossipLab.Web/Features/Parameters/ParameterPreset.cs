using GossipLab.Core.Membership;
using GossipLab.Core.Nodes;
using GossipLab.Core.Simulation;

namespace GossipLab.Web.Features.Parameters;

/// <summary>Settings that belong together and have a name in production.</summary>
/// <param name="Id">Its name in test ids.</param>
/// <param name="Name">What people read.</param>
/// <param name="Hint">Where its numbers come from.</param>
/// <param name="Take">Puts them into a scenario.</param>
internal sealed record ParameterPreset(string Id, string Name, string Hint, Func<Scenario, Scenario> Take)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ParameterPreset> All { get; } =
    [
        new("article", "Article", "The article's program with its bugs, over Serf's LAN settings.",
            scenario => scenario with { Node = GossipNodeOptions.Article }),
        new("lan", "LAN", "memberlist's settings for one network, with Serf's reconnecting.",
            scenario => WithMembership(scenario, MembershipOptions.Lan)),
        new("wan", "WAN", "memberlist's settings for links across the world: slower and more patient.",
            scenario => WithMembership(scenario, MembershipOptions.Wan)),
        new("local", "Local", "memberlist's settings for one machine: quick.",
            scenario => WithMembership(scenario, MembershipOptions.Local)),
    ];

    private static Scenario WithMembership(Scenario scenario, MembershipOptions options) => scenario with
    {
        Node = scenario.Node with { MembershipKind = MembershipKind.Swim, Membership = options },
    };
}
