using System.Globalization;
using GossipLab.Core.Nodes;
using GossipLab.Core.Protocol;
using GossipLab.Web.Labs;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Stage;

/// <summary>One mark of the stage and what it means.</summary>
internal sealed record LegendEntry(string Mark, string Text);

/// <summary>The marks that a run can show now.</summary>
internal static class LegendEntries
{
    private static readonly string[] SlotMarks = ["none", "a", "b", "c"];

    public static IReadOnlyList<LegendEntry> Of(LabView view)
    {
        var entries = new List<LegendEntry> { new("none", UiText.Stage.DoesNotKnow) };
        if (view.Newest != Generation.Zero)
        {
            foreach (var held in view.Values.DistinctBy(held => held.Slot).OrderBy(held => held.Slot))
            {
                var value = held.Value.ToString(CultureInfo.InvariantCulture);
                entries.Add(new(SlotMarks[Math.Clamp(held.Slot, 1, 3)], UiText.Stage.Holds(value)));
            }
        }

        if (view.Newest.Number > 1)
        {
            entries.Add(new("stale", UiText.Stage.Stale));
        }

        entries.AddRange(view.Lens is null ? [new("down", UiText.Stage.Down)] : Beliefs());
        entries.Add(new("push", UiText.Stage.Push));
        if (view.Scenario.Node.MembershipKind == MembershipKind.Swim)
        {
            entries.Add(new("ping", UiText.Stage.Ping));
            entries.Add(new("ack", UiText.Stage.Ack));
        }

        return entries;
    }

    private static LegendEntry[] Beliefs() =>
    [
        new("alive", UiText.Stage.Alive),
        new("suspect", UiText.Stage.Suspect),
        new("dead", UiText.Stage.Dead),
    ];
}
