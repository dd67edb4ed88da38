using System.Globalization;
using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Web.Parts;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Nodes;

/// <summary>A node's membership in words.</summary>
internal static class MembershipText
{
    /// <summary>What is known of the node itself, with what it does next; one that is down does nothing.</summary>
    public static IReadOnlyList<(string Name, string Text)> Facts(MembershipView view, Instant now, bool isUp)
    {
        var facts = new List<(string, string)>
        {
            (UiText.Nodes.OwnIncarnation, view.Incarnation.ToString()),
        };
        if (!isUp)
        {
            return facts;
        }

        facts.Add((UiText.Nodes.Health, UiText.Nodes.HealthOf(view.Health, view.WorstHealth)));
        facts.Add((UiText.Nodes.Probe, ProbeOf(view, now)));
        facts.Add((UiText.Nodes.NextProbe, In(view.NextProbe, now)));
        Add(facts, UiText.Nodes.NextGossip, view.NextGossip, now);
        Add(facts, UiText.Nodes.NextSync, view.NextSync, now);
        if (view.Failed > 0)
        {
            Add(facts, UiText.Nodes.NextReconnect, view.NextReconnect, now);
        }

        return facts;
    }

    /// <summary>A piece of news, for example <c>n3 suspect, incarnation 2, said by n7</c>.</summary>
    public static string Of(in MemberUpdate news)
    {
        var state = StateOf(news.State);
        var said = news.From == news.Subject ? "" : $", {UiText.Nodes.ByNode(news.From.ToString())}";
        return string.Create(
            CultureInfo.InvariantCulture, $"{news.Subject} {state}, inc. {news.Incarnation.Number}{said}");
    }

    /// <summary>A belief in a word.</summary>
    public static string StateOf(MemberState state) => state switch
    {
        MemberState.Alive => "alive",
        MemberState.Suspect => "suspect",
        MemberState.Dead => "dead",
        _ => "left",
    };

    /// <summary>How long a suspicion still runs and who confirms it; empty where none runs.</summary>
    public static string Of(SuspicionView? suspicion, Instant now) => suspicion is null ? ""
        : UiText.Nodes.SuspicionLeft(Left(suspicion.Deadline, now), suspicion.Confirmations, suspicion.Wanted);

    private static string ProbeOf(MembershipView view, Instant now) => view.Probe switch
    {
        null => UiText.Nodes.NoProbe,
        { Phase: ProbePhase.Indirect } probe => UiText.Nodes.ProbingThrough(
            probe.Subject.ToString(), string.Join(", ", probe.Helpers), Left(probe.Deadline, now)),
        { } probe => UiText.Nodes.Probing(probe.Subject.ToString(), Left(probe.Timeout, now)),
    };

    private static void Add(List<(string Name, string Text)> facts, string name, Instant? moment, Instant now)
    {
        if (moment is { } at)
        {
            facts.Add((name, In(at, now)));
        }
    }

    private static string In(Instant moment, Instant now) =>
        moment == Instant.Max ? UiText.Nodes.Never : $"in {Left(moment, now)}";

    private static string Left(Instant moment, Instant now) =>
        TimeText.Of(moment > now ? moment - now : TimeSpan.Zero);
}
