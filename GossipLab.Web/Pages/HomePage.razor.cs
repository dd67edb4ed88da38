using GossipLab.Core.Simulation;
using GossipLab.Web.Features.Home;
using GossipLab.Web.Features.Scenarios;
using GossipLab.Web.Labs;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GossipLab.Web.Pages;

/// <summary>
/// The first screen: the lab plays by itself, and words from the run say what is seen. Whatever a visitor does ends the
/// words and leaves the lab. Who wants little motion sees a still picture first.
/// </summary>
public sealed partial class HomePage
{
    private LabLink _link = null!; // Read before the first render.
    private Lab? _lab;
    private string? _problem;
    private string _tuneAddress = PageRoutes.Lab;
    private bool _waitsForPlay;
    private bool _isTouched;

    [Inject]
    private LabDirectory Labs { get; set; } = null!; // Set by the framework before first use.

    [Inject]
    private NavigationManager Navigation { get; set; } = null!; // Set by the framework before first use.

    [Inject]
    private IJSRuntime Js { get; set; } = null!; // Set by the framework before first use.

    protected override void OnInitialized()
    {
        _link = LabLinkReader.Read(new Uri(Navigation.Uri));
        if (_link.Scenario.Name == LabLinkReader.Quiet.Name)
        {
            _link = _link with { Scenario = ScenarioLibrary.All[0].Scenario };
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        await using var motion = await Js.InvokeAsync<IJSObjectReference>("import", "./js/lab/motion.mjs");
        _waitsForPlay = _link.IsStill || await motion.InvokeAsync<bool>("isReduced");
        if (!_waitsForPlay)
        {
            Open();
        }

        StateHasChanged();
    }

    private void Open()
    {
        try
        {
            _lab = Labs.Open(_link.Scenario, _link.Start with { Cue = HomeScript.Cue.Index });
            _tuneAddress = LabLinkWriter.Open(_link with { Tab = "more" }, _lab.Id);
        }
        catch (LabLimitException limit)
        {
            _problem = limit.Message;
        }
    }

    private static string? CaptionOf(LabView view) => HomeScript.CaptionOf(view);

    private void Touch() => _isTouched = true;

    private async Task BreakAsync()
    {
        Touch();
        if (_lab is { } lab)
        {
            await lab.SelectAsync(HomeScript.Cue);
            await lab.PostAsync(new KillNode(HomeScript.Cue));
            await lab.PlayAsync();
        }
    }
}
