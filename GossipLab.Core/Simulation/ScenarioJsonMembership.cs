using GossipLab.Core.Membership;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;

namespace GossipLab.Core.Simulation;

/// <summary>The membership in a scenario file: its kind, a preset, and what differs from the preset.</summary>
internal static class ScenarioJsonMembership
{
    private static readonly (Preset Preset, MembershipOptions Options)[] Presets =
    [
        (Preset.Lan, MembershipOptions.Lan),
        (Preset.Wan, MembershipOptions.Wan),
        (Preset.Local, MembershipOptions.Local),
    ];

    private static readonly Setting[] Settings =
    [
        Setting.Of("probeIntervalMs", from => from.ProbeInterval, (on, to) => on with { ProbeInterval = to }),
        Setting.Of("probeTimeoutMs", from => from.ProbeTimeout, (on, to) => on with { ProbeTimeout = to }),
        Setting.Of("indirectChecks", from => from.IndirectChecks, (on, to) => on with { IndirectChecks = to }),
        Setting.Of("retransmitMultiplier", from => from.RetransmitMultiplier,
            (on, to) => on with { RetransmitMultiplier = to }),
        Setting.Of("suspicionMultiplier", from => from.SuspicionMultiplier,
            (on, to) => on with { SuspicionMultiplier = to }),
        Setting.Of("suspicionMaxMultiplier", from => from.SuspicionMaxMultiplier,
            (on, to) => on with { SuspicionMaxMultiplier = to }),
        Setting.Of("syncIntervalMs", from => from.SyncInterval, (on, to) => on with { SyncInterval = to }),
        Setting.Of("healthMaxMultiplier", from => from.HealthMaxMultiplier,
            (on, to) => on with { HealthMaxMultiplier = to }),
        Setting.Of("gossipNodes", from => from.GossipNodes, (on, to) => on with { GossipNodes = to }),
        Setting.Of("gossipIntervalMs", from => from.GossipInterval, (on, to) => on with { GossipInterval = to }),
        Setting.Of("gossipToTheDeadTimeMs", from => from.GossipToTheDeadTime,
            (on, to) => on with { GossipToTheDeadTime = to }),
        Setting.Of("deadNodeReclaimTimeMs", from => from.DeadNodeReclaimTime,
            (on, to) => on with { DeadNodeReclaimTime = to }),
        Setting.Of("reconnectIntervalMs", from => from.ReconnectInterval,
            (on, to) => on with { ReconnectInterval = to }),
        Setting.Of("reconnectTimeoutMs", from => from.ReconnectTimeout, (on, to) => on with { ReconnectTimeout = to }),
        Setting.Of("leaveTimeoutMs", from => from.LeaveTimeout, (on, to) => on with { LeaveTimeout = to }),
        Setting.Of("heartbeatTimeoutMs", from => from.HeartbeatTimeout, (on, to) => on with { HeartbeatTimeout = to }),
        Setting.Of("maxMembers", from => from.MaxMembers, (on, to) => on with { MaxMembers = to }),
        Setting.Of("maxMetaBytes", from => from.MaxMetaBytes, (on, to) => on with { MaxMetaBytes = to }),
        Setting.Of("useSuspicion", from => from.UseSuspicion, (on, to) => on with { UseSuspicion = to }),
        Setting.Of("healthAwareProbe", from => from.HealthAwareProbe, (on, to) => on with { HealthAwareProbe = to }),
        Setting.Of("dynamicSuspicion", from => from.DynamicSuspicion, (on, to) => on with { DynamicSuspicion = to }),
        Setting.Of("buddySystem", from => from.BuddySystem, (on, to) => on with { BuddySystem = to }),
        Setting.Of("useStreamPing", from => from.UseStreamPing, (on, to) => on with { UseStreamPing = to }),
        Setting.Of("scaleTimeoutWithHealth", from => from.ScaleTimeoutWithHealth,
            (on, to) => on with { ScaleTimeoutWithHealth = to }),
        Setting.Of("nackAtShareOfTimeout", from => from.NackAtShareOfTimeout,
            (on, to) => on with { NackAtShareOfTimeout = to }),
        Setting.Of("rejectIncarnationZero", from => from.RejectIncarnationZero,
            (on, to) => on with { RejectIncarnationZero = to }),
    ];

    private enum Preset
    {
        Lan,
        Wan,
        Local,
    }

    /// <summary>Writes the kind, and the settings over the preset they are nearest to.</summary>
    public static void Write(ScenarioJsonFields json, GossipNodeOptions node) => json.PutObject("membership", fields =>
    {
        fields.Put("kind", node.MembershipKind);
        var options = node.Membership;
        if (node.MembershipKind == MembershipKind.Static && options == MembershipOptions.Lan)
        {
            return;
        }

        var (preset, nearest) = Presets.MinBy(
            entry => Settings.Count(setting => setting.Differs(options, entry.Options)));
        fields.Put("preset", preset);
        foreach (var setting in Settings)
        {
            if (setting.Differs(options, nearest))
            {
                setting.Write(fields, options);
            }
        }
    });

    /// <summary>Reads the kind and the settings into options that are otherwise the usual ones.</summary>
    public static GossipNodeOptions Read(ScenarioJsonObject? json)
    {
        var node = new GossipNodeOptions();
        if (json is null)
        {
            return node;
        }

        var kind = json.Member("kind", node.MembershipKind);
        var preset = json.Member("preset", Preset.Lan);
        var options = Presets.First(entry => entry.Preset == preset).Options;
        foreach (var setting in Settings)
        {
            options = setting.Read(json, options);
        }

        json.Finish();
        return node with { MembershipKind = kind, Membership = options };
    }

    /// <summary>What a setting is called in the file.</summary>
    /// <param name="name">What it is called in <see cref="MembershipOptions"/>.</param>
    public static string KeyOf(string name)
    {
        var key = char.ToLowerInvariant(name[0]) + name[1..];
        return Array.Exists(Settings, setting => setting.Key == key + "Ms") ? key + "Ms" : key;
    }

    /// <summary>One setting: how it is compared, written and read.</summary>
    private sealed record Setting(
        string Key,
        Func<MembershipOptions, MembershipOptions, bool> Differs,
        Action<ScenarioJsonFields, MembershipOptions> Write,
        Func<ScenarioJsonObject, MembershipOptions, MembershipOptions> Read)
    {
        public static Setting Of(string key,
            Func<MembershipOptions, TimeSpan> from, Func<MembershipOptions, TimeSpan, MembershipOptions> with) =>
            new(key, (left, right) => from(left) != from(right), (json, options) => json.Put(key, from(options)),
                (json, options) => with(options, json.Span(key, from(options))));

        public static Setting Of(
            string key, Func<MembershipOptions, int> from, Func<MembershipOptions, int, MembershipOptions> with) =>
            new(key, (left, right) => from(left) != from(right), (json, options) => json.Put(key, from(options)),
                (json, options) => with(options, json.Count(key, from(options))));

        public static Setting Of(
            string key, Func<MembershipOptions, bool> from, Func<MembershipOptions, bool, MembershipOptions> with) =>
            new(key, (left, right) => from(left) != from(right), (json, options) => json.Put(key, from(options)),
                (json, options) => with(options, json.Flag(key, from(options))));

        public static Setting Of(
            string key, Func<MembershipOptions, Ratio> from, Func<MembershipOptions, Ratio, MembershipOptions> with) =>
            new(key, (left, right) => from(left) != from(right), (json, options) => json.Put(key, from(options)),
                (json, options) => with(options, json.Chance(key, from(options))));
    }
}
