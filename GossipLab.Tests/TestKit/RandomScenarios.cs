using GossipLab.Core.Dissemination;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Values;

namespace GossipLab.Tests.TestKit;

/// <summary>Small scenarios with random settings and random faults; one number, one scenario.</summary>
internal static class RandomScenarios
{
    private static readonly Instant FaultsEnd = Instant.FromMilliseconds(30_000);
    private static readonly Instant LongFaultsEnd = Instant.FromMilliseconds(100_000);

    /// <summary>When the faults of a number's scenario are over.</summary>
    public static Instant FaultsEndOf(ulong number) => IsLong(number) ? LongFaultsEnd : FaultsEnd;

    /// <summary>The scenario of a number.</summary>
    public static Scenario Of(ulong number)
    {
        var rng = new Dice(number, 0).Roll(DiceStream.Scenario, Instant.Zero);
        var nodes = 2 + rng.Below(19);
        return new Scenario
        {
            Name = FormattableString.Invariant($"random-{number}"),
            Seed = rng.Next(),
            Nodes = nodes,
            Node = Node(ref rng),
            Network = Network(ref rng),
            Commands = [.. LongWall(ref rng, number, nodes), .. Commands(ref rng, nodes)],
        };
    }

    private static GossipNodeOptions Node(ref Rng rng) => new()
    {
        Value = new ValueOptions { TieBreak = Pick<TieBreak>(ref rng), InitialValue = rng.Below(100) },
        Dissemination = new DisseminationOptions
        {
            Mode = Pick<DisseminationMode>(ref rng),
            FanOut = 1 + rng.Below(4),
            Interval = TimeSpan.FromMilliseconds(200 + rng.Below(3_000)),
            Peers = Pick<PeerSelection>(ref rng),
            Stop = rng.Below(3) == 0 ? Pick<StopRule>(ref rng) : StopRule.Never,
            StopAfter = 1 + rng.Below(6),
            Phase = Pick<TickPhase>(ref rng),
            PushUnwritten = rng.Below(4) == 0,
        },
        MembershipKind = Pick<MembershipKind>(ref rng),
    };

    private static NetworkOptions Network(ref Rng rng)
    {
        var zones = rng.Below(3) == 0 ? 2 : 1;
        return new NetworkOptions
        {
            Latency = Latency(ref rng),
            Loss = Chance(ref rng, 20),
            Duplicate = Chance(ref rng, 10),
            Reorder = Chance(ref rng, 30),
            Zones = zones,
            ZoneLatency = zones == 1
                ? [] : [TimeSpan.Zero, Milliseconds(ref rng, 80), Milliseconds(ref rng, 80), TimeSpan.Zero],
        };
    }

    private static LatencyOptions Latency(ref Rng rng) => new()
    {
        Kind = Pick<LatencyKind>(ref rng),
        Base = Milliseconds(ref rng, 20),
        Spread = Milliseconds(ref rng, 60),
        SigmaPercent = 20 + rng.Below(80),
    };

    // Every fifth has a wall that outlasts all memory of those behind it.
    private static bool IsLong(ulong number) => number % 5 == 0;

    private static TimedCommand[] LongWall(ref Rng rng, ulong number, int nodes) =>
        IsLong(number) ? [new TimedCommand(Instant.Zero, new BuildWall("long", Side(ref rng, nodes)))] : [];

    private static TimedCommand[] Commands(ref Rng rng, int nodes)
    {
        var moments = new long[4 + rng.Below(17)];
        for (var index = 0; index < moments.Length; index++)
        {
            moments[index] = rng.Below(FaultsEnd.Microseconds);
        }

        Array.Sort(moments);
        var commands = new TimedCommand[moments.Length];
        for (var index = 0; index < commands.Length; index++)
        {
            commands[index] = new TimedCommand(new Instant(moments[index]), Command(ref rng, nodes));
            nodes += commands[index].Command is AddNode ? 1 : 0;
        }

        return commands;
    }

    // Sets and crashes come more often than the rest, as they do in life.
    private static ClusterCommand Command(ref Rng rng, int nodes) => rng.Below(22) switch
    {
        0 or 1 => new KillNode(Any(ref rng, nodes)),
        2 or 3 => new RestartNode(Any(ref rng, nodes), rng.Below(2) == 0),
        4 => new PauseNode(Any(ref rng, nodes), rng.Below(4) == 0 ? null : Milliseconds(ref rng, 9_000)),
        5 => new ResumeNode(Any(ref rng, nodes)),
        6 => new SlowNode(Any(ref rng, nodes), Milliseconds(ref rng, 300)),
        7 => new LeaveNode(Any(ref rng, nodes)),
        8 => new AddNode(Any(ref rng, nodes)),
        9 => new BuildWall("wall", Side(ref rng, nodes)),
        10 => new RemoveWall("wall"),
        11 => new HealNetwork(),
        12 => Link(ref rng, nodes, (from, to, roll) => new CutLink(from, to, roll)),
        13 => Link(ref rng, nodes, (from, to, roll) => new SetLink(from, to, roll, new Ratio(1, 3), null)),
        14 => new SetNodeLoss(Any(ref rng, nodes), Chance(ref rng, 60)),
        15 => new SetNetwork(Chance(ref rng, 40), rng.Below(2) == 0 ? null : Latency(ref rng)),
        16 => Message(ref rng),
        _ => new SetValue(Any(ref rng, nodes), (long)(rng.Next() >> rng.Below(64))),
    };

    private static ClusterCommand Message(ref Rng rng)
    {
        var message = 1 + rng.Below(2_000);
        return rng.Below(4) switch
        {
            0 => new DropMessage(message),
            1 => new HoldMessage(message),
            2 => new DeliverMessage(message),
            _ => new DuplicateMessage(message),
        };
    }

    private static ClusterCommand Link(ref Rng rng, int nodes, Func<NodeId, NodeId, bool, ClusterCommand> make)
    {
        var from = rng.Below(nodes);
        var to = (from + 1 + rng.Below(nodes - 1)) % nodes;
        return make(new NodeId(from), new NodeId(to), rng.Below(2) == 0);
    }

    private static NodeId[] Side(ref Rng rng, int nodes)
    {
        var first = rng.Below(nodes);
        var count = 1 + rng.Below(nodes - 1);
        return [.. Enumerable.Range(0, count).Select(step => new NodeId((first + step) % nodes))];
    }

    private static NodeId Any(ref Rng rng, int nodes) => new(rng.Below(nodes));

    private static Ratio Chance(ref Rng rng, uint mostPercent) =>
        rng.Below(2) == 0 ? Ratio.Zero : new Ratio((uint)rng.Below((int)mostPercent + 1), 100);

    private static TimeSpan Milliseconds(ref Rng rng, int most) =>
        TimeSpan.FromMicroseconds(1_000 + rng.Below(most * 1_000));

    private static T Pick<T>(ref Rng rng)
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        return values[rng.Below(values.Length)];
    }
}
