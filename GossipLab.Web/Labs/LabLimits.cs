namespace GossipLab.Web.Labs;

/// <summary>What one server carries. Beyond it people are told so in words.</summary>
public sealed record LabLimits
{
    /// <summary>The most labs at once, watched or not.</summary>
    public int MostLabs { get; init; } = 40;

    /// <summary>The most viewers of one lab.</summary>
    public int MostViewers { get; init; } = 200;

    /// <summary>The most nodes of a lab without membership tables.</summary>
    public int MostNodes { get; init; } = 20_000;

    /// <summary>
    /// The most nodes of a lab with them: when half of a cluster loses sight of the other half, what each of them
    /// believes of each of those is counted.
    /// </summary>
    public int MostNodesWithTables { get; init; } = 4_000;

    /// <summary>How long a lab that nobody watches goes on before its time stands still.</summary>
    public TimeSpan ParkAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a lab that nobody watches is kept.</summary>
    public TimeSpan EvictAfter { get; init; } = TimeSpan.FromMinutes(30);
}

/// <summary>What a lab needs of its server.</summary>
/// <param name="Limits">What it carries.</param>
/// <param name="Time">The clock on the wall.</param>
/// <param name="Logger">Where a broken run is reported.</param>
public sealed record LabHost(LabLimits Limits, TimeProvider Time, ILogger Logger);

/// <summary>The server carries no more labs; the message is for people.</summary>
public sealed class LabLimitException(string message) : InvalidOperationException(message);
