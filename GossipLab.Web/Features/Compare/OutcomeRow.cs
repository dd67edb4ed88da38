using System.Globalization;
using GossipLab.Web.Parts;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Compare;

/// <summary>A line of the table of outcomes.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="First">On the left.</param>
/// <param name="Second">On the right.</param>
/// <param name="Change">The right one against the left one.</param>
internal sealed record OutcomeRow(string Name, string First, string Second, string Change)
{
    /// <summary>The lines of two outcomes; those about nothing that happened are left out.</summary>
    public static IReadOnlyList<OutcomeRow> Of(Outcome first, Outcome second)
    {
        var rows = new List<OutcomeRow>();
        if (first.HasValue || second.HasValue)
        {
            rows.Add(Of(UiText.Compare.ToHalf, first.ToHalf, second.ToHalf));
            rows.Add(Of(UiText.Compare.ToMost, first.ToMost, second.ToMost));
            rows.Add(Of(UiText.Compare.ToAll, first.ToAll, second.ToAll));
        }

        rows.Add(new OutcomeRow(UiText.Compare.Messages, Numbers.Of(first.Messages), Numbers.Of(second.Messages),
            ChangeOf(first.Messages, second.Messages)));
        rows.Add(new OutcomeRow(UiText.Compare.Bytes, Numbers.Bytes(first.Bytes), Numbers.Bytes(second.Bytes),
            ChangeOf(first.Bytes, second.Bytes)));
        rows.Add(Of(UiText.Compare.FalseSuspicions, first.FalseSuspicions, second.FalseSuspicions));
        rows.Add(Of(UiText.Compare.FalseDeaths, first.FalseDeaths, second.FalseDeaths));
        if (first.HasCrash || second.HasCrash)
        {
            rows.Add(Of(UiText.Compare.FirstDetection, first.ToFirstDetection, second.ToFirstDetection));
            rows.Add(Of(UiText.Compare.AllDetections, first.ToAllDetections, second.ToAllDetections));
        }

        return rows;
    }

    private static OutcomeRow Of(string name, TimeSpan? first, TimeSpan? second) => new(
        name, first is { } one ? TimeText.Of(one) : UiText.Compare.Never,
        second is { } other ? TimeText.Of(other) : UiText.Compare.Never,
        first is { } left && second is { } right ? ChangeOf(left.TotalSeconds, right.TotalSeconds) : "");

    private static OutcomeRow Of(string name, long first, long second) =>
        new(name, Numbers.Of(first), Numbers.Of(second), ChangeOf(first, second));

    private static string ChangeOf(double first, double second) =>
        first == second ? "=" : first == 0 ? ""
            : string.Create(CultureInfo.InvariantCulture, $"{100 * (second - first) / first:+0;−0;±0} %");
}
