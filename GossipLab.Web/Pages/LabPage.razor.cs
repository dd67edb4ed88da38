using GossipLab.Web.Features.Scenarios;
using GossipLab.Web.Labs;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace GossipLab.Web.Pages;

/// <summary>
/// Opens what its address asks for: a lab that is there already, or a new one whose id then joins the address.
/// </summary>
public sealed partial class LabPage
{
    private LabLink _link = null!; // Read before the first render.
    private Lab? _lab;
    private string? _problem;

    [Inject]
    private LabDirectory Labs { get; set; } = null!; // Set by the framework before first use.

    [Inject]
    private NavigationManager Navigation { get; set; } = null!; // Set by the framework before first use.

    [Inject]
    private ISnackbar Snackbar { get; set; } = null!; // Set by the framework before first use.

    protected override async Task OnParametersSetAsync()
    {
        var link = LabLinkReader.Read(new Uri(Navigation.Uri));
        if (_lab is not null && link.LabId == _lab.Id)
        {
            return;
        }

        _link = link;
        _lab = link.LabId is { } id ? Labs.Find(id) : null;

        // What is rendered for the first answer lives for that answer only: it must not leave a lab behind.
        if (_lab is null && RendererInfo.IsInteractive)
        {
            await OpenAsync();
        }
    }

    private async Task OpenAsync()
    {
        try
        {
            _lab = Labs.Open(_link.Scenario, _link.Start);
        }
        catch (LabLimitException limit)
        {
            _problem = limit.Message;
            return;
        }

        if (_link.LabId is not null)
        {
            Snackbar.Add(UiText.Scenarios.RunGone, Severity.Info);
        }

        await _lab.SelectAsync(_link.Selected);
        await _lab.SetLensAsync(_link.Lens);
        Navigation.NavigateTo(LabLinkWriter.Open(_link, _lab.Id), replace: true);
    }
}
