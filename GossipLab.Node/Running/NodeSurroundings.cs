namespace GossipLab.Node.Running;

/// <summary>What a node shares with others of its process.</summary>
public sealed record NodeSurroundings
{
    /// <summary>Its connections; their owner disposes of them.</summary>
    public required HttpMessageHandler Connections { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whether it is one of many: without a log, without OpenAPI and without meters.</summary>
    public bool IsOneOfMany { get; init; }
}
