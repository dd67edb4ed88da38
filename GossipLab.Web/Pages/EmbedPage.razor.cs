using GossipLab.Web.Features.Scenarios;
using GossipLab.Web.Labs;
using GossipLab.Web.Lessons;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace GossipLab.Web.Pages;

/// <summary>
/// A run within somebody's slides: the stage, a caption, play and reset. It waits to be played, unless its address says
/// otherwise: a slide shows when its speaker comes to it.
/// </summary>
public sealed partial class EmbedPage : IDisposable
{
    private LabLink _link = null!; // Read before the first render.
    private string? _labId;
    private IDisposable? _subscription;
    private string _fullAddress = PageRoutes.Lab;
    private string? _problem;

    [Inject]
    private LabDirectory Labs { get; set; } = null!; // Set by the framework before first use.

    [Inject]
    private LessonShelf Shelf { get; set; } = null!; // Set by the framework before first use.

    [Inject]
    private NavigationManager Navigation { get; set; } = null!; // Set by the framework before first use.

    // The directory owns it.
    private Lab? Shown => Labs.Find(_labId);

    private bool IsLive => Shown?.View.Status is LabStatus.Live or LabStatus.Parked;

    public void Dispose() => _subscription?.Dispose();

    protected override void OnInitialized()
    {
        var address = new Uri(Navigation.Uri);
        var lesson = LessonLink.Read(address, Shelf);
        var plays = QueryHelpers.ParseQuery(address.Query).TryGetValue(LinkKeys.Play, out var play) && play == "1";
        _link = LabLinkReader.Read(address) with { Plays = plays };
        if (lesson is not null)
        {
            _link = _link with { Scenario = lesson.Lesson.Steps[lesson.Index].Scenario };
        }

        _fullAddress = lesson is null ? LabLinkWriter.Share(_link.Scenario, _link.StandAt) ?? PageRoutes.Lab
            : PageRoutes.Step(lesson.Lesson.Slug, lesson.Index);
        if (RendererInfo.IsInteractive)
        {
            Open();
        }
    }

    private void Open()
    {
        try
        {
            var lab = Labs.Open(_link.Scenario, _link.Start);
            _labId = lab.Id;
            _subscription = lab.Subscribe(() => _ = InvokeAsync(StateHasChanged));
        }
        catch (LabLimitException limit)
        {
            _problem = limit.Message;
        }
    }

    private async Task ToggleAsync()
    {
        if (Shown is { } lab)
        {
            await (IsLive ? lab.PauseAsync() : lab.PlayAsync());
        }
    }

    private async Task ResetAsync()
    {
        if (Shown is { } lab)
        {
            await lab.RestartAsync(_link.Scenario, _link.Start with { IsPlaying = false });
        }
    }
}
