namespace GossipLab.Core.Simulation.Causes;

/// <summary>Why a message had not arrived by a moment.</summary>
/// <param name="Text">The reason, to stand after a message's name.</param>
/// <param name="Form">What the reason is.</param>
internal sealed record Obstacle(string Text, CauseForm Form)
{
    /// <summary>The command that made it so; null where none did.</summary>
    public TraceEntry? Command { get; init; }

    /// <summary>What takes it away; null where no single change does.</summary>
    public RunChange? Removal { get; init; }
}
