namespace GossipLab.Core.Experiments.Configuration;

/// <summary>What is said of a Consul agent's keys that are not gossip's.</summary>
internal static class ConsulWords
{
    /// <summary>Why a key changes nothing here.</summary>
    public static string WhyIgnored(string key, GossipPool pool) => key switch
    {
        "gossip_lan" or "gossip_wan" =>
            $"is the other pool's; the {(pool == GossipPool.Lan ? "LAN" : "WAN")} pool is tuned",
        "performance" => "raft_multiplier and the like are timings of Raft among servers, not of gossip",
        "encrypt" => "encryption adds 29 bytes to a packet, which the measured bytes leave out",
        "reconnect_timeout" or "reconnect_timeout_wan" => "is the other pool's",
        "ports" or "bind_addr" or "advertise_addr" or "client_addr" or "serf_lan" or "serf_wan" =>
            "says where gossip goes, not when",
        "limits" => "limits requests of clients, not gossip",
        _ => "is no setting of gossip; it stays as it is",
    };
}
