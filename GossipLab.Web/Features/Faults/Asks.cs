using System.Globalization;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.Parts;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Faults;

/// <summary>The questions of the acts and how their answers are read.</summary>
internal static class Asks
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>Which value.</summary>
    /// <param name="node">Where it is set.</param>
    /// <param name="proposed">What stands there at first.</param>
    public static Ask Value(NodeId node, long proposed) => new()
    {
        Title = $"{UiText.Faults.SetValueTitle} {node}",
        Label = UiText.Faults.Value,
        Initial = proposed.ToString(Invariant),
        FaultOf = text => ReadValue(text) is null ? UiText.Faults.NotAWholeNumber : null,
    };

    /// <summary>How long a pause lasts.</summary>
    public static Ask Pause(NodeId node) => Span(
        $"{UiText.Faults.PauseTitle} {node}", UiText.Faults.Duration, TimeSpan.FromMilliseconds(1),
        CommandFaults.LongestDuration) with
    {
        Initial = "5000",
        Quick = [("1 s", "1000"), ("5 s", "5000"), ("10 s", "10000"), ("30 s", "30000")],
    };

    /// <summary>How slow a node is.</summary>
    public static Ask Slow(NodeId node) => Span(
        $"{UiText.Faults.SlowTitle} {node}", UiText.Faults.Delay, TimeSpan.Zero, CommandFaults.SlowestNode) with
    {
        Initial = "400",
        Quick = [(UiText.Faults.NormalAgain, "0"), ("50 ms", "50"), ("400 ms", "400"), ("1 s", "1000")],
    };

    /// <summary>How much a node loses.</summary>
    public static Ask Loss(NodeId node) => new()
    {
        Title = $"{UiText.Faults.LossTitle} {node}",
        Label = UiText.Faults.Loss,
        Unit = UiText.Faults.Percent,
        Initial = "30",
        Quick = [(UiText.Faults.NormalAgain, "0"), ("10 %", "10"), ("30 %", "30"), ("90 %", "90")],
        FaultOf = text => ReadLoss(text) is null
            ? UiText.Faults.NotInRange("0", "100", UiText.Faults.Percent) : null,
    };

    /// <summary>The other end of a link.</summary>
    public static Ask Link(NodeId node, int nodes) => new()
    {
        Title = $"{UiText.Faults.CutTitle} {node}",
        Label = UiText.Faults.OtherNode,
        Initial = node.Index + 1 < nodes ? $"n{node.Index + 1}" : "n0",
        FaultOf = text => NodeNames.TryRead(text, out _) ? null : UiText.Faults.NotANode,
    };

    /// <summary>Reads a value; null where it is none.</summary>
    public static long? ReadValue(string text) =>
        long.TryParse(text, NumberStyles.Integer, Invariant, out var value) ? value : null;

    /// <summary>Reads a span in milliseconds; null where it is none.</summary>
    public static TimeSpan? ReadSpan(string text) =>
        double.TryParse(text, NumberStyles.Float, Invariant, out var milliseconds) && Math.Abs(milliseconds) < 1e12
            ? TimeSpan.FromMilliseconds(milliseconds) : null;

    /// <summary>Reads a loss in per cent; null where it is none or out of range.</summary>
    public static Ratio? ReadLoss(string text) =>
        decimal.TryParse(text, NumberStyles.Number, Invariant, out var percent) && percent is >= 0 and <= 100
            ? Ratio.FromDecimal(percent / 100) : null;

    private static Ask Span(string title, string label, TimeSpan least, TimeSpan most) => new()
    {
        Title = title,
        Label = label,
        Unit = UiText.Faults.Milliseconds,
        Initial = "",
        FaultOf = text => ReadSpan(text) is { } span && span >= least && span <= most
            ? null
            : UiText.Faults.NotInRange(Text(least), Text(most), UiText.Faults.Milliseconds),
    };

    private static string Text(TimeSpan span) => span.TotalMilliseconds.ToString("#,0.###", Invariant);
}
