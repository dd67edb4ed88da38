using System.Globalization;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation.Causes;

namespace GossipLab.Web.Features.Why;

/// <summary>From an effect to a cause that is drawn, over what is not.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Text">What its box says.</param>
/// <param name="Label">Who passed the news on, or nothing.</param>
internal sealed record PlotStep(CauseNode Cause, string Text, string Label)
{
    /// <summary>The causes of an effect that are drawn.</summary>
    public static IEnumerable<PlotStep> From(CauseGraph graph, CauseNode effect)
    {
        var absences = new List<CauseNode>();
        foreach (var cause in effect.Causes.Select(place => graph.Nodes[place]).SelectMany(cause => Over(graph, cause)))
        {
            switch (cause.Form)
            {
                case CauseForm.Absence: absences.Add(cause); break;
                case CauseForm.Message: yield return OverMessages(graph, cause); break;
                case CauseForm.Effect or CauseForm.Command: yield return new PlotStep(cause, cause.Text, ""); break;
            }
        }

        foreach (var same in absences.GroupBy(absence => ReasonOf(graph, absence)))
        {
            yield return OfAbsences([.. same]);
        }
    }

    // A failed probe says no more than the answers it missed.
    private static IEnumerable<CauseNode> Over(CauseGraph graph, CauseNode cause) =>
        cause is { Form: CauseForm.Effect, Rule: Rule.ProbeFailed }
            ? cause.Causes.Select(place => graph.Nodes[place]) : [cause];

    private static PlotStep OverMessages(CauseGraph graph, CauseNode message)
    {
        var tellers = new List<string>();
        for (var node = message; ; )
        {
            tellers.Insert(0, node.Node.ToString());
            var source = node.Causes.Select(place => graph.Nodes[place]).FirstOrDefault(IsDrawn);
            if (source is null)
            {
                return new PlotStep(node, node.Text, "");
            }

            if (source.Causes.Select(place => graph.Nodes[place]).FirstOrDefault(IsNews) is not { } next)
            {
                return new PlotStep(source, source.Text, Shorten(tellers));
            }

            node = next;
        }
    }

    private static string Shorten(List<string> tellers) => tellers.Count <= 3
        ? string.Join(" → ", tellers)
        : string.Create(CultureInfo.InvariantCulture, $"{tellers[0]} +{tellers.Count - 2} {tellers[^1]}");

    private static bool IsDrawn(CauseNode node) => node.Form is CauseForm.Effect or CauseForm.Command;

    // What a node was told, and did not find out by itself: its first cause is the message.
    private static bool IsNews(CauseNode node) => node.Form == CauseForm.Message;

    private static string ReasonOf(CauseGraph graph, CauseNode absence) =>
        absence.Causes.Select(place => graph.Nodes[place]).FirstOrDefault() is { Form: CauseForm.Command } command
        && absence.Rule is Rule.ProbeStarted or Rule.ProbeIndirect
            ? command.Key : absence.Key;

    private static PlotStep OfAbsences(CauseNode[] same)
    {
        if (same.Length == 1)
        {
            return new PlotStep(same[0], same[0].Text, "");
        }

        var reason = same[0].Text[(same[0].Text.LastIndexOf(':') + 1)..].Trim();
        return new PlotStep(same[0],
            string.Create(CultureInfo.InvariantCulture, $"{same.Length} answers did not come: {reason}"), "");
    }
}
