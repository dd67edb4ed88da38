using GossipLab.Web.Features.Lessons;
using GossipLab.Web.Features.Presenter;
using GossipLab.Web.Features.Scenarios;
using GossipLab.Web.Labs;
using GossipLab.Web.Lessons;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace GossipLab.Web.Pages;

/// <summary>A lab or a lesson in front of an audience: the stage, a caption, and large buttons.</summary>
public sealed partial class PresentPage : IDisposable
{
    private LabLink _link = null!; // Read before the first render.
    private Presentation? _presentation;
    private IDisposable? _subscription;
    private ElementReference _blackout;
    private bool _wasBlack;
    private bool _hearsKeys;
    private string _leaveAddress = PageRoutes.Lab;
    private string? _problem;

    [Inject]
    private LabDirectory Labs { get; set; } = null!; // Set by the framework before first use.

    [Inject]
    private LessonShelf Shelf { get; set; } = null!; // Set by the framework before first use.

    [Inject]
    private LessonDesk Desk { get; set; } = null!; // Set by the framework before first use.

    [Inject]
    private PresentationDesk Presentations { get; set; } = null!; // Set by the framework before first use.

    [Inject]
    private NavigationManager Navigation { get; set; } = null!; // Set by the framework before first use.

    private string NotesAddress => QueryHelpers.AddQueryString(
        PageRoutes.Notes, LinkKeys.Lab, _presentation?.Lab.Id ?? "");

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
        var address = new Uri(Navigation.Uri);
        _link = LabLinkReader.Read(address);
        var lesson = LessonLink.Read(address, Shelf);
        _link = lesson is null ? _link with { Plays = false }
            : _link with { Scenario = lesson.Lesson.Steps[lesson.Index].Scenario, Plays = false };
        if (RendererInfo.IsInteractive)
        {
            Open(lesson);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var isBlack = _presentation?.IsBlack == true;
        if (isBlack && !_wasBlack)
        {
            await _blackout.FocusAsync();
        }

        _wasBlack = isBlack;
    }

    private void Open(LessonLink? lesson)
    {
        try
        {
            var lab = Labs.Find(_link.LabId) ?? Labs.Open(_link.Scenario, _link.Start);
            _presentation = Presentations.Begin(lab, () => lesson is null ? new LabTalk(lab)
                : new LessonTalk(lesson.Lesson, lab, Desk, lesson.Index));
        }
        catch (LabLimitException limit)
        {
            _problem = limit.Message;
            return;
        }

        _presentation.Changed += Refresh;
        _presentation.Talk.Changed += Refresh;
        _subscription = _presentation.Lab.Subscribe(() => Refresh(this, EventArgs.Empty));
        var id = _presentation.Lab.Id;
        _leaveAddress = lesson is null
            ? LabLinkWriter.Open(_link, id) : PageRoutes.Step(lesson.Lesson.Slug, lesson.Index);
        Navigation.NavigateTo(lesson is null ? LabLinkWriter.Open(_link, id, PageRoutes.Present)
            : QueryHelpers.AddQueryString(PageRoutes.PresentLesson(lesson.Lesson.Slug, lesson.Index),
                LinkKeys.Lab, id), replace: true);
    }

    private void Refresh(object? sender, EventArgs change) => _ = InvokeAsync(() =>
    {
        _presentation?.Talk.Follow();
        StateHasChanged();
    });
}
