using GossipLab.Core.Experiments;
using GossipLab.Tests.TestKit;
using GossipLab.Web.Features.Sweep;

namespace GossipLab.Tests.House;

/// <summary>docs/SWEEPS.md shows a file that is sound, and leaves no word of the format out.</summary>
public sealed class SweepDocumentTests
{
    private static readonly string Document = Repository.Read("docs", "SWEEPS.md").ReplaceLineEndings("\n");

    private static readonly string Example = Document.Split("```json\n")[1].Split("```")[0];

    [Fact]
    public void The_example_is_sound_and_shows_every_field()
    {
        var plan = SweepJson.Read(Example, out var fault);

        Assert.Null(fault);
        var fields = SweepJson.Write(plan!).Split('\n').Where(line => line.StartsWith("  \"", StringComparison.Ordinal))
            .Select(line => line.Split('"')[1]);
        Faults.AssertNone(fields.Where(field => !Example.Contains($"\"{field}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_parameter_and_metric_is_listed()
    {
        var words = Enum.GetValues<SweepParameter>().Select(value => SweepJson.NameOf(value))
            .Concat(Enum.GetValues<RunMetric>().Select(value => SweepJson.NameOf(value)));

        Faults.AssertNone(words.Where(word => !Document.Contains($"`{word}`", StringComparison.Ordinal))
            .Select(word => $"not listed: {word}"));
    }

    [Fact]
    public void The_link_fills_the_form()
    {
        var link = Document.Split("## Links\n\n`")[1].Split('`')[0];

        var plan = SweepLink.Read(new Uri($"http://here{link}"), out var fault).Plan(out _)!;

        Assert.Null(fault);
        Assert.Equal((SweepParameter.FanOut, 6, RunMetric.RoundsToAll), (plan.X.Parameter, plan.Points, plan.Metric));
    }
}
