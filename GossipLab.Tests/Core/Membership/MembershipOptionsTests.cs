using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Tests.Core.Membership;

/// <summary>The settings and their bounds (memberlist's config.go; Serf's).</summary>
public sealed class MembershipOptionsTests
{
    public static TheoryData<MembershipOptions, string> Presets => new()
    {
        { MembershipOptions.Lan, "probe 1000/500 k3 tell 4 suspect 4x6 sync 30 health 8 gossip 3/200 dead 30" },
        { MembershipOptions.Wan, "probe 5000/3000 k3 tell 4 suspect 6x6 sync 60 health 8 gossip 4/500 dead 60" },
        { MembershipOptions.Local, "probe 1000/200 k1 tell 2 suspect 3x6 sync 15 health 8 gossip 3/100 dead 15" },
    };

    [Theory]
    [MemberData(nameof(Presets))]
    public void A_preset_has_memberlists_numbers_and_Serfs_reconnect(MembershipOptions options, string numbers)
    {
        var probing = $"probe {Ms(options.ProbeInterval)}/{Ms(options.ProbeTimeout)} k{options.IndirectChecks}";
        var telling = $"tell {options.RetransmitMultiplier}";
        var suspecting = $"suspect {options.SuspicionMultiplier}x{options.SuspicionMaxMultiplier}";
        var keeping = $"sync {options.SyncInterval.TotalSeconds} health {options.HealthMaxMultiplier}";
        var gossip = $"gossip {options.GossipNodes}/{Ms(options.GossipInterval)}";
        var burying = $"dead {options.GossipToTheDeadTime.TotalSeconds}";

        Assert.Equal(numbers, $"{probing} {telling} {suspecting} {keeping} {gossip} {burying}");
        Assert.Equal(TimeSpan.FromSeconds(30), options.ReconnectInterval);
        Assert.Equal(TimeSpan.FromHours(24), options.ReconnectTimeout);
        Assert.Equal(TimeSpan.Zero, options.DeadNodeReclaimTime);
        Assert.Empty(options.Faults());
    }

    [Fact]
    public void The_deviations_are_on_and_can_be_had_off()
    {
        var options = new MembershipOptions();

        Assert.Equal(Ratio.Percent(80), options.NackAtShareOfTimeout);
        Assert.True(options.RejectIncarnationZero);
        Assert.Equal(512, options.MaxMetaBytes);
        Assert.False(options.ScaleTimeoutWithHealth);
        Assert.True(options is { UseSuspicion: true, HealthAwareProbe: true, DynamicSuspicion: true });
        Assert.True(options is { BuddySystem: true, UseStreamPing: true });
    }

    [Fact]
    public void All_faults_are_told_with_what_is_allowed()
    {
        var options = new MembershipOptions
        {
            ProbeTimeout = TimeSpan.FromSeconds(2),
            IndirectChecks = 17,
            SyncInterval = TimeSpan.FromDays(2),
            MaxMembers = 0,
        };

        Assert.Equal(
            ["ProbeTimeout: 2000 ms is not in 1 ms to 1000 ms", "IndirectChecks: 17 is not in 0 to 16",
                "SyncInterval: 172800000 ms is not in 1 ms to 86400000 ms, or 0 for never",
                "MaxMembers: 0 is not in 1 to 1000000"],
            options.Faults().Select(fault => $"{fault.Name}: {fault.Value} is not in {fault.Allowed}"));
    }

    [Fact]
    public void The_first_fault_is_thrown_where_a_node_is_made()
    {
        var options = new MembershipOptions { SuspicionMultiplier = 0, RetransmitMultiplier = 33 };

        var thrown = Assert.Throws<ArgumentOutOfRangeException>(() =>
            new SwimMembership(new NodeId(0), default, options));

        Assert.Equal(nameof(options.SuspicionMultiplier), thrown.ParamName);
        Assert.Contains("1 to 32", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new HeartbeatMembership(new NodeId(0), default, options));
    }

    [Fact]
    public void Every_bound_is_reached_and_no_further()
    {
        var least = new MembershipOptions
        {
            ProbeInterval = TimeSpan.FromMilliseconds(1),
            ProbeTimeout = TimeSpan.FromMilliseconds(1),
            IndirectChecks = 0,
            RetransmitMultiplier = 1,
            SuspicionMultiplier = 1,
            SuspicionMaxMultiplier = 1,
            HealthMaxMultiplier = 1,
            GossipNodes = 0,
            GossipInterval = TimeSpan.FromMilliseconds(1),
            GossipToTheDeadTime = TimeSpan.Zero,
            SyncInterval = TimeSpan.Zero,
            ReconnectInterval = TimeSpan.Zero,
            ReconnectTimeout = TimeSpan.Zero,
            LeaveTimeout = TimeSpan.Zero,
            HeartbeatTimeout = TimeSpan.FromMilliseconds(1),
            MaxMembers = 1,
            MaxMetaBytes = 0,
        };

        Assert.Empty(least.Faults());
        Assert.Single((least with { GossipNodes = -1 }).Faults());
        Assert.Single((least with { GossipInterval = TimeSpan.Zero }).Faults());
        Assert.Single((least with { MaxMetaBytes = 513 }).Faults());
    }

    [Fact]
    public void A_node_whose_number_does_not_fit_is_refused()
    {
        var options = new MembershipOptions { MaxMembers = 3 };

        Assert.Throws<ArgumentOutOfRangeException>(() => new SwimMembership(new NodeId(3), default, options));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HeartbeatMembership(NodeId.None, default, options));
    }

    private static double Ms(TimeSpan span) => span.TotalMilliseconds;
}
