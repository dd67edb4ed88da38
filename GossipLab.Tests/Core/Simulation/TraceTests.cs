using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Simulation;

/// <summary>What is recorded of a run, and how it reads.</summary>
public sealed class TraceTests
{
    private static readonly NodeId N0 = new(0);
    private static readonly NodeId N1 = new(1);

    public static TheoryData<ClusterCommand, string> Words => new()
    {
        { new SetValue(N0, -7), "set -7 at n0" },
        { new KillNode(N0), "kill n0" },
        { new RestartNode(N0, true), "restart n0 with its disk" },
        { new RestartNode(N0, false), "restart n0 with a new disk" },
        { new PauseNode(N0, null), "pause n0" },
        { new PauseNode(N0, TimeSpan.FromMilliseconds(250)), "pause n0 for 250 ms" },
        { new PauseNode(N0, TimeSpan.FromSeconds(2.5)), "pause n0 for 2.5 s" },
        { new ResumeNode(N0), "resume n0" },
        { new SlowNode(N0, TimeSpan.FromMilliseconds(700)), "slow n0 by 700 ms a message" },
        { new SlowNode(N0, TimeSpan.Zero), "n0 is fast again" },
        { new LeaveNode(N0), "n0 leaves" },
        { new AddNode(N0), "a new node joins through n0" },
        { new BuildWall("w", [N0, N1]), "wall w around n0, n1" },
        { new BuildWall("w", [N0, N1, new(2), new(3), new(4)]), "wall w around n0, n1 and 3 more" },
        { new RemoveWall("w"), "remove wall w" },
        { new HealNetwork(), "heal the network" },
        { new CutLink(N0, N1, true), "cut the link n0 - n1" },
        { new CutLink(N0, N1, false), "cut the link n0 to n1" },
        { new SetLink(N0, N1, true, Ratio.Percent(5), null), "link n0 - n1: loss 5 %" },
        { new SetLink(N0, N1, false, null, TimeSpan.FromSeconds(1)), "link n0 to n1: 1 s slower" },
        { new SetNodeLoss(N0, Ratio.Percent(50)), "n0 loses 50 %" },
        { new SetNodeLoss(N0, Ratio.Zero), "n0 loses nothing" },
        { new SetNetwork(Ratio.Percent(1), null), "network: loss 1 %" },
        { new DropMessage(3), "drop message 3" },
        { new HoldMessage(3), "hold message 3" },
        { new DeliverMessage(3), "deliver message 3 now" },
        { new DuplicateMessage(3), "duplicate message 3" },
        { new SpareMessage(N0, N1), "what n0 sends n1 now is not lost" },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public void A_command_reads_as_people_say_it(ClusterCommand command, string words) =>
        Assert.Equal(words, CommandText.Of(command));

    [Fact]
    public void Every_kind_of_command_has_words()
    {
        var all = typeof(ClusterCommand).Assembly.GetTypes().Where(type => type.BaseType == typeof(ClusterCommand));

        Assert.Equal(all.Select(type => type.Name).Order(),
            Words.Select(row => row.Data.Item1.GetType().Name).Distinct().Order());
    }

    [Fact]
    public void Every_event_names_what_made_it_happen()
    {
        var rig = new ClusterRig(ClusterRig.Calm(3)).Post(new SetValue(N0, 7)).RunUntil(1.5);
        var entries = rig.Entries.ToDictionary(entry => entry.Stamp.Id);

        var accepted = rig.Reported(Rule.ValueAccepted)[0];
        var arrived = entries[accepted.Stamp.Cause];
        var sent = entries[arrived.Stamp.Cause];
        Assert.Equal((CauseKind.Message, TraceKind.Arrived), (accepted.Stamp.CauseKind, arrived.Kind));
        Assert.Equal((CauseKind.Message, TraceKind.Sent), (arrived.Stamp.CauseKind, sent.Kind));
        Assert.Equal((CauseKind.Timer, TimerKind.ValueTick), (sent.Stamp.CauseKind, sent.Stamp.Timer));
        Assert.Equal(sent.Flight.Id, arrived.Flight.Id);
        var set = rig.Reported(Rule.ValueSet)[0];
        Assert.Equal((CauseKind.Command, TraceKind.Command), (set.Stamp.CauseKind, entries[set.Stamp.Cause].Kind));
    }

    [Fact]
    public void Events_are_counted_from_one_without_a_gap()
    {
        var rig = new ClusterRig(ClusterRig.Swim(6)).Post(new KillNode(N0)).RunUntil(20);

        var all = Enumerable.Range(1, (int)rig.Cluster.EventCount);
        Assert.Equal(all, rig.Entries.Select(entry => (int)entry.Stamp.Id));
    }

    [Fact]
    public void It_keeps_the_latest_and_says_how_many_it_let_go()
    {
        var trace = new Trace(capacity: 10);
        var cluster = new SimulatedCluster(ClusterRig.Swim(4), trace);

        cluster.RunUntil(Instant.FromMilliseconds(5_000));

        Assert.Equal(10, trace.Entries.Count);
        Assert.Equal(cluster.EventCount - 10, trace.Forgotten);
        Assert.Equal(cluster.EventCount, trace.Entries.Last().Stamp.Id);
    }

    [Fact]
    public void It_keeps_only_what_it_is_asked_to()
    {
        var trace = new Trace(filter: TraceFilter.ReportsOnly);

        new SimulatedCluster(ClusterRig.Swim(4), trace).RunUntil(Instant.FromMilliseconds(5_000));

        Assert.All(trace.Entries, entry => Assert.Equal(TraceKind.Reported, entry.Kind));
        Assert.Equal(0, trace.Forgotten);
    }

    [Fact]
    public void The_hash_of_nothing_is_always_the_same_and_any_event_changes_it()
    {
        var hash = new TraceHash();
        var empty = hash.ToString();
        Assert.Equal("000000060551b1ab", empty);

        var cluster = new SimulatedCluster(ClusterRig.Calm(2), hash);
        cluster.RunUntil(Instant.FromMilliseconds(5_000));
        Assert.Equal(empty, hash.ToString()); // timers that led to nothing are no events

        cluster.Post(new HealNetwork());
        cluster.Step();
        Assert.NotEqual(empty, hash.ToString());
    }
}
