using GossipLab.Core.Experiments.Configuration;

namespace GossipLab.Web.Features.Tune;

/// <summary>A configuration to begin with, for those who have none at hand.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Text">The configuration, with the program's own defaults.</param>
/// <param name="Pool">Which of Consul's pools it is about.</param>
public sealed record TunePreset(string Name, string Text, GossipPool Pool = GossipPool.Lan)
{
    /// <summary>All of them; the first is what the page opens with.</summary>
    public static IReadOnlyList<TunePreset> All { get; } =
    [
        new("Consul, LAN", """
            # Consul agent: the LAN gossip pool, with its defaults
            gossip_lan {
              gossip_interval = "200ms"
              gossip_nodes    = 3
              probe_interval  = "1s"
              probe_timeout   = "500ms"
              retransmit_mult = 4
              suspicion_mult  = 4
            }
            """),
        new("Consul, WAN", """
            # Consul server: the WAN gossip pool, with memberlist's WAN defaults
            gossip_wan {
              gossip_interval = "500ms"
              gossip_nodes    = 4
              probe_interval  = "5s"
              probe_timeout   = "3s"
              retransmit_mult = 4
              suspicion_mult  = 6
            }
            """, GossipPool.Wan),
        new("Serf, profile file", """
            {
              "gossip_interval": "200ms",
              "gossip_nodes": 3,
              "probe_interval": "1s",
              "probe_timeout": "500ms",
              "retransmit_mult": 4,
              "suspicion_mult": 4,
              "suspicion_max_timeout_mult": 6,
              "indirect_checks": 3,
              "push_pull_interval": "30s"
            }
            """),
        new("memberlist, LAN", Memberlist(("200000000", 3), ("1000000000", "500000000"), 4, (3, 4))),
        new("memberlist, WAN", Memberlist(("500000000", 4), ("5000000000", "3000000000"), 4, (3, 6))),
        new("memberlist, local", Memberlist(("100000000", 3), ("1000000000", "200000000"), 2, (1, 3))),
    ];

    private static string Memberlist(
        (string Interval, int Nodes) gossip, (string Interval, string Timeout) probe, int retransmit,
        (int Indirect, int Suspicion) checks) => FormattableString.Invariant($$"""
        {
          "GossipInterval": {{gossip.Interval}},
          "GossipNodes": {{gossip.Nodes}},
          "ProbeInterval": {{probe.Interval}},
          "ProbeTimeout": {{probe.Timeout}},
          "IndirectChecks": {{checks.Indirect}},
          "RetransmitMult": {{retransmit}},
          "SuspicionMult": {{checks.Suspicion}},
          "SuspicionMaxTimeoutMult": 6
        }
        """);
}
