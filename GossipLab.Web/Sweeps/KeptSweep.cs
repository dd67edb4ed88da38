using GossipLab.Core.Experiments;

namespace GossipLab.Web.Sweeps;

/// <summary>A sweep of the archive.</summary>
/// <param name="Id">Its id: the same plan and engine have the same.</param>
/// <param name="Plan">What it measures.</param>
/// <param name="Runs">How many runs are kept.</param>
/// <param name="BegunAt">When it was begun.</param>
public sealed record KeptSweep(string Id, SweepPlan Plan, int Runs, DateTimeOffset BegunAt);
