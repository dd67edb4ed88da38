using System.Globalization;
using GossipLab.Core.Dissemination;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Values;
using GossipLab.Web.Labs;
using GossipLab.Web.Parts;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Caption;

/// <summary>Why a run that seems to stand still does, where a reason is found in what is measured.</summary>
internal static class StatusNote
{
    /// <summary>The reason in words, or null where there is nothing to say.</summary>
    public static string? Of(LabView view)
    {
        return view.Newest == Generation.Zero ? OfUnset(view)
            : view.Values.Count > 1 ? OfSplit(view)
            : view.Informed < view.Running ? OfHidden(view) : null;
    }

    private static string? OfUnset(LabView view)
    {
        if (view.Scenario.Commands.Count == 0)
        {
            return UiText.Caption.NoRunYet;
        }

        SetValue? lastSet = null;
        foreach (var timed in view.Scenario.Commands)
        {
            lastSet = timed.Command as SetValue ?? lastSet;
            if (timed.Command is SetValue && timed.At > view.Now)
            {
                return null;
            }
        }

        var origin = view.NodeRows.FirstOrDefault(row => row.Id == lastSet?.Node);
        return origin is { IsUp: false }
            ? UiText.Caption.Died(origin.Id.ToString(), Numbers.Of(view.Running)) : null;
    }

    private static string? OfSplit(LabView view)
    {
        var isForEver = view.Informed == view.Running && view.Scenario.Node.Value.TieBreak == TieBreak.KeepMine;
        return isForEver
            ? UiText.Caption.Split(Holders(view.Values[0]), Holders(view.Values[1]), view.Newest.ToString()) : null;
    }

    private static string Holders(ValueCensus.HeldValue held) => UiText.Caption.Holders(
        held.Value.ToString(CultureInfo.InvariantCulture), Numbers.Of(held.Holders));

    private static string? OfHidden(LabView view)
    {
        foreach (var wall in view.Walls)
        {
            var missing = MissingBehind(wall, view);
            if (missing > 0)
            {
                return UiText.Caption.Walled(Numbers.Of(missing), wall.Name);
            }
        }

        var isOver = view.Scenario.Node.Dissemination is { Stop: not StopRule.Never, Mode: DisseminationMode.Push }
            && view.Counters.InFlight == 0 && HasBeenQuiet(view);
        return isOver ? UiText.Caption.Stopped(Numbers.Of(view.Running - view.Informed)) : null;
    }

    // Behind means: one side of the wall knows it all, the other not at all.
    private static int MissingBehind(WallView wall, LabView view)
    {
        var inside = view.NodeRows.Where(row => row.IsUp && wall.Side.Contains(row.Id)).ToList();
        var outside = view.NodeRows.Where(row => row.IsUp && !wall.Side.Contains(row.Id)).ToList();
        var informedInside = inside.Count(row => row.IsInformed);
        var informedOutside = outside.Count(row => row.IsInformed);
        return informedInside == inside.Count && informedOutside == 0 ? outside.Count
            : informedOutside == outside.Count && informedInside == 0 ? inside.Count : 0;
    }

    private static bool HasBeenQuiet(LabView view) =>
        view.Now - LastChange(view.Curve) > view.Scenario.Node.Dissemination.Interval * 4;

    private static Instant LastChange(IReadOnlyList<CurvePoint> curve)
    {
        var place = curve.Count - 1;
        while (place > 0 && curve[place - 1].Informed == curve[place].Informed)
        {
            place--;
        }

        return place < 0 ? Instant.Zero : curve[place].At;
    }
}
