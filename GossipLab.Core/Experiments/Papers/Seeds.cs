namespace GossipLab.Core.Experiments.Papers;

/// <summary>
/// The same run with many seeds, shared out among the processors; the results keep the order of the seeds.
/// </summary>
internal static class Seeds
{
    /// <summary>Plays a run with the seeds from 1 on.</summary>
    /// <param name="count">How many; at least 1.</param>
    /// <param name="play">Plays the run of one seed.</param>
    public static T[] Play<T>(int count, Func<ulong, T> play) =>
        [.. Enumerable.Range(1, count).AsParallel().AsOrdered().Select(seed => play((ulong)seed))];
}
