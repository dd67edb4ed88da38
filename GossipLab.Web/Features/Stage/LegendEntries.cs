using System.Globalization;
using GossipLab.Core.Nodes;
using GossipLab.Core.Protocol;
using GossipLab.Web.Labs;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Stage;

/// <summary>One mark of the stage, what it means, and what to isolate when it is pressed.</summary>
public sealed record LegendEntry(string Mark, string Text, StageFilter? Filter = null);

/// <summary>The marks that a run can show now.</summary>
internal static class LegendEntries
{
    private const int StaleFill = 4;

    private static readonly string[] SlotMarks = ["none", "a", "b", "c"];

    private static readonly LegendEntry[] Beliefs =
    [
        new("alive", UiText.Stage.Alive, StageFilter.OfRing(1)),
        new("suspect", UiText.Stage.Suspect, StageFilter.OfRing(2)),
        new("dead", UiText.Stage.Dead, StageFilter.OfRing(3)),
    ];

    private static readonly LegendEntry[] Probes =
    [
        new("ping", UiText.Stage.Ping, StageFilter.OfKinds((int)MessageKind.Ping, (int)MessageKind.PingRequest)),
        new("ack", UiText.Stage.Ack, StageFilter.OfKinds((int)MessageKind.Ack, (int)MessageKind.Nack)),
    ];

    private static readonly LegendEntry ValueMessages = new("push", UiText.Stage.Push, StageFilter.OfKinds(
        (int)MessageKind.Push, (int)MessageKind.PushFeedback, (int)MessageKind.Pull, (int)MessageKind.PullReply,
        (int)MessageKind.Exchange, (int)MessageKind.ExchangeReply));

    public static IReadOnlyList<LegendEntry> Of(LabView view) =>
    [
        new("none", UiText.Stage.DoesNotKnow, StageFilter.OfSlot(0)),
        .. view.Newest == Generation.Zero ? [] : Values(view),
        .. view.Newest.Number > 1 ? [new("stale", UiText.Stage.Stale, StageFilter.OfSlot(StaleFill))] : NoEntries,
        .. view.Lens is null ? [new("down", UiText.Stage.Down)] : Beliefs,
        ValueMessages,
        .. view.Scenario.Node.MembershipKind == MembershipKind.Swim ? Probes : NoEntries,
    ];

    private static LegendEntry[] NoEntries => [];

    private static IEnumerable<LegendEntry> Values(LabView view) =>
        from held in view.Values.DistinctBy(held => held.Slot)
        orderby held.Slot
        let value = held.Value.ToString(CultureInfo.InvariantCulture)
        let slot = Math.Clamp(held.Slot, 1, 3)
        select new LegendEntry(SlotMarks[slot], UiText.Stage.Holds(value), StageFilter.OfSlot(slot));
}
