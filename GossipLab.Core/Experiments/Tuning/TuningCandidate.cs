using GossipLab.Core.Membership;

namespace GossipLab.Core.Experiments.Tuning;

/// <summary>Settings that are tried.</summary>
/// <param name="Index">Their number; 0 for those the search began with.</param>
/// <param name="Options">The settings.</param>
/// <param name="IsOnGrid">Whether they lie on the grid of probe intervals and suspicion multipliers.</param>
public sealed record TuningCandidate(int Index, MembershipOptions Options, bool IsOnGrid);
