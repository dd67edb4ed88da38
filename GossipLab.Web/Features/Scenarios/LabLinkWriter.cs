using System.Globalization;
using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.WebUtilities;

namespace GossipLab.Web.Features.Scenarios;

/// <summary>
/// Writes links to the lab: short keys where the run is a scenario of the library with a few numbers changed, the whole
/// scenario packed where it is not.
/// </summary>
internal static class LabLinkWriter
{
    /// <summary>A path that opens the run, or null where it is too long for a link.</summary>
    /// <param name="scenario">The run with everything done to it so far.</param>
    /// <param name="standAt">Where it shall stand; null for the beginning.</param>
    public static string? Share(Scenario scenario, Instant? standAt)
    {
        var values = Values(scenario);
        if (values is not null && standAt is { } moment && moment > Instant.Zero)
        {
            // To the microsecond: the next round may begin one later.
            values[LinkKeys.Time] = moment.Milliseconds.ToString("0.###", CultureInfo.InvariantCulture);
        }

        return values is null ? null : QueryHelpers.AddQueryString(PageRoutes.Lab, values);
    }

    /// <summary>
    /// The path of an open lab: its scenario, so that it can be begun anew, and its id, so that it is found.
    /// </summary>
    /// <param name="link">The link it was opened by.</param>
    /// <param name="labId">The lab.</param>
    public static string Open(LabLink link, string labId) => Open(link, labId, PageRoutes.Lab);

    /// <summary>The same for another page that shows a lab.</summary>
    public static string Open(LabLink link, string labId, string route)
    {
        var values = Values(link.Scenario) ?? [];
        Add(values, LinkKeys.Clock, link.IsManual ? "manual" : null);
        Add(values, LinkKeys.Play, link.Plays ? null : "0");
        Add(values, LinkKeys.Motion, link.IsStill ? "off" : null);
        Add(values, LinkKeys.Tab, link.Tab);
        values[LinkKeys.Lab] = labId;
        return QueryHelpers.AddQueryString(route, values);
    }

    private static Dictionary<string, string?>? Values(Scenario scenario)
    {
        if (ShortValues(scenario) is { } values)
        {
            return values;
        }

        return ScenarioText.Pack(scenario) is { } packed ? new() { [LinkKeys.Packed] = packed } : null;
    }

    private static Dictionary<string, string?>? ShortValues(Scenario scenario)
    {
        var usual = scenario.Name == LabLinkReader.Quiet.Name
            ? LabLinkReader.Quiet : ScenarioLibrary.Find(scenario.Name)?.Scenario;
        if (usual is null || !IsSame(WithShortKeysOf(usual, scenario), scenario))
        {
            return null;
        }

        var invariant = CultureInfo.InvariantCulture;
        var (spread, usualSpread) = (scenario.Node.Dissemination, usual.Node.Dissemination);
        var values = new Dictionary<string, string?>
        {
            [LinkKeys.Scenario] = scenario.Name,
            [LinkKeys.Seed] = scenario.Seed.ToString(invariant),
        };
        Add(values, LinkKeys.Nodes, scenario.Nodes == usual.Nodes ? null : scenario.Nodes.ToString(invariant));
        Add(values, LinkKeys.FanOut, spread.FanOut == usualSpread.FanOut ? null : spread.FanOut.ToString(invariant));
        Add(values, LinkKeys.Interval, spread.Interval == usualSpread.Interval
            ? null : spread.Interval.TotalMilliseconds.ToString("0", invariant));
        Add(values, LinkKeys.Loss, scenario.Network.Loss == usual.Network.Loss
            ? null : scenario.Network.Loss.ToDecimal().ToString("0.######", invariant));
        return values;
    }

    // What the short keys say of one scenario, on top of another.
    private static Scenario WithShortKeysOf(Scenario usual, Scenario scenario) => usual with
    {
        Seed = scenario.Seed,
        Nodes = scenario.Nodes,
        Network = usual.Network with { Loss = Ratio.FromDecimal(scenario.Network.Loss.ToDecimal()) },
        Node = usual.Node with
        {
            Dissemination = usual.Node.Dissemination with
            {
                FanOut = scenario.Node.Dissemination.FanOut,
                Interval = WholeMilliseconds(scenario.Node.Dissemination.Interval),
            },
        },
    };

    private static TimeSpan WholeMilliseconds(TimeSpan span) =>
        TimeSpan.FromMilliseconds(Math.Round(span.TotalMilliseconds));

    // Lists within a record are the same only when they are one list, so what is compared is what would be written.
    private static bool IsSame(Scenario left, Scenario right) => ScenarioJson.Write(left) == ScenarioJson.Write(right);

    private static void Add(Dictionary<string, string?> values, string key, string? value)
    {
        if (value is not null)
        {
            values[key] = value;
        }
    }
}
