using GossipLab.Core.Membership;

namespace GossipLab.Core.Experiments.Configuration;

/// <summary>A setting of gossip as configurations name it, and where it goes.</summary>
/// <param name="Snake">Its name in Consul's and Serf's files.</param>
/// <param name="Go">Its name in memberlist's Config.</param>
/// <param name="Property">The property of <see cref="MembershipOptions"/> that it sets.</param>
internal sealed record GossipKey(string Snake, string Go, string Property)
{
    /// <summary>What it sets, if it is a duration.</summary>
    public Func<MembershipOptions, TimeSpan>? Span { get; private init; }

    /// <summary>The options with another duration.</summary>
    public Func<MembershipOptions, TimeSpan, MembershipOptions>? WithSpan { get; private init; }

    /// <summary>What it sets, if it is a number.</summary>
    public Func<MembershipOptions, int>? Count { get; private init; }

    /// <summary>The options with another number.</summary>
    public Func<MembershipOptions, int, MembershipOptions>? WithCount { get; private init; }

    /// <summary>Whether Consul's <c>gossip_lan</c> and <c>gossip_wan</c> have it.</summary>
    public bool IsInConsul => Snake is "gossip_interval" or "gossip_nodes" or "probe_interval" or "probe_timeout"
        or "retransmit_mult" or "suspicion_mult";

    /// <summary>All of them, in the order in which they are written.</summary>
    public static IReadOnlyList<GossipKey> All { get; } =
    [
        Duration(("gossip_interval", "GossipInterval", nameof(MembershipOptions.GossipInterval)),
            from => from.GossipInterval, (to, span) => to with { GossipInterval = span }),
        Number(("gossip_nodes", "GossipNodes", nameof(MembershipOptions.GossipNodes)),
            from => from.GossipNodes, (to, count) => to with { GossipNodes = count }),
        Duration(("probe_interval", "ProbeInterval", nameof(MembershipOptions.ProbeInterval)),
            from => from.ProbeInterval, (to, span) => to with { ProbeInterval = span }),
        Duration(("probe_timeout", "ProbeTimeout", nameof(MembershipOptions.ProbeTimeout)),
            from => from.ProbeTimeout, (to, span) => to with { ProbeTimeout = span }),
        Number(("retransmit_mult", "RetransmitMult", nameof(MembershipOptions.RetransmitMultiplier)),
            from => from.RetransmitMultiplier, (to, count) => to with { RetransmitMultiplier = count }),
        Number(("suspicion_mult", "SuspicionMult", nameof(MembershipOptions.SuspicionMultiplier)),
            from => from.SuspicionMultiplier, (to, count) => to with { SuspicionMultiplier = count }),
        Number(("indirect_checks", "IndirectChecks", nameof(MembershipOptions.IndirectChecks)),
            from => from.IndirectChecks, (to, count) => to with { IndirectChecks = count }),
        Number(("suspicion_max_timeout_mult", "SuspicionMaxTimeoutMult",
                nameof(MembershipOptions.SuspicionMaxMultiplier)),
            from => from.SuspicionMaxMultiplier,
            (to, count) => to with { SuspicionMaxMultiplier = count }),
        Duration(("push_pull_interval", "PushPullInterval", nameof(MembershipOptions.SyncInterval)),
            from => from.SyncInterval, (to, span) => to with { SyncInterval = span }),
        Number(("awareness_max_mult", "AwarenessMaxMultiplier", nameof(MembershipOptions.HealthMaxMultiplier)),
            from => from.HealthMaxMultiplier, (to, count) => to with { HealthMaxMultiplier = count }),
        Duration(("gossip_to_the_dead_time", "GossipToTheDeadTime", nameof(MembershipOptions.GossipToTheDeadTime)),
            from => from.GossipToTheDeadTime, (to, span) => to with { GossipToTheDeadTime = span }),
    ];

    /// <summary>Its name in a format.</summary>
    public string In(ConfigurationFormat format) => format == ConfigurationFormat.Memberlist ? Go : Snake;

    /// <summary>Whether a format has it.</summary>
    public bool IsKnownTo(ConfigurationFormat format) => format switch
    {
        ConfigurationFormat.Consul => IsInConsul,
        ConfigurationFormat.SerfAgent => false,
        _ => true,
    };

    /// <summary>Whether two options differ in it.</summary>
    public bool Differs(MembershipOptions left, MembershipOptions right) =>
        Span is { } span ? span(left) != span(right) : Count!(left) != Count!(right); // It is one or the other.

    private static GossipKey Duration(
        (string Snake, string Go, string Property) names, Func<MembershipOptions, TimeSpan> read,
        Func<MembershipOptions, TimeSpan, MembershipOptions> write) =>
        new(names.Snake, names.Go, names.Property) { Span = read, WithSpan = write };

    private static GossipKey Number(
        (string Snake, string Go, string Property) names, Func<MembershipOptions, int> read,
        Func<MembershipOptions, int, MembershipOptions> write) =>
        new(names.Snake, names.Go, names.Property) { Count = read, WithCount = write };
}
