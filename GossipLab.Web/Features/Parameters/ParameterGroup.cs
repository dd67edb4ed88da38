namespace GossipLab.Web.Features.Parameters;

/// <summary>The parts of the panel.</summary>
public enum ParameterGroup
{
    /// <summary>Who talks how.</summary>
    Protocol,

    /// <summary>How the value spreads.</summary>
    Spread,

    /// <summary>How failures are found.</summary>
    Detector,

    /// <summary>What mends the rest.</summary>
    AntiEntropy,

    /// <summary>What is between nodes.</summary>
    Network,
}
