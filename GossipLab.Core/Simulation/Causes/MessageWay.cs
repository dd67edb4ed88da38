namespace GossipLab.Core.Simulation.Causes;

/// <summary>What a record knows of one message: that it was sent, and what became of it so far.</summary>
internal sealed class MessageWay(TraceEntry sent)
{
    /// <summary>That it was sent.</summary>
    public TraceEntry Sent { get; } = sent;

    /// <summary>That it arrived; null where it did not, or has not yet.</summary>
    public TraceEntry? Arrived { get; set; }

    /// <summary>That it was lost; null where it was not, or has not been yet.</summary>
    public TraceEntry? Lost { get; set; }

    /// <summary>What the dice said where they lost it.</summary>
    public SimulatedNetwork.LossDraw? Draw { get; set; }
}
