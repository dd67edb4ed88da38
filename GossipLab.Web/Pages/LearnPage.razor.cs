using GossipLab.Web.Features.Lessons;
using GossipLab.Web.Lessons;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Pages;

/// <summary>The lessons, and how far one got in each.</summary>
public sealed partial class LearnPage
{
    private Dictionary<string, int> _done = [];

    [Inject]
    private LessonShelf Shelf { get; set; } = null!; // Set by the framework before first use.

    [Inject]
    private LessonProgress Progress { get; set; } = null!; // Set by the framework before first use.

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _done = await Progress.ReadAsync();
            StateHasChanged();
        }
    }

    private async Task ForgetAsync()
    {
        await Progress.ForgetAsync();
        _done = [];
    }
}
