namespace GossipLab.Cli;

/// <summary>Where results and where everything else is written.</summary>
/// <param name="Out">Results only, so that they can be piped.</param>
/// <param name="Notes">Progress and complaints.</param>
public sealed record Terminal(TextWriter Out, TextWriter Notes);
