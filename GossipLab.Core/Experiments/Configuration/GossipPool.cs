namespace GossipLab.Core.Experiments.Configuration;

/// <summary>Which of Consul's two pools is tuned.</summary>
public enum GossipPool : byte
{
    /// <summary>All agents of a datacentre: <c>gossip_lan</c>.</summary>
    Lan,

    /// <summary>The servers of all datacentres: <c>gossip_wan</c>.</summary>
    Wan,
}
