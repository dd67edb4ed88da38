using GossipLab.Web.Features.Lessons;
using GossipLab.Web.Lessons;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Pages;

/// <summary>A lesson on paper: the questions, and on a page of its own what the runs answer.</summary>
public sealed partial class SheetPage
{
    private Lesson? _lesson;
    private IReadOnlyList<SheetAnswer>? _answers;

    [Parameter]
    public string Slug { get; set; } = "";

    [Inject]
    private LessonShelf Shelf { get; set; } = null!; // Set by the framework before first use.

    protected override void OnParametersSet() => _lesson = Shelf.Find(Slug);

    // The runs are played once the questions stand there, and away from the visitor's own thread.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && _lesson is { } lesson)
        {
            _answers = await Task.Run(() => lesson.Steps.Select(SheetAnswer.Of).ToList());
            StateHasChanged();
        }
    }
}
