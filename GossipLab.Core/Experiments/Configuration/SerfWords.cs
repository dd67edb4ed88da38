namespace GossipLab.Core.Experiments.Configuration;

/// <summary>The keys of a Serf agent's configuration, all of which have nothing to do with timing but one.</summary>
internal static class SerfWords
{
    private static readonly string[] OnlySerfs =
    [
        "profile", "profile_path", "rpc_addr", "rpc_auth", "tags", "tags_file", "role", "event_handlers",
        "query_response_size_limit", "query_size_limit", "replay_on_join", "snapshot_path", "discover",
        "keyring_file", "encrypt_key", "tombstone_timeout", "broadcast_timeout", "reconnect_interval",
    ];

    private static readonly string[] SharedWithOthers =
    [
        "node_name", "disable_coordinates", "bind", "advertise", "log_level", "protocol", "start_join",
        "leave_on_terminate", "skip_leave_on_interrupt", "interface", "reconnect_timeout", "disable_name_resolution",
        "enable_syslog", "syslog_facility", "retry_join", "retry_max_attempts", "retry_interval",
        "rejoin_after_leave", "statsite_addr", "statsd_addr", "enable_compression", "validate_node_names",
        "user_event_size_limit", "msgpack_use_new_time_format", "leave_propagate_delay",
    ];

    /// <summary>Whether only a Serf agent's configuration has a key.</summary>
    public static bool IsOnlySerfs(string key) => OnlySerfs.Contains(key);

    /// <summary>Whether a Serf agent knows a key.</summary>
    public static bool IsKnown(string key) => IsOnlySerfs(key) || SharedWithOthers.Contains(key);

    /// <summary>Why a key changes nothing here.</summary>
    public static string WhyIgnored(string key) => key switch
    {
        "profile_path" => "names a file of timings: paste that file instead, it can be tuned key by key",
        "encrypt_key" or "keyring_file" => "encryption adds 29 bytes to a packet, which the measured bytes leave out",
        _ when IsKnown(key) => "is no timing of probes or gossip; it stays as it is",
        _ => "there is no such key; a Serf agent refuses to start with it",
    };
}
