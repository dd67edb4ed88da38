using GossipLab.Tests.TestKit;
using GossipLab.Web.Lessons;

namespace GossipLab.Tests.Web.Lessons;

/// <summary>
/// What the lessons show lies where a synchronous model of 2,000 seeds has it (lessons.md section 4.3): each lesson's
/// own run and its changes to try, on 200 seeds.
/// </summary>
public sealed class LessonReferenceTests
{
    private const int AsItIs = -1;
    private const double Rounding = 0.05;
    private static readonly LessonShelf Shelf = new();

    [Theory]
    [InlineData("push-pull", 0, AsItIs, 11.15)]
    [InlineData("push-pull", 0, 0, 6.68)]
    [InlineData("push-pull", 0, 1, 5.16)]
    [InlineData("push-pull", 1, AsItIs, 8.96)]
    [InlineData("push-pull", 3, AsItIs, 5.98)]
    [InlineData("loss-and-stopping", 0, AsItIs, 9.48)]
    [InlineData("a-budget", 0, 0, 11.15)]
    public void Rounds_have_the_mean(string slug, int step, int change, double mean) =>
        AssertMean(mean, BandOf(slug, step, change).Answers, scale: 1);

    [Theory]
    [InlineData("push-pull", 0, AsItIs, 9, 13)]
    [InlineData("push-pull", 0, 0, 6, 8)]
    [InlineData("push-pull", 0, 1, 5, 6)]
    [InlineData("push-pull", 1, AsItIs, 7, 11)]
    [InlineData("push-pull", 3, AsItIs, 5, 7)]
    [InlineData("loss-and-stopping", 0, AsItIs, 7, 12)]
    [InlineData("a-budget", 0, 0, 9, 13)]
    public void Rounds_fall_into_the_band(string slug, int step, int change, double fifth, double ninetyFifth)
    {
        var band = BandOf(slug, step, change);

        // A percentile of whole rounds can fall on either side of a step.
        Assert.InRange(band.Low, fifth - 1, fifth + 1);
        Assert.InRange(band.High, ninetyFifth - 1, ninetyFifth + 1);
    }

    [Theory]
    [InlineData(AsItIs, 80.9)]
    [InlineData(0, 98.1)]
    [InlineData(1, 99.8)]
    [InlineData(2, 99.97)]
    public void Telling_in_so_many_rounds_covers_so_much(int change, double percent) =>
        AssertMean(percent, BandOf("loss-and-stopping", 2, change).Answers, scale: 100.0 / 64);

    [Theory]
    [InlineData(0, 11)]
    [InlineData(AsItIs, 4)]
    [InlineData(1, 4)]
    public void Fan_outs_of_a_budget_take_the_rounds_of_the_sweep(int change, double median) =>
        Assert.Equal(median, BandOf("a-budget", 0, change).Middle);

    private static LessonBand BandOf(string slug, int index, int change)
    {
        var step = Shelf.Find(slug)!.Steps[index];
        var scenario = change == AsItIs ? step.Scenario : step.Tries[change].Scenario;
        return LessonBand.Play(step, scenario, LessonBand.Seeds, static () => true).Last();
    }

    private static void AssertMean(double expected, IReadOnlyList<double> answers, double scale)
    {
        Assert.Equal(LessonBand.Seeds, answers.Count);
        var sample = new Sample();
        foreach (var answer in answers)
        {
            sample.Add(answer * scale);
        }

        sample.ShouldHaveMean(expected, Rounding, runs: 2_000);
    }
}
