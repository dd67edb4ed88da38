namespace GossipLab.Web.Features.Faults;

/// <summary>A question that an act needs answered first.</summary>
public sealed record Ask
{
    /// <summary>What it is about, with the node's name.</summary>
    public required string Title { get; init; }

    /// <summary>The field's label.</summary>
    public required string Label { get; init; }

    /// <summary>The field's unit, or empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What stands in the field at first.</summary>
    public required string Initial { get; init; }

    /// <summary>Answers that are often wanted.</summary>
    public IReadOnlyList<(string Text, string Answer)> Quick { get; init; } = [];

    /// <summary>What is wrong with an answer, or null.</summary>
    public required Func<string, string?> FaultOf { get; init; }
}
