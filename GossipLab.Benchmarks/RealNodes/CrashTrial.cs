using System.Globalization;

namespace GossipLab.Benchmarks.RealNodes;

/// <summary>
/// Kills a node again and again while clients set its value, starts it again, and looks whether every set that was
/// acknowledged is there. The node is alone: nobody can bring back what it lost.
/// </summary>
public static class CrashTrial
{
    private const int Clients = 4;
    private const int LongestLifeMs = 120;

    /// <summary>Does it.</summary>
    /// <param name="cycles">How often it is killed.</param>
    /// <param name="seed">Decides when.</param>
    /// <param name="to">Where progress goes.</param>
    /// <returns>How many sets were acknowledged, and in which cycles one of them was missing.</returns>
    public static async Task<(long Acknowledged, IReadOnlyList<int> Missing)> RunAsync(
        int cycles, int seed, TextWriter to)
    {
        using var cluster = new ChildCluster();
        var random = new Random(seed);
        var node = cluster.Add(null, "--data", cluster.FolderOf("data"));
        var missing = new List<int>();
        long acknowledged = 0, newest = 0;
        await node.StartAndWaitAsync();
        for (var cycle = 1; cycle <= cycles; cycle++)
        {
            var sets = await LiveAndDieAsync(node, cycle * 10_000_000L, random.Next(LongestLifeMs));
            acknowledged += sets.Sum(set => set.Count);
            newest = Math.Max(newest, sets.Max(set => set.Newest));
            await node.StartAndWaitAsync();
            var kept = await node.ValueAsync();
            if (kept.Generation < newest)
            {
                missing.Add(cycle);
            }

            newest = kept.Generation;
            if (cycle % 100 == 0)
            {
                await to.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"{cycle} of {cycles} cycles, {acknowledged:N0} acknowledged sets, {missing.Count} missing"));
            }
        }

        return (acknowledged, missing);
    }

    private static async Task<(long Count, long Newest)[]> LiveAndDieAsync(ChildNode node, long first, int lifeMs)
    {
        var clients = Enumerable.Range(0, Clients)
            .Select(client => SetUntilDeadAsync(node, first + client * 1_000_000)).ToArray();
        await Task.Delay(lifeMs);
        node.Kill();
        return await Task.WhenAll(clients);
    }

    // Each acknowledged set has a generation of its own, so the highest one says whether any is missing.
    private static async Task<(long Count, long Newest)> SetUntilDeadAsync(ChildNode node, long first)
    {
        var (count, newest) = (0L, 0L);
        while (await node.PutAsync(first + count) is { } value)
        {
            (count, newest) = (count + 1, value.Generation);
        }

        return (count, newest);
    }
}
