using GossipLab.Core.Simulation;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Faults;

/// <summary>What can be done to a message on its way.</summary>
/// <param name="Text">In a word or two.</param>
/// <param name="Key">The key that does the same.</param>
/// <param name="TestId">What tests find it by.</param>
/// <param name="Command">What it becomes.</param>
internal sealed record FlightAct(string Text, string Key, string TestId, Func<long, ClusterCommand> Command)
{
    /// <summary>All of them, in the order of the buttons.</summary>
    public static IReadOnlyList<FlightAct> All { get; } =
    [
        new(UiText.Messages.Drop, "d", TestIds.Drop, flight => new DropMessage(flight)),
        new(UiText.Messages.Hold, "h", TestIds.Hold, flight => new HoldMessage(flight)),
        new(UiText.Messages.Deliver, "n", TestIds.Deliver, flight => new DeliverMessage(flight)),
        new(UiText.Messages.Duplicate, "Shift+d", TestIds.Duplicate, flight => new DuplicateMessage(flight)),
    ];
}
