namespace GossipLab.Core.Membership;

/// <summary>A setting that is out of its bounds.</summary>
/// <param name="Name">The property, for example <c>ProbeTimeout</c>.</param>
/// <param name="Value">What it is set to, as text with its unit.</param>
/// <param name="Allowed">What is allowed, as text with its unit.</param>
public sealed record OptionFault(string Name, string Value, string Allowed);
