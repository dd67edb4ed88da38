using System.Globalization;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <summary>The bounds of <see cref="MembershipOptions"/>, checked in the order of its properties.</summary>
internal sealed class OptionBounds
{
    /// <summary>The most helpers and the most gossip targets.</summary>
    public const int MaxPeers = 16;

    private const int MaxMultiplier = 32;
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private readonly List<OptionFault> _faults = [];

    public static IReadOnlyList<OptionFault> FaultsIn(MembershipOptions options)
    {
        var bounds = new OptionBounds();
        bounds.CheckProbing(options);
        bounds.CheckNews(options);
        bounds.CheckLimits(options);
        return bounds._faults;
    }

    private void CheckProbing(MembershipOptions options)
    {
        Span(nameof(options.ProbeInterval), options.ProbeInterval, Shortest, Hour);
        Span(nameof(options.ProbeTimeout), options.ProbeTimeout, Shortest, options.ProbeInterval);
        Count(nameof(options.IndirectChecks), options.IndirectChecks, 0, MaxPeers);
        Count(nameof(options.SuspicionMultiplier), options.SuspicionMultiplier, 1, MaxMultiplier);
        Count(nameof(options.SuspicionMaxMultiplier), options.SuspicionMaxMultiplier, 1, MaxMultiplier);
        Count(nameof(options.HealthMaxMultiplier), options.HealthMaxMultiplier, 1, 2 * MaxMultiplier);
    }

    private void CheckNews(MembershipOptions options)
    {
        Count(nameof(options.RetransmitMultiplier), options.RetransmitMultiplier, 1, MaxMultiplier);
        Count(nameof(options.GossipNodes), options.GossipNodes, 0, MaxPeers);
        Span(nameof(options.GossipInterval), options.GossipInterval, Shortest, Hour);
        Span(nameof(options.GossipToTheDeadTime), options.GossipToTheDeadTime, TimeSpan.Zero, Day);
        SpanOrNever(nameof(options.SyncInterval), options.SyncInterval);
    }

    private void CheckLimits(MembershipOptions options)
    {
        Span(nameof(options.DeadNodeReclaimTime), options.DeadNodeReclaimTime, TimeSpan.Zero, Day);
        SpanOrNever(nameof(options.ReconnectInterval), options.ReconnectInterval);
        Span(nameof(options.ReconnectTimeout), options.ReconnectTimeout, TimeSpan.Zero, 30 * Day);
        Span(nameof(options.LeaveTimeout), options.LeaveTimeout, TimeSpan.Zero, Hour);
        Span(nameof(options.HeartbeatTimeout), options.HeartbeatTimeout, Shortest, Day);
        Count(nameof(options.MaxMembers), options.MaxMembers, 1, 1_000_000);
        Count(nameof(options.MaxMetaBytes), options.MaxMetaBytes, 0, MemberMeta.MaxBytes);
    }

    private void Count(string name, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            _faults.Add(new OptionFault(name, value.ToString(CultureInfo.InvariantCulture),
                FormattableString.Invariant($"{least} to {most}")));
        }
    }

    private void Span(string name, TimeSpan value, TimeSpan least, TimeSpan most)
    {
        if (value < least || value > most)
        {
            _faults.Add(new OptionFault(name, Text(value), $"{Text(least)} to {Text(most)}"));
        }
    }

    private void SpanOrNever(string name, TimeSpan value)
    {
        if (value != TimeSpan.Zero && (value < Shortest || value > Day))
        {
            _faults.Add(new OptionFault(name, Text(value), $"{Text(Shortest)} to {Text(Day)}, or 0 for never"));
        }
    }

    private static string Text(TimeSpan span) =>
        span.TotalMilliseconds.ToString("0.###", CultureInfo.InvariantCulture) + " ms";
}
