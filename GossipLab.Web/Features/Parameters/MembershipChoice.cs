using GossipLab.Core.Nodes;
using GossipLab.Core.Simulation;

namespace GossipLab.Web.Features.Parameters;

/// <summary>
/// The ways to know members as one choice: each step of SWIM's history is a kind and a few flags of its options.
/// </summary>
internal static class MembershipChoice
{
    public const string List = "list";
    public const string Swim = "swim";
    public const string Suspicion = "swim-suspicion";
    public const string Lifeguard = "swim-lifeguard";
    public const string Heartbeats = "heartbeats";

    /// <summary>All of them with what people read.</summary>
    public static IReadOnlyList<(string Value, string Text)> All { get; } =
    [
        (List, "a given list"), (Swim, "SWIM"), (Suspicion, "SWIM + suspicion"), (Lifeguard, "SWIM + Lifeguard"),
        (Heartbeats, "all-to-all heartbeats"),
    ];

    /// <summary>Which one a scenario has; flags that are mixed count as what comes nearest.</summary>
    public static string Of(Scenario scenario) => scenario.Node.MembershipKind switch
    {
        MembershipKind.Static => List,
        MembershipKind.Heartbeat => Heartbeats,
        _ when !scenario.Node.Membership.UseSuspicion => Swim,
        _ => scenario.Node.Membership is { HealthAwareProbe: true, DynamicSuspicion: true } ? Lifeguard : Suspicion,
    };

    /// <summary>The scenario with another one.</summary>
    public static Scenario With(Scenario scenario, string choice)
    {
        var isLifeguard = choice == Lifeguard;
        var options = scenario.Node.Membership;
        return scenario with
        {
            Node = scenario.Node with
            {
                MembershipKind = choice switch
                {
                    List => MembershipKind.Static,
                    Heartbeats => MembershipKind.Heartbeat,
                    _ => MembershipKind.Swim,
                },
                Membership = choice is List or Heartbeats ? options : options with
                {
                    UseSuspicion = choice != Swim,
                    HealthAwareProbe = isLifeguard,
                    DynamicSuspicion = isLifeguard,
                    BuddySystem = isLifeguard,
                },
            },
        };
    }

    /// <summary>Whether members are probed.</summary>
    public static bool IsSwim(Scenario scenario) => scenario.Node.MembershipKind == MembershipKind.Swim;

    /// <summary>Whether everybody sends heartbeats to everybody.</summary>
    public static bool HasHeartbeats(Scenario scenario) => scenario.Node.MembershipKind == MembershipKind.Heartbeat;

    /// <summary>Whether anything finds failures.</summary>
    public static bool HasDetector(Scenario scenario) => scenario.Node.MembershipKind != MembershipKind.Static;
}
