using System.Globalization;
using GossipLab.Core.Protocol;
using GossipLab.Web.RealClusters;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Stage;

/// <summary>The marks that a real cluster can show now.</summary>
internal static class RealLegend
{
    private const int StaleFill = 4, SuspectRing = 2, DeadRing = 3, UnknownRing = 6;

    private static readonly string[] SlotMarks = ["none", "a", "b", "c"];

    public static IReadOnlyList<LegendEntry> Of(RealClusterView view) =>
    [
        new("none", UiText.Stage.DoesNotKnow, StageFilter.OfSlot(0)),
        .. from held in view.Values.DistinctBy(held => held.Slot)
           orderby held.Slot
           let value = held.Value.ToString(CultureInfo.InvariantCulture)
           select new LegendEntry(SlotMarks[held.Slot], UiText.Stage.Holds(value), StageFilter.OfSlot(held.Slot)),
        .. view.Newest > Generation.Zero.Next
            ? [new LegendEntry("stale", UiText.Stage.Stale, StageFilter.OfSlot(StaleFill))]
            : Array.Empty<LegendEntry>(),
        new("suspect", UiText.Stage.Suspect, StageFilter.OfRing(SuspectRing)),
        new("dead", UiText.Stage.Dead, StageFilter.OfRing(DeadRing)),
        new("unknown", UiText.RealNode.Unknown, StageFilter.OfRing(UnknownRing)),
        view.Lens is null ? new("down", UiText.Stage.Down) : new("alive", UiText.Stage.Alive, StageFilter.OfRing(1)),
    ];
}
