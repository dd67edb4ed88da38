using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Causes;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Simulation.Causes;

/// <summary>
/// Every answer is checked against the run: played again without one of the causes that it calls needed, the effect
/// does not happen. Where a cause has a second way to come about (a rumour that comes over another node, an answer that
/// is lost once more), that is taken away as well, until it has none.
/// </summary>
public sealed class NeededCauseTests(ITestOutputHelper output)
{
    private const int Beliefs = 400;
    private const int MostChanges = 40;

    [Fact]
    public void Without_a_needed_cause_there_is_no_effect()
    {
        var (forms, number, undecided) = (new List<CauseForm>(), 0UL, 0);
        while (forms.Count < Beliefs)
        {
            number++;
            Assert.InRange(number, 1UL, 4_000UL);
            if (Pick(number) is not var (scenario, effect, cause))
            {
                continue;
            }

            if (Vanishes(number, scenario, effect, cause))
            {
                forms.Add(cause.Form);
            }
            else
            {
                undecided++;
            }
        }

        Assert.InRange(undecided, 0, Beliefs / 50);

        Assert.All([CauseForm.Absence, CauseForm.Message, CauseForm.Effect],
            form => Assert.True(forms.Count(other => other == form) >= 5, $"{form} is hardly ever tried"));
    }

    [Fact]
    public void The_rules_that_answers_name_stand_in_the_protocol()
    {
        var document = Repository.Read("docs", "PROTOCOL.md");
        var named = new HashSet<Rule>();
        for (var number = 1UL; number <= 60; number++)
        {
            var inquiry = Play(RandomScenarios.Of(number), Instant.FromMilliseconds(20_000));
            foreach (var effect in inquiry.Record.Entries.Where(entry => entry.Kind == TraceKind.Reported
                && entry.What.Kind == NodeEventKind.BeliefChanged).TakeLast(5))
            {
                named.UnionWith(Explain(inquiry, effect).Nodes.Select(node => node.Rule).OfType<Rule>());
            }
        }

        Assert.True(named.Count >= 10);
        Assert.All(named, rule => Assert.Contains($"`{RuleNames.Of(rule)}`", document));
    }

    // A random change of a random belief, and one of its needed causes.
    private static (Scenario Scenario, TraceEntry Effect, CauseNode Cause)? Pick(ulong number)
    {
        var scenario = RandomScenarios.Of(number);
        var rng = new Dice(number, 1).Roll(DiceStream.Scenario, Instant.Zero);
        var at = Instant.FromMilliseconds(5_000 + rng.Below(30_000));
        var all = Play(scenario, at);
        var beliefs = all.Record.Entries.Where(entry => entry.Kind == TraceKind.Reported
            && entry.What.Kind == NodeEventKind.BeliefChanged && entry.What.State != MemberState.Alive).ToArray();
        if (beliefs.Length == 0)
        {
            return null;
        }

        var effect = beliefs[rng.Below(beliefs.Length)];
        var graph = Explain(all, effect);
        var causes = graph.Root.Causes.Select(place => graph.Nodes[place])
            .SelectMany(cause => cause.Form == CauseForm.Effect && cause.Rule == Rule.ProbeFailed
                ? cause.Causes.Select(place => graph.Nodes[place]) : [cause])
            .Where(cause => cause is { IsNeeded: true } && Remedy(graph, cause) is not null).ToArray();
        return causes.Length == 0 ? null : (scenario, effect, causes[rng.Below(causes.Length)]);
    }

    // Undecided is what has no change that takes it away: a refutation that nobody was about to tell.
    private bool Vanishes(ulong number, Scenario scenario, TraceEntry effect, CauseNode cause)
    {
        var changes = new List<string>();
        for (var changed = scenario; ; )
        {
            var inquiry = Play(changed, effect.Stamp.At);
            var same = inquiry.Record.Entries.LastOrDefault(entry => IsSame(entry, effect));
            if (same is null)
            {
                Assert.NotEmpty(changes);
                return true;
            }

            var graph = Explain(inquiry, same);
            var left = graph.Nodes.FirstOrDefault(node => node.Key == cause.Key)
                ?? graph.Nodes.FirstOrDefault(node => IsAlike(node, cause));
            var remedy = left is null ? null : Remedy(graph, left);
            if (left is not null && remedy is null)
            {
                return false;
            }

            if (remedy is null || changes.Count == MostChanges)
            {
                output.WriteLine($"random scenario {number}: {TraceText.Of(effect)}; cause: {cause.Text}");
                output.WriteLine(string.Join('\n', changes));
                Assert.Fail($"the effect is still there and its cause is {(left is null ? "gone" : left.Text)}");
            }

            changes.Add(remedy.Text);
            changed = remedy.ApplyTo(changed);
        }
    }

    // The change itself, or for something that a node was told the message that told it.
    private static RunChange? Remedy(CauseGraph graph, CauseNode cause) => cause.Removal
        ?? cause.Causes.Select(place => graph.Nodes[place])
            .FirstOrDefault(node => node.Form == CauseForm.Message)?.Removal;

    // Another message that brings the same news, another confirmation by the same accuser; heartbeats that were not
    // sent for one reason may be lost for another once they are.
    private static bool IsAlike(CauseNode node, CauseNode cause) => IsBeat(node) && IsBeat(cause)
        || node.Form == cause.Form && node.Rule == cause.Rule && node.Depth == cause.Depth
        && (node.Node == cause.Node || node.Form == CauseForm.Message);

    private static bool IsBeat(CauseNode node) =>
        node.Key.StartsWith("beat:", StringComparison.Ordinal)
        || node.Key.StartsWith("silence:", StringComparison.Ordinal);

    private static bool IsSame(TraceEntry entry, TraceEntry effect) => entry.Kind == TraceKind.Reported
        && entry.Stamp.At == effect.Stamp.At && entry.Stamp.Node == effect.Stamp.Node
        && entry.What.Rule == effect.What.Rule && entry.What.Subject == effect.What.Subject
        && entry.What.Number == effect.What.Number;

    private static Inquiry Play(Scenario scenario, Instant at)
    {
        var inquiry = new Inquiry(scenario, Question.OfEvent(1), at);
        inquiry.Play(() => true);
        return inquiry;
    }

    private static CauseGraph Explain(Inquiry inquiry, TraceEntry effect) =>
        new CauseGraphBuilder(inquiry.Record, inquiry.Scenario).OfEvent(effect);
}
