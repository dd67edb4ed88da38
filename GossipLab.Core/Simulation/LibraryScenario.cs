namespace GossipLab.Core.Simulation;

/// <summary>A built-in scenario with what people read before they open it.</summary>
public sealed record LibraryScenario
{
    /// <summary>The run.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>What it is called in menus.</summary>
    public required string Title { get; init; }

    /// <summary>What happens in it, in one sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>
    /// How fast to play it: virtual seconds per second of the viewer; null for «watchable», slow enough to follow
    /// single messages.
    /// </summary>
    public double? Speed { get; init; }

    /// <summary>What it is called in links.</summary>
    public string Name => Scenario.Name;
}
