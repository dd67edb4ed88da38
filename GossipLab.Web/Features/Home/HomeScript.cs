using System.Globalization;
using GossipLab.Core.Protocol;
using GossipLab.Web.Labs;
using GossipLab.Web.Parts;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Home;

/// <summary>What is said while the first run plays. Every number comes from the run.</summary>
public static class HomeScript
{
    /// <summary>The node a visitor is invited to kill.</summary>
    public static readonly NodeId Cue = new(5);

    private static readonly string[] SmallNumbers = ["no", "one", "two", "three", "four", "five", "six"];

    /// <summary>The words for a moment of the run.</summary>
    public static string CaptionOf(LabView view)
    {
        if (view.Newest == Generation.Zero)
        {
            return UiText.Home.Quiet;
        }

        if (view is { IsConverged: true, RoundsToInformed: { } rounds, MessagesToInformed: { } messages })
        {
            return UiText.Home.Done(Numbers.Of(rounds), Numbers.Of(messages), Cue.ToString());
        }

        return view.Informed == 1 ? OfFirst(view) : OfSpread(view);
    }

    private static string OfFirst(LabView view) =>
        HasTold(view) ? UiText.Home.Tells(FanOut(view)) : UiText.Home.OneKnows;

    private static string OfSpread(LabView view) =>
        view.Informed * 4 >= view.Running * 3 ? UiText.Home.Wasted
        : view.Informed <= view.Scenario.Node.Dissemination.FanOut + 1 ? UiText.Home.EachTells(FanOut(view))
        : UiText.Home.Nobody;

    private static bool HasTold(LabView view) =>
        view.Counters.Kinds.Any(count => count is { Kind: MessageKind.Push, Sent: > 0 });

    private static string FanOut(LabView view)
    {
        var fanOut = view.Scenario.Node.Dissemination.FanOut;
        return fanOut < SmallNumbers.Length ? SmallNumbers[fanOut] : fanOut.ToString(CultureInfo.InvariantCulture);
    }
}
