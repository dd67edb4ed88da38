using System.Globalization;
using GossipLab.Core.Primitives;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Features.Compare;

/// <summary>One time for two labs: play, step, scrub; where they part is marked.</summary>
public sealed partial class SharedTape
{
    private static string Whole(Instant at) => at.Milliseconds.ToString("0", CultureInfo.InvariantCulture);

    private Task ScrubAsync(ChangeEventArgs change) =>
        double.TryParse(change.Value?.ToString(), CultureInfo.InvariantCulture, out var milliseconds)
            ? Duo.GoAsync(Instant.FromMilliseconds(milliseconds)) : Task.CompletedTask;

    private string Mark(Instant at) => string.Create(CultureInfo.InvariantCulture,
        $"M{1000 * at.Seconds / Math.Max(0.001, Duo.Pair.Until.Seconds):0.#} 0v10");
}
