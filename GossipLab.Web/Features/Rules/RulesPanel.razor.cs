using GossipLab.Web.Expressions;
using GossipLab.Web.Labs;
using GossipLab.Web.Labs.Rules;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Features.Rules;

/// <summary>What should hold in this run, what broke and when; rules and conditions of one's own.</summary>
public sealed partial class RulesPanel
{
    private static readonly RuleKind[] Kinds = [RuleKind.Expectation, RuleKind.Custom, RuleKind.Safety];

    private string _until = "";
    private string _untilTried = "";
    private ExpressionFault? _untilFault;
    private string _rule = "";
    private string _ruleTried = "";
    private ExpressionFault? _ruleFault;

    [Parameter, EditorRequired]
    public Lab Lab { get; set; } = null!; // Required of every user.

    [Parameter, EditorRequired]
    public LabView View { get; set; } = null!; // Required of every user.

    /// <summary>Somebody asks why a rule broke.</summary>
    [Parameter]
    public EventCallback<RuleBreak> WhyWanted { get; set; }

    private static string HeadingOf(RuleKind kind) => kind switch
    {
        RuleKind.Expectation => UiText.Rules.Expectations,
        RuleKind.Custom => UiText.Rules.OwnRules,
        _ => UiText.Rules.Invariants,
    };

    private static string NoteOf(RuleKind kind) => kind switch
    {
        RuleKind.Expectation => UiText.Rules.ExpectationsNote,
        RuleKind.Custom => UiText.Rules.OwnNote,
        _ => UiText.Rules.InvariantsNote,
    };

    private async Task StopAsync(ChangeEventArgs change) => await Lab.StopAtBreakAsync(change.Value is true);

    private async Task RunUntilAsync()
    {
        _untilTried = _until;
        _untilFault = await Lab.RunUntilAsync(_until);
    }

    private async Task AddAsync()
    {
        _ruleTried = _rule;
        _ruleFault = await Lab.AddRuleAsync(_rule);
        if (_ruleFault is null)
        {
            _rule = "";
        }
    }

    private async Task RemoveAsync(string name) => await Lab.RemoveRuleAsync(name);

    private async Task GoAsync(RuleBreak place) => await Lab.ScrubAsync(place.At);
}
