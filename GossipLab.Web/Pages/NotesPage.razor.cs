using GossipLab.Web.Features.Presenter;
using GossipLab.Web.Features.Scenarios;
using GossipLab.Web.Labs;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Pages;

/// <summary>What the speaker reads in a window of their own while the audience watches another.</summary>
public sealed partial class NotesPage
{
    private Presentation? _presentation;
    private IDisposable? _subscription;

    [Inject]
    private LabDirectory Labs { get; set; } = null!; // Set by the framework before first use.

    [Inject]
    private PresentationDesk Presentations { get; set; } = null!; // Set by the framework before first use.

    [Inject]
    private NavigationManager Navigation { get; set; } = null!; // Set by the framework before first use.

    public void Dispose()
    {
        _subscription?.Dispose();
        if (_presentation is { } presentation)
        {
            presentation.Changed -= Refresh;
            presentation.Talk.Changed -= Refresh;
        }
    }

    protected override void OnInitialized()
    {
        _presentation = Presentations.Find(Labs.Find(LabLinkReader.Read(new Uri(Navigation.Uri)).LabId));
        if (_presentation is not { } presentation || !RendererInfo.IsInteractive)
        {
            return;
        }

        presentation.Changed += Refresh;
        presentation.Talk.Changed += Refresh;
        _subscription = presentation.Lab.Subscribe(() => Refresh(this, EventArgs.Empty));
    }

    private void Refresh(object? sender, EventArgs change) => _ = InvokeAsync(() =>
    {
        _presentation?.Talk.Follow();
        StateHasChanged();
    });
}
