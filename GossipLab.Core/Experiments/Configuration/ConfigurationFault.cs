namespace GossipLab.Core.Experiments.Configuration;

/// <summary>Why a text is no configuration. Caught where the text came in.</summary>
#pragma warning disable CA1064 // Nobody outside meets it.
internal sealed class ConfigurationFault(int line, string problem) : Exception(problem)
#pragma warning restore CA1064
{
    /// <summary>The line; 1 for the first.</summary>
    public int Line => line;
}
