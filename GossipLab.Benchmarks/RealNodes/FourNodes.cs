using System.Globalization;
using GossipLab.Core.Protocol;

namespace GossipLab.Benchmarks.RealNodes;

/// <summary>What a cluster of four processes has to do, done once; prints what came out of each.</summary>
public static class FourNodes
{
    private const int Nodes = 4;

    // memberlist's LAN settings: the multiplier times the interval, as four members are fewer than ten.
    private static readonly TimeSpan ShortestSuspicion = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(3);

    /// <summary>Does it.</summary>
    /// <param name="to">Where what came out goes.</param>
    /// <param name="isTimed">Whether a death has to be known in time; on a busy machine it may not.</param>
    /// <returns>What did not come out as it has to; nothing where all did.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(TextWriter to, bool isTimed)
    {
        var faults = new List<string>();
        void Note(string what, TimeSpan took, bool isGood = true)
        {
            to.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{(isGood ? "ok  " : "FAIL")} {took.TotalSeconds,7:0.00} s  {what}"));
            if (!isGood)
            {
                faults.Add(what);
            }
        }

        using (var cluster = new ChildCluster())
        {
            await cluster.StartAsync(Nodes);
            await cluster.Nodes[1].SetAsync(7);
            Note("a value set at one node reaches all four", await cluster.UntilAllHoldAsync("7"));
            await DieAndReturnAsync(cluster, isTimed ? ShortestSuspicion + Slack : TimeSpan.MaxValue, Note);
            await LeaveAsync(cluster, Note);
        }

        await TieAsync([], values: 1, Note);
        await TieAsync(["--tie-break", "keep-mine"], values: 2, Note);
        await JoinLateAsync(Note);
        return faults;
    }

    private static async Task DieAndReturnAsync(
        ChildCluster cluster, TimeSpan longest, Action<string, TimeSpan, bool> note)
    {
        var victim = cluster.Nodes[3];
        victim.Kill();
        var dead = await ChildCluster.UntilBelievedAsync(cluster.Nodes.Take(3), victim, MemberState.Dead);
        note("kill -9 of one is seen by all others within the shortest suspicion and 3 s", dead,
            dead <= longest);
        victim.Start();
        note("a node that starts again is let in by itself",
            await ChildCluster.UntilBelievedAsync(cluster.Nodes.Take(3), victim, MemberState.Alive), true);
        note("and has the value again", await cluster.UntilAllHoldAsync("7"), true);
    }

    private static async Task LeaveAsync(ChildCluster cluster, Action<string, TimeSpan, bool> note)
    {
        var code = await cluster.Nodes[3].TerminateAsync();
        note("a node that is told to end has left and is not dead",
            await ChildCluster.UntilBelievedAsync(cluster.Nodes.Take(3), cluster.Nodes[3], MemberState.Left),
            code == 0);
    }

    private static async Task TieAsync(string[] flags, int values, Action<string, TimeSpan, bool> note)
    {
        using var cluster = new ChildCluster();
        await cluster.StartAsync(Nodes, flags);
        long generation;
        do
        {
            await Task.WhenAll(cluster.Nodes[1].SetAsync(100), cluster.Nodes[2].SetAsync(200));
            var both = await Task.WhenAll(cluster.Nodes[1].ValueAsync(), cluster.Nodes[2].ValueAsync());
            generation = both[0].Generation == both[1].Generation ? both[0].Generation : 0;
        }
        while (generation == 0);

        var took = await ChildNode.UntilAsync(async () =>
        {
            var held = await Task.WhenAll(cluster.Nodes.Select(node => node.ValueAsync()));
            return held.All(value => value.Generation == generation)
                && held.Select(value => value.Value).Distinct().Count() == values;
        });
        note(values == 1 ? "simultaneous sets of two nodes converge"
            : "with --tie-break keep-mine they stay split in two", took, true);
    }

    private static async Task JoinLateAsync(Action<string, TimeSpan, bool> note)
    {
        using var cluster = new ChildCluster();
        var contact = cluster.Add(null);
        var early = cluster.Add(contact);
        await early.StartAndWaitAsync();
        await Task.Delay(TimeSpan.FromSeconds(2));
        contact.Start();
        await ChildNode.UntilAsync(contact.IsUpAsync);
        note("a node that was there before its contact joins once the contact is there",
            await ChildCluster.UntilBelievedAsync([contact], early, MemberState.Alive), true);
    }
}
