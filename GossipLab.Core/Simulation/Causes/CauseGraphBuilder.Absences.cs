using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Causes;

/// <content>Messages that should have arrived by a moment and did not: each has its reason.</content>
internal sealed partial class CauseGraphBuilder
{
    private void AddObstacle(CauseNode absence, Obstacle obstacle)
    {
        absence.Removal = obstacle.Removal;
        if (obstacle.Command is { } command)
        {
            AddCommand(absence, command);
        }
        else
        {
            AddLeaf(absence, obstacle.Form, obstacle.Text);
        }
    }

    /// <summary>Why a message was not there before an event; null where it was.</summary>
    internal Obstacle? FindObstacle(MessageWay way, long before, Instant at)
    {
        if (way.Arrived is { } arrived && arrived.Stamp.Id < before)
        {
            return null;
        }

        if (way.Lost is { } lost && lost.Stamp.Id < before)
        {
            return Loss(way, lost);
        }

        var flight = way.Sent.Flight;
        var until = at == Instant.Max ? flight.DueAt : at;
        if (_spells.Find(flight.To, SpellKind.Paused, until) is { } stall)
        {
            return new Obstacle($"kept waiting: {flight.To} stood still from {Say.Time(stall.From)}"
                + Say.Until(stall.Until), CauseForm.Truth)
            {
                Command = stall.Command, Removal = RunChange.Without(stall.Command),
            };
        }

        return Held(flight) ?? Slow(flight, until) ?? Late(way, until);
    }

    private Obstacle Loss(MessageWay way, TraceEntry lost)
    {
        var flight = way.Sent.Flight;
        var link = $"the link {flight.From} → {flight.To}";
        return lost.Reason switch
        {
            LossReason.Network => new Obstacle($"lost on {link}{Drawn(way)}", CauseForm.Chance)
            {
                Removal = RunChange.Spare(flight),
            },
            LossReason.Wall => new Obstacle($"stopped by a wall between {flight.From} and {flight.To}", CauseForm.Truth)
            {
                Command = WallBefore(lost), Removal = RunChange.Spare(flight),
            },
            LossReason.Cut => new Obstacle($"stopped: {link} was cut", CauseForm.Truth)
            {
                Command = CutBefore(lost), Removal = RunChange.Spare(flight),
            },
            LossReason.ReceiverDown => AtMachine(lost, SpellKind.Down, $"lost: {flight.To} was not running"),
            LossReason.BufferFull => AtMachine(lost, SpellKind.Paused, $"lost: too much waited at {flight.To}"),
            LossReason.Dropped => Dropped(flight),
            _ => new Obstacle($"lost: there is no {flight.To}", CauseForm.Truth),
        };
    }

    private static string Drawn(MessageWay way) => way.Draw is { } draw
        ? $" (drawn {Say.Chance(draw.Roll)}, below the chance of {Say.Chance(draw.Chance.Value)})" : "";

    private Obstacle AtMachine(TraceEntry lost, SpellKind kind, string text)
    {
        var (flight, at) = (lost.Flight, lost.Stamp.At);
        var spell = _spells.Find(flight.To, kind, at) ?? _spells.Find(flight.To, SpellKind.Slow, at);
        return new Obstacle(spell is null ? text : $"{text} (since {Say.Time(spell.From)})", CauseForm.Truth)
        {
            Command = spell?.Command,
            Removal = spell is null ? null : RunChange.Without(spell.Command),
        };
    }

    private Obstacle Dropped(Flight flight)
    {
        var command = LastCommand(entry => entry.Command is DropMessage drop && drop.Message == flight.Id);
        return new Obstacle("taken away by you", CauseForm.Truth)
        {
            Command = command, Removal = command is null ? null : RunChange.Without(command),
        };
    }

    private Obstacle? Held(Flight flight)
    {
        var command = LastCommand(entry => entry.Command is HoldMessage hold && hold.Message == flight.Id);
        return command is null ? null : new Obstacle("held by you", CauseForm.Truth)
        {
            Command = command, Removal = RunChange.Without(command),
        };
    }

    private Obstacle? Slow(in Flight flight, Instant at) => _spells.Find(flight.To, SpellKind.Slow, at) is not { } slow
        ? null : new Obstacle($"kept waiting: {flight.To} was slow since {Say.Time(slow.From)}", CauseForm.Truth)
        {
            Command = slow.Command, Removal = RunChange.Without(slow.Command),
        };

    private static Obstacle Late(MessageWay way, Instant at)
    {
        var flight = way.Sent.Flight;
        var came = way.Arrived?.Stamp.At ?? flight.DueAt;
        var text = came > at
            ? $"late by {CommandText.Span(came - at)}: it took {CommandText.Span(came - flight.SentAt)}" : "on its way";
        return new Obstacle(text, CauseForm.Setting)
        {
            Removal = RunChange.Hurry(flight),
        };
    }

    private TraceEntry? LastCommand(Func<TraceEntry, bool> match) => _record.Commands.LastOrDefault(match);

    private TraceEntry? WallBefore(TraceEntry lost)
    {
        var (from, to) = (lost.Flight.From, lost.Flight.To);
        return LastCommand(entry => entry.Stamp.Id < lost.Stamp.Id
            && entry.Command is BuildWall wall && wall.Side.Contains(from) != wall.Side.Contains(to));
    }

    private TraceEntry? CutBefore(TraceEntry lost)
    {
        var (from, to) = (lost.Flight.From, lost.Flight.To);
        return LastCommand(entry => entry.Stamp.Id < lost.Stamp.Id && entry.Command is CutLink cut
            && ((cut.From == from && cut.To == to) || (cut.BothWays && cut.From == to && cut.To == from)));
    }
}
