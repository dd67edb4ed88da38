using GossipLab.Core.Dissemination;
using GossipLab.Core.Experiments;
using GossipLab.Core.Membership;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Compare;

/// <summary>One of two runs that are compared.</summary>
/// <param name="Name">What tells it from the other.</param>
/// <param name="Scenario">The run.</param>
public sealed record ComparedSide(string Name, Scenario Scenario);

/// <summary>
/// Two runs with one seed and one script of commands that differ in one thing. Since draws are keyed, everything goes
/// alike until that thing matters.
/// </summary>
/// <param name="Key">What it is called in links.</param>
/// <param name="Title">What it is called in menus.</param>
/// <param name="Question">What can be seen in it.</param>
/// <param name="First">The run on the left.</param>
/// <param name="Second">The run on the right.</param>
/// <param name="Until">Up to which moment they are compared.</param>
public sealed record ComparePair(
    string Key, string Title, string Question, ComparedSide First, ComparedSide Second, Instant Until)
{
    /// <summary>The most nodes of a comparison: both runs are shown node by node.</summary>
    public const int MostNodes = 64;

    private static readonly DisseminationOptions Rounds = new() { Phase = TickPhase.LockStep, FanOut = 1 };

    /// <summary>The pairs that come with the product.</summary>
    public static IReadOnlyList<ComparePair> Ready { get; } =
    [
        PushAgainstExchange(), HeartbeatsAgainstSwim(), Suspicion(), Lifeguard(), Article(),
    ];

    /// <summary>The ready pair of a name; the first where there is none.</summary>
    public static ComparePair Find(string? key) => Ready.FirstOrDefault(pair => pair.Key == key) ?? Ready[0];

    /// <summary>The same with other dice on both sides.</summary>
    public ComparePair WithSeed(ulong seed) => this with
    {
        First = First with { Scenario = First.Scenario with { Seed = seed } },
        Second = Second with { Scenario = Second.Scenario with { Seed = seed } },
    };

    /// <summary>A run with two values of one parameter.</summary>
    /// <param name="scenario">The run.</param>
    /// <param name="axis">The parameter and its two values.</param>
    public static ComparePair OfValues(Scenario scenario, SweepAxis axis)
    {
        ComparedSide Side(int index) => new(
            UiText.Compare.Value(UiText.Compare.Parameter(axis.Parameter), axis.Values[index]),
            axis.Apply(scenario, index));
        var seconds = scenario.Commands.Count > 0 ? scenario.Commands[^1].At.Seconds + 20 : 20;
        return new ComparePair(
            "custom", UiText.Compare.Custom, UiText.Compare.CustomQuestion(scenario.Name), Side(0), Side(1),
            Instant.FromMilliseconds(Math.Min(seconds, 60) * 1000));
    }

    private static ComparePair PushAgainstExchange() => Pair("push-pull", 24,
        new Scenario
        {
            Nodes = 32, Seed = 5, Network = Fast, Commands = [At(400, new SetValue(new NodeId(0), 7))],
            Node = new GossipNodeOptions { Dissemination = Rounds },
        },
        node => node with { Dissemination = Rounds with { Mode = DisseminationMode.PushPull } });

    private static ComparePair HeartbeatsAgainstSwim() => Pair("heartbeat-swim", 20,
        new Scenario
        {
            Nodes = 32, Seed = 9, Network = Fast, Commands = [At(3_000, new KillNode(new NodeId(3)))],
            Node = new GossipNodeOptions { MembershipKind = MembershipKind.Heartbeat },
        },
        node => node with { MembershipKind = MembershipKind.Swim });

    private static ComparePair Suspicion() => Pair("suspicion", 20,
        new Scenario
        {
            Nodes = 32, Seed = 17, Network = Fast,
            Commands = [At(4_000, new PauseNode(new NodeId(3), TimeSpan.FromSeconds(2.5)))],
            Node = WithMembers(options => options with { UseSuspicion = false }),
        },
        _ => GossipNodeOptions.Swim);

    private static ComparePair Lifeguard() => Pair("lifeguard", 30,
        new Scenario
        {
            Nodes = 32, Seed = 23, Network = Fast,
            Commands =
            [
                At(5_000, new SlowNode(new NodeId(7), TimeSpan.FromMilliseconds(700))),
                At(25_000, new SlowNode(new NodeId(7), TimeSpan.Zero)),
            ],
            Node = WithMembers(options => options with
            {
                HealthAwareProbe = false, DynamicSuspicion = false, BuddySystem = false,
            }),
        },
        _ => GossipNodeOptions.Swim);

    // The text's closures read one loop variable, so that both pushes go to the same peer.
    private static ComparePair Article() => Pair("article", 30,
        new Scenario
        {
            Nodes = 16, Seed = 4, Network = Fast, Commands = [At(3_000, new SetValue(new NodeId(1), 8))],
            Node = GossipNodeOptions.Article with
            {
                Dissemination = GossipNodeOptions.Article.Dissemination with { Peers = PeerSelection.SamePeerTwice },
            },
        },
        _ => GossipNodeOptions.Article);

    private static ComparePair Pair(
        string key, int seconds, Scenario first, Func<GossipNodeOptions, GossipNodeOptions> otherwise)
    {
        var (title, question, left, right) = UiText.Compare.Ready(key);
        first = first with { Name = key };
        return new ComparePair(
            key, title, question, new ComparedSide(left, first),
            new ComparedSide(right, first with { Node = otherwise(first.Node) }),
            Instant.FromMilliseconds(seconds * 1000));
    }

    private static NetworkOptions Fast => new()
    {
        Latency = new LatencyOptions
        {
            Kind = LatencyKind.Uniform,
            Base = TimeSpan.FromMilliseconds(20),
            Spread = TimeSpan.FromMilliseconds(30),
        },
    };

    private static GossipNodeOptions WithMembers(Func<MembershipOptions, MembershipOptions> change) =>
        GossipNodeOptions.Swim with { Membership = change(MembershipOptions.Lan) };

    private static TimedCommand At(int milliseconds, ClusterCommand command) =>
        new(Instant.FromMilliseconds(milliseconds), command);
}
