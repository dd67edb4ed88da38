namespace GossipLab.Core.Experiments.Configuration;

/// <summary>What is said of keys that are no settings of gossip in their format.</summary>
internal static class KeyWords
{
    // Fields of memberlist's Config and of Serf's profile that no simulated run depends on.
    private static readonly string[] Others =
    [
        "stream_timeout", "TCPTimeout", "Name", "Label", "SkipInboundLabelCheck", "BindAddr", "BindPort",
        "AdvertiseAddr", "AdvertisePort", "ProtocolVersion", "EnableCompression", "SecretKey", "Keyring",
        "GossipVerifyIncoming", "GossipVerifyOutgoing", "DNSConfigPath", "HandoffQueueDepth", "UDPBufferSize",
        "DeadNodeReclaimTime", "RequireNodeNames", "CIDRsAllowed", "DelegateProtocolVersion", "DelegateProtocolMin",
        "DelegateProtocolMax", "QueueCheckInterval", "DisableTcpPings", "MsgpackUseNewTimeFormat", "MetricLabels",
        "LogOutput", "Logger",
    ];

    /// <summary>Whether a key is sound, and of no matter here.</summary>
    public static bool IsKnownElsewhere(string key, ConfigurationFormat format) =>
        format != ConfigurationFormat.Consul && Others.Contains(key)
        && key.Contains('_', StringComparison.Ordinal) == (format == ConfigurationFormat.SerfProfile);

    /// <summary>Why a key is not taken.</summary>
    public static string WhyNot(string key, ConfigurationFormat format)
    {
        if (IsKnownElsewhere(key, format))
        {
            return "is none of the timings that are measured; it stays as it is";
        }

        if (GossipKey.All.FirstOrDefault(known => known.Snake == key || known.Go == key) is { } known)
        {
            return known.IsKnownTo(format)
                ? $"is called {known.In(format)} here"
                : "is no setting of Consul: only memberlist and Serf's profiles have it";
        }

        var nearest = GossipKey.All.Where(other => other.IsKnownTo(format)).Select(other => other.In(format))
            .MinBy(name => Distance(name, key))!; // Each format that asks has some.
        return Distance(nearest, key) <= 3
            ? $"there is no such key; do you mean {nearest}?" : "there is no such key among the settings of gossip";
    }

    // How many letters have to be put in, taken away or changed (Levenshtein), for keys of a sane length.
    private static int Distance(string left, string right)
    {
        if (right.Length > 64)
        {
            return right.Length;
        }

        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var corner = row[0]++;
            for (var j = 1; j <= right.Length; j++)
            {
                var changed = corner + (left[i - 1] == right[j - 1] ? 0 : 1);
                corner = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
