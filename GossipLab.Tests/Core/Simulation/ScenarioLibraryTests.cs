using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Values;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Simulation;

/// <summary>Each built-in scenario is sound and does what its sentence says.</summary>
public sealed class ScenarioLibraryTests
{
    public static TheoryData<string> Names => [.. ScenarioLibrary.All.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_sound_and_survives_its_file(string name)
    {
        var entry = Find(name);

        Assert.Empty(ScenarioFaults.In(entry.Scenario));
        Assert.True(ScenarioJson.TryRead(ScenarioJson.Write(entry.Scenario), out var read, out _));
        Assert.Equal(ScenarioJson.Write(entry.Scenario), ScenarioJson.Write(read));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_has_a_title_one_sentence_and_a_speed(string name)
    {
        var entry = Find(name);

        Assert.InRange(entry.Title.Length, 5, 40);
        Assert.EndsWith(".", entry.Sentence);
        Assert.DoesNotContain(". ", entry.Sentence);
        Assert.InRange(entry.Speed ?? 1, 0.01, 100);
    }

    [Fact]
    public void Names_are_different_and_an_unknown_one_finds_nothing()
    {
        Assert.Equal(ScenarioLibrary.All.Count, ScenarioLibrary.All.Select(entry => entry.Name).Distinct().Count());
        Assert.Null(ScenarioLibrary.Find("Hello"));
        Assert.Null(ScenarioLibrary.Find(null));
    }

    [Fact]
    public void Hello_reaches_all_sixteen_by_doubling()
    {
        var rig = Run("hello", 3);
        Assert.Equal(3, rig.Cluster.Census.Informed);

        rig.RunUntil(15);
        Assert.All(rig.Values, value => Assert.Equal(7, value));
    }

    [Fact]
    public void The_articles_cluster_pushes_its_first_value_before_it_is_set()
    {
        var rig = Run("article", 3);
        Assert.NotEmpty(rig.Sent(MessageKind.Push));
        Assert.All(rig.Sent(MessageKind.Push), sent => Assert.Equal(42, sent.Message.Value.Value));

        rig.RunUntil(9);
        Assert.Equal([8, 8, 8, 8], rig.Values);
    }

    [Fact]
    public void Simultaneous_sets_stay_split_for_twenty_rounds_and_a_tie_break_would_have_mended_it()
    {
        var rig = Run("simultaneous-sets", 40.5);
        Assert.Equal([5, 7], rig.Values.Distinct().Order());

        var scenario = Find("simultaneous-sets").Scenario;
        var mended = new ClusterRig(scenario with
        {
            Node = scenario.Node with { Value = new ValueOptions { TieBreak = TieBreak.HighestWriter } },
        }).RunUntil(20.5);
        Assert.Equal([7], mended.Values.Distinct());
    }

    [Fact]
    public void A_false_suspicion_is_refuted_and_nobody_dies()
    {
        var rig = Run("false-suspicion", 60);

        Assert.All(rig.Reported(Rule.SuspectAccepted), entry => Assert.Equal(3, entry.What.Subject.Index));
        Assert.NotEmpty(rig.Reported(Rule.SuspectAccepted));
        var refuted = Assert.Single(rig.Reported(Rule.SelfRefuted));
        Assert.Equal((3, 2), (refuted.Stamp.Node.Index, refuted.What.Number));
        Assert.Empty(Deaths(rig));
        ShouldBelieveAlive(rig, _ => true);
    }

    [Fact]
    public void A_crash_is_known_to_all_within_fifteen_seconds()
    {
        var rig = Run("crash-detection", 18);

        ShouldBelieveAlive(rig, subject => subject.Index != 3);
        Assert.All(Deaths(rig), entry => Assert.Equal(3, entry.What.Subject.Index));
    }

    [Fact]
    public void A_partition_splits_beliefs_and_values_and_heals()
    {
        var rig = Run("partition-heal", 29.9);
        Assert.Equal([5, 9], rig.Values.Distinct().Order());
        foreach (var observer in rig.Ids)
        {
            Assert.All(rig.Ids, subject => Assert.Equal(
                observer.Index < 16 == subject.Index < 16, rig.Cluster.Node(observer).Roster.IsLive(subject)));
        }

        rig.RunUntil(90);
        Assert.Equal([9], rig.Values.Distinct());
        ShouldBelieveAlive(rig, _ => true);
    }

    [Fact]
    public void A_slow_node_suspects_others_then_its_own_health_and_buries_nobody()
    {
        var rig = Run("slow-node", 60);
        var byIt = rig.Entries.Where(entry => entry.Stamp.Node.Index == 7).Select(entry => entry.What).ToArray();

        Assert.Contains(byIt, what => what.Rule == Rule.SuspectAccepted);
        Assert.Contains(byIt, what => what is { Rule: Rule.HealthChanged, Number: 7 });
        Assert.All(Deaths(rig), entry => Assert.Equal(7, entry.What.Subject.Index));
        ShouldBelieveAlive(rig, _ => true);
    }

    [Fact]
    public void With_half_of_all_messages_lost_the_value_still_arrives()
    {
        var rig = Run("lossy-32", 25);
        var counters = rig.Cluster.Counters;

        Assert.All(rig.Values, value => Assert.Equal(7, value));
        Assert.InRange((double)counters.Lost / counters.Sent, 0.4, 0.6);
    }

    [Fact]
    public void Push_pull_reaches_all_64_in_fewer_rounds_than_push_would()
    {
        var rig = Run("push-pull-64", 15);

        Assert.All(rig.Values, value => Assert.Equal(7, value));
        Assert.NotEmpty(rig.Sent(MessageKind.ExchangeReply));
    }

    [Theory]
    [InlineData("rumour-1000", 20)]
    [InlineData("rumour-10000", 25)]
    public void A_rumour_reaches_thousands_within_seconds(string name, int seconds)
    {
        var cluster = new SimulatedCluster(Find(name).Scenario);

        cluster.RunUntil(Instant.FromMilliseconds(seconds * 1000));

        Assert.True(cluster.Census.IsConverged);
        Assert.Equal(cluster.NodeCount, cluster.Census.Informed);
    }

    [Fact]
    public void Five_crashes_among_a_thousand_are_known_to_all_within_half_a_minute()
    {
        var cluster = new SimulatedCluster(Find("swim-1000").Scenario);

        cluster.RunUntil(Instant.FromMilliseconds(33_000));

        for (var index = 1; index < 1_000; index += 7)
        {
            var roster = cluster.Node(new NodeId(index)).Roster;
            Assert.All(Enumerable.Range(0, 1_000), subject => Assert.Equal(
                subject is not (100 or 300 or 500 or 700 or 900), roster.IsLive(new NodeId(subject))));
        }
    }

    private static LibraryScenario Find(string name) =>
        ScenarioLibrary.Find(name) ?? throw new ArgumentException($"no scenario {name}");

    private static ClusterRig Run(string name, double seconds) => new ClusterRig(Find(name).Scenario).RunUntil(seconds);

    private static IEnumerable<TraceEntry> Deaths(ClusterRig rig) => rig.Entries.Where(entry => entry.What is
        { Kind: NodeEventKind.BeliefChanged, State: MemberState.Dead });

    private static void ShouldBelieveAlive(ClusterRig rig, Func<NodeId, bool> isAlive)
    {
        foreach (var observer in rig.Ids.Where(id => rig.Cluster.Condition(id).IsUp))
        {
            Assert.All(rig.Ids,
                subject => Assert.Equal(isAlive(subject), rig.Cluster.Node(observer).Roster.IsLive(subject)));
        }
    }
}
