using GossipLab.Web.Features.Lessons;
using GossipLab.Web.Features.Scenarios;
using GossipLab.Web.Labs;
using GossipLab.Web.Lessons;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Pages;

/// <summary>A lesson beside a lab of its own.</summary>
public sealed partial class LessonPage
{
    private Lesson? _lesson;
    private LabLink? _link;
    private Lab? _lab;
    private string? _problem;
    private int _index;

    [Parameter]
    public string Slug { get; set; } = "";

    /// <summary>The step, from 1.</summary>
    [Parameter]
    public int? Step { get; set; }

    [Inject]
    private LessonShelf Shelf { get; set; } = null!; // Set by the framework before first use.

    [Inject]
    private LessonProgress Progress { get; set; } = null!; // Set by the framework before first use.

    [Inject]
    private LabDirectory Labs { get; set; } = null!; // Set by the framework before first use.

    protected override void OnParametersSet()
    {
        var before = _lesson;
        _lesson = Shelf.Find(Slug);
        if (_lesson is null)
        {
            return;
        }

        _index = Math.Clamp((Step ?? 1) - 1, 0, _lesson.Steps.Count - 1);

        // What is rendered for the first answer lives for that answer only: it must not leave a lab behind.
        if (RendererInfo.IsInteractive && (_lab is null || before != _lesson))
        {
            Open(_lesson);
        }
    }

    private void Open(Lesson lesson)
    {
        try
        {
            _link = new LabLink { Scenario = lesson.Steps[_index].Scenario, Plays = false };
            _lab = Labs.Open(_link.Scenario, _link.Start);
        }
        catch (LabLimitException limit)
        {
            _problem = limit.Message;
        }
    }

    private Task NoteAsync(int index) => Progress.NoteAsync(Slug, index + 1);
}
