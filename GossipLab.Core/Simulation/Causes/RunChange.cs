using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;

namespace GossipLab.Core.Simulation.Causes;

/// <summary>One way in which a run might have gone otherwise: commands left out or added, or other settings.</summary>
/// <param name="Text">What is changed, for example <c>if n3 had not been paused</c>.</param>
public sealed record RunChange(string Text)
{
    /// <summary>The commands that are left out.</summary>
    public IReadOnlyList<TimedCommand> Removed { get; init; } = [];

    /// <summary>The commands that are added.</summary>
    public IReadOnlyList<TimedCommand> Added { get; init; } = [];

    /// <summary>The settings of every node instead; null for the same.</summary>
    public GossipNodeOptions? Node { get; init; }

    /// <summary>The first moment at which the run may differ.</summary>
    public Instant From
    {
        get
        {
            var first = Node is null ? Instant.Max : Instant.Zero;
            foreach (var timed in Removed.Concat(Added))
            {
                first = timed.At < first ? timed.At : first;
            }

            return first;
        }
    }

    /// <summary>A branch can take it: commands only, and something comes before it.</summary>
    public bool FitsBranch => Node is null && From > Instant.Zero;

    /// <summary>The run with this change.</summary>
    /// <param name="scenario">The run.</param>
    public Scenario ApplyTo(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var commands = scenario.Commands.ToList();
        foreach (var timed in Removed)
        {
            commands.Remove(timed);
        }

        // Before those of the same moment: a message that a command sends is spared by one that comes first.
        foreach (var timed in Added)
        {
            var place = commands.FindIndex(other => other.At >= timed.At);
            commands.Insert(place < 0 ? commands.Count : place, timed);
        }

        return scenario with { Commands = commands, Node = Node ?? scenario.Node };
    }

    internal static RunChange Spare(in Flight flight) =>
        new($"if {flight.From}'s message of {Say.Time(flight.SentAt)} had reached {flight.To}")
        {
            Added = [new TimedCommand(flight.SentAt, new SpareMessage(flight.From, flight.To))],
        };

    internal static RunChange Without(TraceEntry command) =>
        new($"without «{CommandText.Of(command.Command!)}» at {Say.Time(command.Stamp.At)}") // It is a command's.
        {
            Removed = [new TimedCommand(command.Stamp.At, command.Command!)],
        };

    internal static RunChange Drop(in Flight flight) =>
        new($"if {flight.From}'s message of {Say.Time(flight.SentAt)} had not reached {flight.To}")
        {
            Added = [new TimedCommand(flight.SentAt + Moment, new DropMessage(flight.Id))],
        };

    internal static RunChange Hurry(in Flight flight) =>
        new($"if {flight.From}'s message of {Say.Time(flight.SentAt)} had reached {flight.To} at once")
        {
            Added = [new TimedCommand(flight.SentAt + Moment, new DeliverMessage(flight.Id))],
        };

    private static TimeSpan Moment => TimeSpan.FromMicroseconds(1);
}
