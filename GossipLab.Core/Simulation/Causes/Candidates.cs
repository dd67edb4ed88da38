using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;

namespace GossipLab.Core.Simulation.Causes;

/// <summary>What might have gone otherwise, out of what stands in an answer: each is one change.</summary>
internal static class Candidates
{
    /// <summary>The changes worth trying, those that are cheapest to play first.</summary>
    /// <param name="scenario">The run.</param>
    /// <param name="removals">What takes away a cause, or what stood in the way.</param>
    /// <param name="isAboutValue">Whether the settings of spreading matter, not those of membership.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<RunChange> Of(
        Scenario scenario, IEnumerable<RunChange> removals, bool isAboutValue, int most)
    {
        var changes = new List<RunChange>();
        foreach (var removal in removals)
        {
            if (!changes.Exists(other => other.Text == removal.Text))
            {
                changes.Add(removal);
                changes.AddRange(Shortened(removal));
            }
        }

        var notches = (isAboutValue ? OfSpread(scenario.Node) : Notches(scenario)).ToArray();
        var commands = changes.OrderByDescending(change => change.From).Take(Math.Max(0, most - notches.Length));
        return [.. commands.Concat(notches).Where(change => IsSound(change, scenario)).Take(most)];
    }

    private static IEnumerable<RunChange> Shortened(RunChange removal)
    {
        if (removal is { Removed: [{ Command: PauseNode { Duration: { } span } pause } timed] }
            && span / 2 >= CommandFaults.ShortestPause)
        {
            var half = new TimeSpan(span.Ticks / 20 * 10); // To the microsecond.
            yield return new RunChange($"if {pause.Node} had stood still for {CommandText.Span(half)} only")
            {
                Removed = [timed],
                Added = [timed with { Command = pause with { Duration = half } }],
            };
        }
    }

    private static IEnumerable<RunChange> Notches(Scenario scenario) =>
        scenario.Node.MembershipKind switch
        {
            MembershipKind.Swim => OfSwim(scenario.Node),
            MembershipKind.Heartbeat => OfHeartbeat(scenario.Node),
            _ => [],
        };

    private static IEnumerable<RunChange> OfSpread(GossipNodeOptions node)
    {
        var options = node.Dissemination;
        foreach (var fanOut in (int[])[options.FanOut - 1, options.FanOut + 1])
        {
            yield return Notch(FormattableString.Invariant($"FanOut had been {fanOut}"),
                node with { Dissemination = options with { FanOut = fanOut } });
        }

        var half = new TimeSpan(options.Interval.Ticks / 20_000 * 10_000); // To the millisecond.
        yield return Notch($"Interval had been {CommandText.Span(half)}",
            node with { Dissemination = options with { Interval = half } });
    }

    private static IEnumerable<RunChange> OfSwim(GossipNodeOptions node)
    {
        var options = node.Membership;
        yield return Notch($"SuspicionMultiplier had been {options.SuspicionMultiplier + 2}",
            node with { Membership = options with { SuspicionMultiplier = options.SuspicionMultiplier + 2 } });
        yield return Notch($"IndirectChecks had been {options.IndirectChecks + 1}",
            node with { Membership = options with { IndirectChecks = options.IndirectChecks + 1 } });
        yield return Notch($"ProbeInterval had been {CommandText.Span(options.ProbeInterval * 2)}",
            node with { Membership = options with { ProbeInterval = options.ProbeInterval * 2 } });
        yield return Notch($"RetransmitMultiplier had been {options.RetransmitMultiplier + 1}",
            node with { Membership = options with { RetransmitMultiplier = options.RetransmitMultiplier + 1 } });
    }

    private static IEnumerable<RunChange> OfHeartbeat(GossipNodeOptions node)
    {
        var longer = node.Membership.HeartbeatTimeout + node.Membership.ProbeInterval;
        yield return Notch($"HeartbeatTimeout had been {CommandText.Span(longer)}",
            node with { Membership = node.Membership with { HeartbeatTimeout = longer } });
    }

    private static RunChange Notch(string text, GossipNodeOptions node) => new($"if {text}") { Node = node };

    private static bool IsSound(RunChange change, Scenario scenario) =>
        ScenarioFaults.In(change.ApplyTo(scenario)).Count == 0
        && change.Added.All(timed => timed.At <= Scenario.LastCommand);
}
