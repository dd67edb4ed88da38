namespace GossipLab.Node.Words;

/// <summary>What a node does to the messages it sends, on purpose.</summary>
/// <param name="Loss">The share it loses, 0 to 1.</param>
/// <param name="LatencyMs">How much longer they take, 0 to 60,000 milliseconds.</param>
/// <param name="Blocked">The addresses that it does not reach; at most 1,024.</param>
public sealed record FaultOrder(double Loss, double LatencyMs, IReadOnlyList<string> Blocked)
{
    /// <summary>The most addresses.</summary>
    public const int MaxBlocked = 1_024;

    /// <summary>The longest latency, in milliseconds.</summary>
    public const double MaxLatencyMs = 60_000;

    /// <summary>Nothing.</summary>
    public static FaultOrder None { get; } = new(0, 0, []);

    /// <summary>Null, or which part is out of its range, in words.</summary>
    public string? FindFault() => this switch
    {
        { Loss: not (>= 0 and <= 1) } => "loss is a number from 0 to 1",
        { LatencyMs: not (>= 0 and <= MaxLatencyMs) } => "latencyMs is a number from 0 to 60000",
        { Blocked: null } or { Blocked.Count: > MaxBlocked } => "blocked is a list of at most 1024 addresses",
        _ => null,
    };
}
