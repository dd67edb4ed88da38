using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <summary>A recorded event as one line of a transcript: exact, for tests and exports.</summary>
public static class TraceText
{
    /// <summary>The line, for example <c>0004.200000 n4 Swim.Suspect.Accepted n3 inc 1 from n4</c>.</summary>
    /// <param name="entry">The event.</param>
    public static string Of(TraceEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var at = FormattableString.Invariant($"{entry.Stamp.At.Seconds:0000.000000}");
        return entry.Kind switch
        {
            TraceKind.Command => $"{at} -- {CommandText.Of(entry.Command!)}", // a command entry always has its command
            TraceKind.Sent => $"{at} {entry.Flight.From} -> {entry.Flight.To} {MessageOf(entry.Message)}",
            TraceKind.Arrived => $"{at} {entry.Flight.To} <- {entry.Flight.From} {MessageOf(entry.Message)}",
            TraceKind.Lost =>
                $"{at} {entry.Flight.From} -x {entry.Flight.To} {entry.Message.Kind} lost: {entry.Reason}",
            _ => $"{at} {entry.Stamp.Node} {ReportOf(entry.What)}",
        };
    }

    /// <summary>A message in short, for example <c>Ping n3 #402 + 2 news</c>.</summary>
    /// <param name="message">The message.</param>
    public static string MessageOf(in Message message)
    {
        var text = message.Kind.ToString();
        if (message.CarriesValue)
        {
            text += $" {message.Value}";
        }

        if (message.Kind is MessageKind.Ping or MessageKind.PingRequest or MessageKind.StreamPing)
        {
            text += $" {message.Subject}";
        }

        if (message.Sequence > 0)
        {
            text += FormattableString.Invariant($" #{message.Sequence}");
        }

        foreach (ref readonly var update in message.Updates.Items[..Math.Min(message.Updates.Count, 3)])
        {
            text += $" [{update}]";
        }

        return message.Updates.Count > 3
            ? text + FormattableString.Invariant($" + {message.Updates.Count - 3} more") : text;
    }

    private static string ReportOf(in NodeEvent what)
    {
        var name = RuleNames.Of(what.Rule);
        var from = what.From.IsSomebody ? $" from {what.From}" : "";
        return what.Kind switch
        {
            NodeEventKind.ValueChanged or NodeEventKind.ValueIgnored =>
                FormattableString.Invariant($"{name} {what.Value} gen {what.Number}{from}"),
            NodeEventKind.BeliefChanged =>
                FormattableString.Invariant($"{name} {what.Subject} is {what.State} inc {what.Number}{from}"),
            _ => FormattableString.Invariant($"{name} {what.Subject} {what.Number}{from}"),
        };
    }
}
