using GossipLab.Core.Experiments;
using GossipLab.Web.Features.Sweep;

namespace GossipLab.Tests.Web.Sweeps;

/// <summary>An address can fill the form of a sweep.</summary>
public sealed class SweepLinkTests
{
    [Fact]
    public void An_address_names_the_run_the_parameters_their_ranges_and_the_metric()
    {
        var draft = SweepLink.Read(new Uri("http://here/sweep?s=hello&x=nodes&from=16&to=64&step=16&y=lossPercent"
            + "&yfrom=0&yto=20&ystep=10&metric=messages&seeds=40"), out var fault);

        Assert.Null(fault);
        var plan = draft.Plan(out fault)!;
        Assert.Null(fault);
        Assert.Equal((SweepParameter.Nodes, SweepParameter.LossPercent), (plan.X.Parameter, plan.Y!.Parameter));
        Assert.Equal([16, 32, 48, 64], plan.X.Values);
        Assert.Equal([0, 10, 20], plan.Y.Values);
        Assert.Equal((RunMetric.Messages, 40, "hello"), (plan.Metric, plan.Seeds, draft.Scenario));
    }

    [Theory]
    [InlineData("x=fun", "The link's x is none of nodes, fanOut, lossPercent")]
    [InlineData("metric=", "The link's metric is none of secondsToHalf")]
    [InlineData("s=../etc", "The link's s is none of push-64, ")]
    [InlineData("from=-1", "The link's from is no whole number from 0 to 3,600,000;")]
    [InlineData("seeds=99999999999", "The link's seeds is no whole number")]
    public void What_cannot_be_used_is_told_and_changes_nothing(string query, string reason)
    {
        var draft = SweepLink.Read(new Uri($"http://here/sweep?{query}"), out var fault);

        Assert.StartsWith(reason, fault, StringComparison.Ordinal);
        Assert.Equal(SweepJson.Write(new SweepDraft().Plan(out _)!), SweepJson.Write(draft.Plan(out _)!));
    }
}
