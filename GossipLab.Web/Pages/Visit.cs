using GossipLab.Core.Experiments;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Causes;
using GossipLab.Web.Features.Curve;
using GossipLab.Web.Features.Faults;
using GossipLab.Web.Features.Keyboard;
using GossipLab.Web.Features.Matrix;
using GossipLab.Web.Features.Scenarios;
using GossipLab.Web.Features.Stage;
using GossipLab.Web.Features.Why;
using GossipLab.Web.Labs;
using GossipLab.Web.Labs.Rules;
using GossipLab.Web.Parts;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace GossipLab.Web.Pages;

/// <summary>One visitor at one lab: what is open on the own screen, and what comes of what is pressed there.</summary>
public sealed class Visit(
    Lab lab, LabLink link, IDialogService dialogs, ISnackbar snackbar, NavigationManager navigation)
{
    private static readonly DialogOptions Wide = new()
    {
        MaxWidth = MaxWidth.Medium,
        FullWidth = true,
        DefaultFocus = DefaultFocus.FirstChild,
    };

    private static readonly DialogOptions Answers = Wide with
    {
        MaxWidth = MaxWidth.ExtraLarge,
        CloseOnEscapeKey = true,
    };

    /// <summary>The lab.</summary>
    public Lab Lab => lab;

    /// <summary>Acts on nodes and on the network.</summary>
    public FaultDesk Desk { get; } = new(lab, dialogs, snackbar);

    /// <summary>The band of the curve, with runs of its own in the background.</summary>
    public BandDesk Band { get; } = new(new EnsembleBounds());

    /// <summary>Which panels show.</summary>
    public ScreenLayout Layout { get; private set; } = ScreenLayout.Of(link.Tab ?? UsualTab(link.Scenario));

    /// <summary>A wall that is being planned, or null.</summary>
    public WallDraft? Wall { get; private set; }

    /// <summary>The run as it is begun: what visitors did to it since is not part of it.</summary>
    public Scenario Script { get; private set; } = link.Scenario;

    /// <summary>How often a comparison of the branch shown was asked for by a key.</summary>
    public int Comparisons { get; private set; }

    /// <summary>Opens a branch here.</summary>
    public async Task ForkAsync()
    {
        if (await lab.ForkAsync() is { } fault)
        {
            snackbar.Add(UiSentence.Of(fault), Severity.Warning);
        }
    }

    /// <summary>Compares the branch that is shown with the one it parted from.</summary>
    public Task CompareAsync()
    {
        Comparisons++;
        return Task.CompletedTask;
    }

    /// <summary>Shows other panels.</summary>
    public void Show(ScreenLayout layout) => Layout = layout;

    /// <summary>Draws the band of the curve, or no longer, and shows the curve.</summary>
    public void ToggleBand()
    {
        Band.Choose(!Band.IsOn);
        Show(Layout.Showing(LowerTab.Curve));
    }

    /// <summary>Begins, changes or ends the planning of a wall.</summary>
    public void PlanWall(WallDraft? draft) => Wall = draft;

    /// <summary>Chooses a node and shows it.</summary>
    public async Task SelectAsync(NodeId node)
    {
        await lab.SelectAsync(node);
        Layout = Layout.Showing(RightTab.Node);
    }

    /// <summary>A node was pressed on the stage: it joins the wall that is planned, or is chosen.</summary>
    public Task PressAsync(NodeId node)
    {
        if (Wall is null)
        {
            return SelectAsync(node);
        }

        Wall = Wall.Toggle(node);
        return Task.CompletedTask;
    }

    /// <summary>Nothing is chosen any more.</summary>
    public async Task UnselectAsync()
    {
        await lab.SelectFlightAsync(null);
        await lab.SelectAsync(null);
    }

    /// <summary>A message was pressed: time stops, so that it can be taken in hand.</summary>
    public async Task TakeInHandAsync(long flight)
    {
        await lab.PauseAsync();
        await lab.SelectFlightAsync(flight);
        Layout = Layout.Showing(RightTab.Messages);
    }

    /// <summary>A menu was asked for; the node or message it is about is chosen first.</summary>
    public async Task PrepareMenuAsync(MenuRequest wish)
    {
        if (wish.Flight is { } flight)
        {
            await TakeInHandAsync(flight);
        }
        else if (wish.Node is { } node)
        {
            await lab.SelectAsync(node);
        }
    }

    /// <summary>Looks through the eyes of a node, or at the truth again.</summary>
    /// <param name="node">The node; null for the one looked through before.</param>
    public async Task TurnLensAsync(NodeId? node)
    {
        var observer = lab.View.Lens is null ? node ?? lab.View.Selected?.Id : null;
        await lab.SetLensAsync(observer);
    }

    /// <summary>A new run in the same lab.</summary>
    /// <param name="scenario">The run.</param>
    /// <param name="speed">How fast; null for watchable.</param>
    public async Task RestartAsync(Scenario scenario, double? speed = null)
    {
        var next = link with
        {
            Scenario = scenario,
            Speed = speed,
            StandAt = null,
            Plays = lab.View.Status == LabStatus.Live || link.Plays,
        };
        try
        {
            await lab.RestartAsync(scenario, next.Start);
        }
        catch (LabLimitException limit)
        {
            snackbar.Add(limit.Message, Severity.Warning);
            return;
        }

        Script = scenario;
        await UnselectAsync();
        navigation.NavigateTo(LabLinkWriter.Open(next, lab.Id), replace: true);
    }

    /// <summary>The same run with other settings or dice, at the pace it has.</summary>
    public Task ReplayAsync(Scenario scenario) =>
        RestartAsync(scenario, lab.View.Pace.Kind == PaceKind.Fixed ? lab.View.Pace.Speed : null);

    /// <summary>Shows a link to the run at this moment.</summary>
    public Task ShareAsync()
    {
        var path = LabLinkWriter.Share(lab.CurrentScenario, lab.View.Now);
        var address = path is null ? null : navigation.ToAbsoluteUri(path).ToString();
        var parameters = new DialogParameters<ShareDialog> { { dialog => dialog.Link, address } };
        var options = Wide with { MaxWidth = MaxWidth.Small };
        return dialogs.ShowAsync<ShareDialog>(UiText.Scenarios.ShareTitle, parameters, options);
    }

    /// <summary>Answers a question about the run at this moment; time stops, so that the moment stays.</summary>
    public async Task WhyAsync(Question question)
    {
        await lab.PauseAsync();
        var parameters = new DialogParameters<WhyDialog>
        {
            { dialog => dialog.Lab, lab },
            { dialog => dialog.Question, question },
            { dialog => dialog.LinkTo, (scenario, at) => LabLinkWriter.Share(scenario, at) },
        };
        await dialogs.ShowAsync<WhyDialog>(UiText.Why.Ask, parameters, Answers);
    }

    /// <summary>Answers why a cell of the matrix is as it is.</summary>
    public Task WhyAsync(MatrixChoice choice) => WhyAsync(choice switch
    {
        { Topic: MatrixTopic.Data, Kind: CellKind.Behind } => Question.OfIgnorance(choice.Observer),
        { Topic: MatrixTopic.Data } or { Kind: CellKind.Self } => Question.OfValue(choice.Observer),
        _ => Question.OfBelief(choice.Observer, choice.Subject),
    });

    /// <summary>Goes to where a rule broke and asks why what broke it happened.</summary>
    public async Task WhyBrokenAsync(RuleBreak broken)
    {
        await lab.ScrubAsync(broken.At);
        await WhyAsync(Question.OfChange(broken.Event));
    }

    /// <summary>Shows all keys.</summary>
    public Task ShowKeysAsync() =>
        dialogs.ShowAsync<ShortcutDialog>(UiText.Keyboard.Title, Wide);

    // A script that sets no value is about failures: the curve would stay empty.
    private static string? UsualTab(Scenario script) =>
        script.Commands.Count > 0 && !script.Commands.Any(timed => timed.Command is SetValue) ? "traffic" : null;
}
