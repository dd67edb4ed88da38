using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;
using GossipLab.Web.Labs;
using Microsoft.Extensions.DependencyInjection;

namespace GossipLab.Tests.Browser;

/// <summary>The stage's modules on one end, the hub on the other, and nothing of the page between them.</summary>
[Collection(BrowserCollection.Name)]
public sealed class StageConnectionTests(BrowserFixture browser)
{
    private const string Connect = """
        async labId => {
          const { create } = await import('/js/stage/stage.mjs');
          const { connect } = await import('/js/stage/connection.mjs');
          document.body.innerHTML = '<div style="width: 800px; height: 600px"></div>';
          const stage = create(document.body.firstChild);
          const states = [];
          window.probe = { stage, states, labId };
          window.probe.connection = connect('/hub/lab', labId, bytes => stage.push(bytes), state => states.push(state));
        }
        """;

    [Fact]
    public async Task A_run_is_drawn_until_everybody_knows()
    {
        var lab = Labs.Open(Rumour(nodes: 8), new LabStart { Pace = Pace.At(10) });
        await using var visit = await OpenAsync(lab.Id);

        await visit.Page.WaitForFunctionAsync("() => probe.stage.report().informed === 8");

        Assert.Equal("live", await visit.Page.EvaluateAsync<string>("probe.connection.state()"));
        Assert.Equal("ring", await visit.Page.EvaluateAsync<string>("probe.stage.report().mode"));
        Assert.DoesNotContain(visit.Faults, fault => fault.StartsWith("script", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_paused_run_stands_exactly_where_the_engine_stands()
    {
        var lab = Labs.Open(Rumour(nodes: 8), new LabStart { IsManual = true, IsPlaying = false });
        await using var visit = await OpenAsync(lab.Id);
        await visit.Page.WaitForFunctionAsync("() => probe.connection.state() === 'live'");

        await lab.StepAsync(StepKind.Round);

        var now = lab.View.Now.Milliseconds;
        await visit.Page.WaitForFunctionAsync("now => probe.stage.report().playheadMs === now", now);
    }

    [Fact]
    public async Task A_lost_lab_is_said_to_be_unreachable_and_tried_again()
    {
        await using var visit = await OpenAsync("no-such-lab");

        await visit.Page.WaitForFunctionAsync("() => probe.states.includes('reconnecting')");

        Assert.Equal("reconnecting", await visit.Page.EvaluateAsync<string>("probe.connection.state()"));
    }

    [Fact]
    public async Task A_server_that_goes_away_is_waited_for_and_the_picture_stays()
    {
        var server = new LabServer();
        var labs = server.Services.GetRequiredService<LabDirectory>();
        var lab = labs.Open(Rumour(nodes: 8), new LabStart { Pace = Pace.At(10) });
        await using var visit = await OpenAsync(lab.Id, server.Address);
        await visit.Page.WaitForFunctionAsync("() => probe.stage.report().informed === 8");

        await server.DisposeAsync();

        await visit.Page.WaitForFunctionAsync("() => probe.connection.state() === 'reconnecting'");
        Assert.Equal(8, await visit.Page.EvaluateAsync<int>("probe.stage.report().informed"));
    }

    private LabDirectory Labs => browser.Server.Services.GetRequiredService<LabDirectory>();

    private static Scenario Rumour(int nodes) => new()
    {
        Nodes = nodes,
        Commands = [new TimedCommand(new Instant(100_000), new SetValue(new NodeId(0), 7))],
    };

    private Task<Visit> OpenAsync(string labId) => OpenAsync(labId, browser.Server.Address);

    private async Task<Visit> OpenAsync(string labId, Uri server)
    {
        var visit = await browser.VisitAsync(server);
        await visit.Page.GotoAsync(new Uri(server, "/healthz").ToString());
        await visit.Page.EvaluateAsync(Connect, labId);
        return visit;
    }
}
