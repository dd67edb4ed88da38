using GossipLab.Core.Dissemination;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation.Checkpoints;
using GossipLab.Core.Values;

namespace GossipLab.Core.Simulation;

/// <summary>Something wrong with a scenario.</summary>
/// <param name="Path">Where, as a JSON path, for example <c>$.network.loss</c>.</param>
/// <param name="Problem">What, with the allowed range.</param>
public sealed record ScenarioFault(string Path, string Problem)
{
    /// <summary>The path and the problem.</summary>
    public override string ToString() => $"{Path}: {Problem}";
}

/// <summary>Checks a scenario before anything of it is used.</summary>
public static class ScenarioFaults
{
    /// <summary>The most nodes whose membership is SWIM.</summary>
    public const int MaxSwimNodes = 100_000;

    /// <summary>The most nodes whose membership is heartbeats: each sends to all others.</summary>
    public const int MaxHeartbeatNodes = 2_000;

    private const string MainList = "$.commands";

    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromHours(1);

    /// <summary>Everything that is wrong, in the order of the file; empty for a sound scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    public static IReadOnlyList<ScenarioFault> In(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var faults = new List<ScenarioFault>();
        CheckShape(scenario, faults);
        CheckValue(scenario.Node.Value, faults);
        CheckDissemination(scenario.Node.Dissemination, faults);
        foreach (var fault in scenario.Node.Membership.Faults())
        {
            var path = $"$.membership.{ScenarioJsonMembership.KeyOf(fault.Name)}";
            faults.Add(new ScenarioFault(path, $"{fault.Value} is not in {fault.Allowed}"));
        }

        CheckNetwork(scenario.Network, faults);
        CheckCommands(scenario, MainList, scenario.Commands, Instant.Zero, faults);
        CheckBranches(scenario, faults);
        return faults;
    }

    /// <summary>The most nodes with a kind of membership.</summary>
    /// <param name="kind">The kind.</param>
    public static int MostNodes(MembershipKind kind) => kind switch
    {
        MembershipKind.Swim => MaxSwimNodes,
        MembershipKind.Heartbeat => MaxHeartbeatNodes,
        _ => Scenario.MaxNodes,
    };

    internal static ScenarioFault? InLatency(string path, LatencyOptions latency)
    {
        var faults = new List<ScenarioFault>();
        Span(faults, $"{path}.baseMs", latency.Base, TimeSpan.Zero, LatencyOptions.Longest);
        Span(faults, $"{path}.spreadMs", latency.Spread, TimeSpan.Zero, LatencyOptions.Longest);
        Number(faults, $"{path}.sigmaPercent", latency.SigmaPercent, 0, 300);
        return faults.Count > 0 ? faults[0] : null;
    }

    private static void CheckShape(Scenario scenario, List<ScenarioFault> faults)
    {
        if (scenario.Name.Length is 0 or > 64
            || !scenario.Name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
        {
            faults.Add(new ScenarioFault("$.name", "a name has 1 to 64 letters, digits or dashes"));
        }

        var most = MostNodes(scenario.Node.MembershipKind);
        if (scenario.Nodes < 1 || scenario.Nodes > most)
        {
            var why = most < Scenario.MaxNodes ? " with this membership" : "";
            faults.Add(new ScenarioFault("$.nodes", FormattableString.Invariant(
                $"{scenario.Nodes} is not in 1 to {most}{why}")));
        }
    }

    private static void CheckValue(ValueOptions options, List<ScenarioFault> faults) => Number(
        faults, "$.value.maxGenerationJump", options.MaxGenerationJump, 1, ValueOptions.LargestGenerationJump);

    private static void CheckDissemination(DisseminationOptions options, List<ScenarioFault> faults)
    {
        Number(faults, "$.dissemination.fanOut", options.FanOut, 1, DisseminationOptions.MaxFanOut);
        Span(faults, "$.dissemination.intervalMs", options.Interval, ShortestInterval, LongestInterval);
        Number(faults, "$.dissemination.stopAfter", options.StopAfter, 1, 64);
    }

    private static void CheckNetwork(NetworkOptions options, List<ScenarioFault> faults)
    {
        if (InLatency("$.network.latency", options.Latency) is { } fault)
        {
            faults.Add(fault);
        }

        Span(faults, "$.network.reorderByMs", options.ReorderBy, TimeSpan.Zero, LatencyOptions.Longest);
        Number(faults, "$.network.zones", options.Zones, 1, NetworkOptions.MaxZones);
        if (options.ZoneLatency.Count > 0 && options.ZoneLatency.Count != options.Zones * options.Zones)
        {
            var wanted = options.Zones * options.Zones;
            faults.Add(new ScenarioFault("$.network.zoneLatencyMs", FormattableString.Invariant(
                $"{options.Zones} zones need {wanted} values row by row, not {options.ZoneLatency.Count}")));
        }

        for (var index = 0; index < options.ZoneLatency.Count; index++)
        {
            Span(faults, FormattableString.Invariant($"$.network.zoneLatencyMs[{index}]"),
                options.ZoneLatency[index], TimeSpan.Zero, LatencyOptions.Longest);
        }
    }

    // Commands up to a moment were checked before; those of a branch begin after it.
    private static void CheckCommands(
        Scenario scenario, string list, IReadOnlyList<TimedCommand> commands, Instant after, List<ScenarioFault> faults)
    {
        if (commands.Count > Scenario.MaxCommands)
        {
            faults.Add(new ScenarioFault(list, $"at most {Scenario.MaxCommands} commands"));
            return;
        }

        var nodes = scenario.Nodes;
        var last = Instant.Zero;
        var shared = list == MainList ? 0 : commands.TakeWhile(timed => timed.At <= after).Count();
        for (var index = 0; index < commands.Count; index++)
        {
            var timed = commands[index];
            var path = FormattableString.Invariant($"{list}[{index - shared}]");
            if (index < shared)
            {
                nodes += timed.Command is AddNode ? 1 : 0;
                continue;
            }

            if (timed.At < last || timed.At > Scenario.LastCommand)
            {
                faults.Add(new ScenarioFault(path + ".atMs", timed.At < last
                    ? "is earlier than the command before it" : $"is later than {Scenario.LastCommand.Seconds} s"));
            }

            last = timed.At;
            if (CommandFaults.At(path, timed.Command, nodes) is { } fault)
            {
                faults.Add(fault);
            }

            nodes += timed.Command is AddNode ? 1 : 0;
            if (nodes == MostNodes(scenario.Node.MembershipKind) + 1)
            {
                faults.Add(new ScenarioFault(path, $"is one node more than {nodes - 1}"));
            }
        }
    }

    private static void CheckBranches(Scenario scenario, List<ScenarioFault> faults)
    {
        var lanes = new List<IReadOnlyList<TimedCommand>> { scenario.Commands };
        for (var index = 0; index < scenario.Branches.Count; index++)
        {
            var branch = scenario.Branches[index];
            var path = FormattableString.Invariant($"$.branches[{index}]");
            if (!Lane.IsName(branch.Name))
            {
                faults.Add(new ScenarioFault(path + ".name", $"a name has 1 to {Lane.LongestName} characters"));
            }

            Number(faults, path + ".parent", branch.Parent, 0, index);
            if (branch.ForkedAt > Scenario.LastCommand)
            {
                faults.Add(new ScenarioFault(
                    path + ".forkedAtMs", $"is later than {Scenario.LastCommand.Seconds} s"));
            }

            if (branch.Commands.Count > 0 && branch.Commands[0].At <= branch.ForkedAt)
            {
                faults.Add(new ScenarioFault(
                    path + ".commands[0].atMs", "is not after the moment at which the branch parts"));
            }

            var all = branch.After(lanes[branch.Parent >= 0 && branch.Parent < lanes.Count ? branch.Parent : 0]);
            CheckCommands(scenario, path + ".commands", all, branch.ForkedAt, faults);
            lanes.Add(all);
        }
    }

    private static void Number(List<ScenarioFault> faults, string path, long value, long least, long most)
    {
        if (value < least || value > most)
        {
            faults.Add(new ScenarioFault(path, FormattableString.Invariant($"{value} is not in {least} to {most}")));
        }
    }

    private static void Span(List<ScenarioFault> faults, string path, TimeSpan value, TimeSpan least, TimeSpan most)
    {
        if (value < least || value > most)
        {
            faults.Add(new ScenarioFault(path, FormattableString.Invariant(
                $"{value.TotalMilliseconds} ms is not in {least.TotalMilliseconds} to {most.TotalMilliseconds} ms")));
        }
    }
}
