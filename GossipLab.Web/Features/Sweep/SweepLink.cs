using System.Globalization;
using GossipLab.Core.Experiments;
using GossipLab.Core.Simulation;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.WebUtilities;

namespace GossipLab.Web.Features.Sweep;

/// <summary>
/// Reads the fields of a sweep from an address, such as /sweep?x=fanOut&amp;from=1&amp;to=6&amp;metric=messages. What
/// cannot be used stays as it is and is told.
/// </summary>
internal static class SweepLink
{
    private const int MostNumber = 3_600_000;

    /// <summary>The fields of an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="fault">The first field that cannot be used, with what is allowed; null where all can.</param>
    public static SweepDraft Read(Uri address, out string? fault)
    {
        ArgumentNullException.ThrowIfNull(address);
        var draft = new SweepDraft();
        fault = null;
        foreach (var (key, values) in QueryHelpers.ParseQuery(address.Query))
        {
            fault ??= Take(draft, key, values.ToString());
        }

        return draft;
    }

    private static string? Take(SweepDraft draft, string key, string text) => key switch
    {
        "s" when text == SweepDraft.Plain || ScenarioLibrary.Find(text) is not null => Set(() => draft.Scenario = text),
        "s" => UiText.Sweep.LinkFault(key, [SweepDraft.Plain, .. ScenarioLibrary.All.Select(entry => entry.Name)]),
        "x" => Choose<SweepParameter>(key, text, chosen => draft.First = chosen),
        "y" => Choose<SweepParameter>(key, text, chosen => draft.Second = chosen),
        "metric" => Choose<RunMetric>(key, text, chosen => draft.Metric = chosen),
        "from" => Count(key, text, number => draft.FirstRange.From = number),
        "to" => Count(key, text, number => draft.FirstRange.To = number),
        "step" => Count(key, text, number => draft.FirstRange.Step = number),
        "yfrom" => Count(key, text, number => draft.SecondRange.From = number),
        "yto" => Count(key, text, number => draft.SecondRange.To = number),
        "ystep" => Count(key, text, number => draft.SecondRange.Step = number),
        "seeds" => Count(key, text, number => draft.Seeds = number),
        _ => null,
    };

    private static string? Set(Action set)
    {
        set();
        return null;
    }

    private static string? Choose<T>(string key, string text, Action<T> set)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (SweepJson.NameOf(value).Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                set(value);
                return null;
            }
        }

        return UiText.Sweep.LinkFault(key, Enum.GetValues<T>().Select(value => SweepJson.NameOf(value)));
    }

    private static string? Count(string key, string text, Action<int> set)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > MostNumber)
        {
            return UiText.Sweep.LinkNumber(key, MostNumber);
        }

        set(number);
        return null;
    }
}
