using GossipLab.Core.Simulation;
using GossipLab.Tests.Web.Labs;
using GossipLab.Web.Features.Home;
using GossipLab.Web.Labs;

namespace GossipLab.Tests.Web.Features;

/// <summary>The words of the first ten seconds come from the run.</summary>
public sealed class HomeScriptTests
{
    [Fact]
    public async Task Round_by_round_the_words_follow_the_run()
    {
        await using var lab = LabRig.Open(ScenarioLibrary.All[0].Scenario);
        var said = new List<string> { HomeScript.CaptionOf(lab.View) };

        await lab.StepAsync(StepKind.Belief);
        said.Add(HomeScript.CaptionOf(lab.View));
        for (var round = 0; round < 3; round++)
        {
            await lab.StepAsync(StepKind.Round);
            said.Add(HomeScript.CaptionOf(lab.View));
        }

        Assert.Equal(
            [
                "16 machines. One of them is about to learn something.",
                "n0 learns a new value.",
                "Each of them tells two more.",
                "Nobody is in charge.",
                "Now most messages are wasted. The last node is the slow part.",
            ],
            said);
    }

    [Fact]
    public async Task The_end_says_the_rounds_and_messages_it_took()
    {
        await using var lab = LabRig.Open(ScenarioLibrary.All[0].Scenario);

        await lab.RunUntilInformedAsync();
        while (lab.View.Status == LabStatus.Seeking)
        {
            await lab.SelectAsync(null); // waits for a piece of the way
        }

        var (rounds, messages) = (lab.View.RoundsToInformed, lab.View.MessagesToInformed);
        Assert.Equal(
            $"Done in {rounds} rounds, {messages} messages. Kill n5 and try again?", HomeScript.CaptionOf(lab.View));
    }
}
