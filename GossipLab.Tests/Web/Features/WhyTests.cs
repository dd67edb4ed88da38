using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Causes;
using GossipLab.Tests.Web.Labs;
using GossipLab.Web.Features.Why;
using GossipLab.Web.Labs;

namespace GossipLab.Tests.Web.Features;

/// <summary>How answers are listed and drawn, and what comes of them in a lab.</summary>
public sealed class WhyTests
{
    private static readonly Instant Asked = Instant.FromMilliseconds(11_000);
    private static readonly Scenario Stall = ScenarioLibrary.Find("stall-false-death")!.Scenario; // It is there.
    private static readonly Question WhyDead = Question.OfBelief(new NodeId(7), new NodeId(3));

    [Fact]
    public async Task The_list_runs_down_the_chain_and_indents_where_several_causes_were_needed()
    {
        var lines = CauseOutline.Of((await AnswerAsync(WhyDead)).Graph!); // There is an answer.

        Assert.Equal(0, lines[0].Depth);
        Assert.All(lines.TakeWhile(line => line.Needs <= 1), line => Assert.Equal(0, line.Depth));
        var death = lines.Single(line => line.Node.Rule == Rule.SuspicionTimeout);
        Assert.Equal(4, death.Needs); // The suspicion, two confirmations, and no refutation.
        Assert.Contains(death.Details, detail => detail.StartsWith("the suspicion had "));
        Assert.InRange(lines.Max(line => line.Depth), 2, CauseOutline.MostDepth);
        Assert.Equal(lines.Count, lines.Select(line => line.Node.Id).Distinct().Count());
    }

    [Fact]
    public async Task The_drawing_has_few_boxes_first_and_all_when_asked()
    {
        var graph = (await AnswerAsync(WhyDead)).Graph!; // There is an answer.

        var few = CausePlot.Of(graph, isWhole: false);
        var whole = CausePlot.Of(graph, isWhole: true);

        Assert.InRange(few.Boxes.Count, 5, CausePlot.FewBoxes + 1); // What was done is drawn beyond the limit.
        Assert.True(few.Hidden > 0);
        Assert.Equal(0, whole.Hidden);
        Assert.True(whole.Boxes.Count > few.Boxes.Count);
        Assert.Contains(few.Boxes, box => box.Mark == "command");
        Assert.Contains(few.Edges, edge => edge.Label == "n4 → n30 → n9");
    }

    [Fact]
    public async Task Boxes_lie_apart_and_causes_to_the_left_of_their_effects()
    {
        var plot = CausePlot.Of((await AnswerAsync(WhyDead)).Graph!, isWhole: true); // There is an answer.

        Assert.Equal(plot.Boxes.Count, plot.Boxes.Select(box => (box.X, box.Y)).Distinct().Count());
        Assert.All(plot.Edges, edge => Assert.True(edge.Cause.X < edge.Effect.X));
        Assert.All(plot.Boxes, box => Assert.InRange(box.X + CausePlot.BoxWidth, 0, plot.Width));
        Assert.All(plot.Boxes, box => Assert.InRange(box.Y + CausePlot.BoxHeight, 0, plot.Height));
        Assert.All(plot.Boxes, box => Assert.InRange(box.Lines.Count, 1, 3));
    }

    [Fact]
    public async Task What_would_have_changed_it_opens_as_a_branch_that_keeps_the_old_future()
    {
        await using var lab = LabRig.Open(Stall, LabRig.Manual with { StandAt = Asked });
        var run = await AnswerAsync(WhyDead);
        var flip = run.Results.First(result => result is { Flips: true, Change.FitsBranch: true });

        Assert.Null(await lab.BranchAsync(0, flip.Change, Asked));

        await AssertStandsAtAsync(lab, Asked);
        Assert.Equal(flip.Change.Text, lab.View.Tape.Lane.Name);
        Assert.Equal(flip.Change.ApplyTo(Stall).Commands, lab.View.Scenario.Commands);
        Assert.Equal(2, lab.View.Tape.Lanes.Count);
        Assert.Equal(Asked, lab.View.Tape.Lanes[0].Edge);
    }

    [Fact]
    public async Task Another_setting_is_another_run_and_no_branch()
    {
        await using var lab = LabRig.Open(Stall, LabRig.Manual with { StandAt = Asked });
        var change = new RunChange("if") { Node = Stall.Node };

        Assert.NotNull(await lab.BranchAsync(0, change, Asked));
    }

    [Fact]
    public async Task A_run_that_is_over_before_the_answer_ends_quietly()
    {
        using var run = new WhyRun(new WhyMoment(Stall, 0, Asked, long.MaxValue), WhyDead, () => { });
        run.Dispose();

        await run.AnswerAsync();

        Assert.Equal(WhyStage.Playing, run.Stage);
    }

    private static async Task AssertStandsAtAsync(Lab lab, Instant at)
    {
        for (var turn = 0; turn < 1_000 && (lab.View.Status == LabStatus.Seeking || lab.View.Now != at); turn++)
        {
            await lab.SelectAsync(null);
        }

        Assert.Equal(at, lab.View.Now);
    }

    private static async Task<(CauseGraph? Graph, IReadOnlyList<Counterfactual> Results)> AnswerAsync(Question question)
    {
        using var run = new WhyRun(new WhyMoment(Stall, 0, Asked, long.MaxValue), question, () => { });
        await run.AnswerAsync();
        while (run.Results.Count < run.Candidates)
        {
            await run.SearchAsync();
        }

        return (run.Graph, run.Results);
    }
}
