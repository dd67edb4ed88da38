using GossipLab.Core.Simulation;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Features.Parameters;

/// <summary>
/// The settings of the run. Nothing changes until they are applied; what cannot be used is explained beside it.
/// </summary>
public sealed partial class ParameterPanel
{
    private ParameterDraft _draft = null!; // Made before the first render.
    private int _draftedEpoch;
    private bool _isStale = true;

    /// <summary>The run on screen.</summary>
    [Parameter, EditorRequired]
    public Scenario Scenario { get; set; } = null!; // Required of every user.

    /// <summary>Which run of the lab it is; another one begins the panel anew.</summary>
    [Parameter, EditorRequired]
    public int Epoch { get; set; }

    /// <summary>The settings are to be used: the run begins anew.</summary>
    [Parameter]
    public EventCallback<Scenario> Applied { get; set; }

    protected override void OnParametersSet()
    {
        if (_draft is null || _draftedEpoch != Epoch)
        {
            _draftedEpoch = Epoch;
            Undo();
        }
    }

    // The lab's view changes four times a second; this panel changes with the run and with what is typed only.
    protected override bool ShouldRender()
    {
        var isStale = _isStale;
        _isStale = false;
        return isStale;
    }

    private static bool IsOpenAtFirst(ParameterGroup group) =>
        group is ParameterGroup.Protocol or ParameterGroup.Spread or ParameterGroup.Network;

    private void Type(ParameterField field, string text)
    {
        _draft.Type(field, text);
        _isStale = true;
    }

    private void Take(ParameterPreset preset)
    {
        _draft.Take(preset.Take);
        _isStale = true;
    }

    private void Undo()
    {
        _draft = new ParameterDraft(Scenario);
        _isStale = true;
    }

    private Task ApplyAsync() => _draft.IsSound ? Applied.InvokeAsync(_draft.Edited) : Task.CompletedTask;
}
