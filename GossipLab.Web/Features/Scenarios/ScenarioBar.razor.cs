using System.Globalization;
using GossipLab.Core.Simulation;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Features.Scenarios;

/// <summary>Which run is on screen, and another one instead: the library, the seed, links and files.</summary>
public sealed partial class ScenarioBar
{
    private string? _wrongSeed;

    /// <summary>The options of the run.</summary>
    [Parameter, EditorRequired]
    public Scenario Scenario { get; set; } = null!; // Required of every user.

    /// <summary>The run with everything done to it in all its branches; asked for when it is saved.</summary>
    [Parameter, EditorRequired]
    public Func<ValueTask<Scenario>> Current { get; set; } = null!; // Required of every user.

    [Parameter]
    public EventCallback<LibraryScenario> ScenarioChosen { get; set; }

    [Parameter]
    public EventCallback<ulong> SeedChosen { get; set; }

    [Parameter]
    public EventCallback ShareWanted { get; set; }

    /// <summary>A file was opened and is sound.</summary>
    [Parameter]
    public EventCallback<Scenario> FileRead { get; set; }

    private string Title => ScenarioLibrary.Find(Scenario.Name)?.Title ?? UiText.Scenarios.Own;

    private string SeedText => Scenario.Seed.ToString(CultureInfo.InvariantCulture);

    private Task SeedTypedAsync(ChangeEventArgs change)
    {
        var text = change.Value as string ?? "";
        var isSeed = ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed);
        _wrongSeed = isSeed ? null : text;
        return isSeed ? SeedChosen.InvokeAsync(seed) : Task.CompletedTask;
    }

    // Small enough to be read out and typed.
    private Task RollAsync()
    {
        _wrongSeed = null;
        return SeedChosen.InvokeAsync((ulong)Random.Shared.Next(1, 10_000));
    }
}
