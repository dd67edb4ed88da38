using System.Net;
using GossipLab.Core.Experiments.Configuration;
using GossipLab.Core.Experiments.Tuning;
using GossipLab.Tests.Core.Experiments.Tuning;
using GossipLab.Tests.TestKit;
using GossipLab.Web.Features.Tune;
using GossipLab.Web.Labs;
using GossipLab.Web.Tuning;
using Microsoft.Extensions.DependencyInjection;

namespace GossipLab.Tests.Web.Tuning;

/// <summary>Where the figures of a search lead to.</summary>
[Collection(ServerCollection.Name)]
public sealed class TuneRunTests(LabServer server)
{
    private readonly HttpClient _client = server.CreateClient();
    private readonly CancellationToken _cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_is_a_link_to_the_lab_shortly_before_its_crash()
    {
        var search = await SearchAsync(TuningRig.Plan(seconds: 6));

        using var answer = await _client.GetAsync($"/tune/{search.Id}/run/0/3", _cancel);

        Assert.Matches("^/lab\\?z=[^&]+&t=22000$", answer.RequestMessage!.RequestUri!.PathAndQuery);
    }

    [Fact]
    public async Task A_run_too_long_for_a_link_is_opened_on_the_server()
    {
        var search = await SearchAsync(TuningRig.Plan(seconds: 6) with
        {
            Cluster = new TuningCluster
            {
                Nodes = 80,
                SlowNodes = 20,
                SlowBy = TimeSpan.Zero,
                Stall = TimeSpan.FromSeconds(0.2),
                StallEvery = TimeSpan.FromSeconds(1),
            },
        }, isFinished: false);

        using var answer = await _client.GetAsync($"/tune/{search.Id}/run/0/3", _cancel);

        var id = answer.RequestMessage!.RequestUri!.Query.Split("?lab=")[1];
        var opened = await server.Services.GetRequiredService<LabDirectory>().Find(id)!.ToScenarioAsync();
        Assert.Equal(search.Runner.Plan.ScenarioOf(search.Configuration.Options, 3).Commands, opened.Commands);
    }

    [Theory]
    [InlineData("nothing/run/0/0")]
    [InlineData("{0}/run/0/240")]
    [InlineData("{0}/run/0/-1")]
    [InlineData("{0}/run/99/0")]
    [InlineData("{0}/run/-1/0")]
    [InlineData("nothing/csv")]
    public async Task What_there_is_not_is_not_found(string path)
    {
        var search = await SearchAsync(TuningRig.Plan(seconds: 6), isFinished: false);

        using var answer = await _client.GetAsync(
            "/tune/" + path.Replace("{0}", search.Id, StringComparison.Ordinal), _cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_table_has_a_line_for_each_setting()
    {
        var search = await SearchAsync(TuningRig.Plan(seconds: 6));

        var lines = (await _client.GetStringAsync($"/tune/{search.Id}/csv", _cancel)).TrimEnd().Split('\n');

        Assert.Equal(search.Runner.Read(ledger => ledger.Candidates.Count) + 2, lines.Length);
        Assert.All(lines.Skip(1), line => Assert.Equal(lines[1].Split(',').Length, line.Split(',').Length));
    }

    [Fact]
    public async Task The_form_takes_over_what_a_search_was_begun_with()
    {
        var draft = new TuneDraft { Nodes = 40, LossPercent = 3.5, Zones = 2, StallMs = 250, FalseDeathsPerDay = null };
        var search = await SearchAsync(draft.Plan(draft.Configuration, out _)!, isFinished: false);
        var again = new TuneDraft();

        again.Take(search);

        Assert.Equal(search.Runner.Plan.Limits, again.Plan(again.Configuration, out _)!.Limits);
        Assert.Equal(search.Runner.Plan.Cluster, again.Plan(again.Configuration, out _)!.Cluster);
    }

    private async Task<TuningSearch> SearchAsync(TuningPlan plan, bool isFinished = true)
    {
        var desk = server.Services.GetRequiredService<TuningDesk>();
        var search = desk.Start(plan, GossipConfiguration.Read("{}"), out _)!;
        if (!isFinished)
        {
            search.Cancel();
        }

        await search.Ended;
        return search;
    }
}
