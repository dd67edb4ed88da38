using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Web.RealClusters.Watching;

/// <summary>What is known of one node. What nobody heard is null.</summary>
public sealed record ObservedNode(NodeId Id)
{
    /// <summary>Its process.</summary>
    public ProcessState Process { get; init; } = ProcessState.NotStarted;

    /// <summary>Why it ended or does not answer, in words.</summary>
    public string? Trouble { get; init; }

    /// <summary>How often it was started.</summary>
    public int Starts { get; init; }

    /// <summary>Where it listens.</summary>
    public string? Address { get; init; }

    /// <summary>Its process id; null for nodes within this process.</summary>
    public int? ProcessId { get; init; }

    /// <summary>Whether its events are being heard.</summary>
    public bool IsHeard { get; init; }

    /// <summary>When it was last heard.</summary>
    public Instant? LastHeard { get; init; }

    /// <summary>The value it holds.</summary>
    public VersionedValue? Value { get; init; }

    /// <summary>Whom it learned it from; itself where it was set.</summary>
    public NodeId? LearnedFrom { get; init; }

    /// <summary>Its own incarnation.</summary>
    public uint? Incarnation { get; init; }

    /// <summary>Its score of its own health; 0 is healthy.</summary>
    public int? Health { get; init; }

    /// <summary>Whether its process exists.</summary>
    public bool IsUp => Process is ProcessState.Starting or ProcessState.Running or ProcessState.Paused;
}
