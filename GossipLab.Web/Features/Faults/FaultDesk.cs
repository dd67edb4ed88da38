using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.Labs;
using GossipLab.Web.Parts;
using MudBlazor;

namespace GossipLab.Web.Features.Faults;

/// <summary>
/// Carries out what a visitor wants done to nodes: asks where something is missing, then posts the command.
/// </summary>
public sealed class FaultDesk(Lab lab, IDialogService dialogs, ISnackbar snackbar) : INodeDesk
{
    private static readonly DialogOptions Small = new()
    {
        MaxWidth = MaxWidth.ExtraSmall,
        FullWidth = true,
        DefaultFocus = DefaultFocus.FirstChild,
    };

    /// <inheritdoc/>
    public Task DoAsync(NodeActKind act, NodeId node) => act switch
    {
        NodeActKind.Kill => PostAsync(new KillNode(node)),
        NodeActKind.Restart => PostAsync(new RestartNode(node, KeepDisk: true)),
        NodeActKind.RestartEmpty => PostAsync(new RestartNode(node, KeepDisk: false)),
        NodeActKind.Pause => PostAsync(new PauseNode(node, null)),
        NodeActKind.Resume => PostAsync(new ResumeNode(node)),
        NodeActKind.Leave => PostAsync(new LeaveNode(node)),
        NodeActKind.SetValue => AskAsync(
            Asks.Value(node, ProposedValue()), Asks.ReadValue, value => new SetValue(node, value)),
        NodeActKind.PauseFor => AskAsync(Asks.Pause(node), Asks.ReadSpan, span => new PauseNode(node, span)),
        NodeActKind.Slow => AskAsync(Asks.Slow(node), Asks.ReadSpan, span => new SlowNode(node, span)),
        NodeActKind.Lossy => AskAsync(Asks.Loss(node), Asks.ReadLoss, loss => new SetNodeLoss(node, loss)),
        NodeActKind.CutLink => AskAsync(
            Asks.Link(node, lab.View.Nodes), ReadNode, other => new CutLink(node, other, BothWays: true)),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "no such act"),
    };

    /// <summary>Kills a node that runs; restarts one that does not.</summary>
    /// <param name="node">The node.</param>
    /// <param name="keepsDisk">Whether a restarted one finds its disk.</param>
    public Task KillOrRestartAsync(NodeId node, bool keepsDisk) => IsUp(node)
        ? DoAsync(NodeActKind.Kill, node)
        : DoAsync(keepsDisk ? NodeActKind.Restart : NodeActKind.RestartEmpty, node);

    /// <summary>Pauses a node that goes; resumes one that stands.</summary>
    public Task PauseOrResumeAsync(NodeId node) =>
        DoAsync(IsPaused(node) ? NodeActKind.Resume : NodeActKind.Pause, node);

    /// <summary>A new node joins through the first one that runs.</summary>
    public Task AddNodeAsync() => PostAsync(new AddNode(FirstRunning()));

    /// <summary>Everything about the network is as at the beginning.</summary>
    public Task HealAsync() => PostAsync(new HealNetwork());

    /// <summary>Posts any command.</summary>
    public Task<bool> PostAsync(ClusterCommand command) => lab.PostOrTellAsync(command, snackbar);

    private async Task AskAsync<TAnswer>(Ask ask, Func<string, TAnswer?> read, Func<TAnswer, ClusterCommand> command)
        where TAnswer : struct
    {
        var parameters = new DialogParameters<AskDialog> { { dialog => dialog.Ask, ask } };
        var dialog = await dialogs.ShowAsync<AskDialog>(ask.Title, parameters, Small);
        if (await dialog.Result is { Canceled: false, Data: string text } && read(text) is { } answer)
        {
            await PostAsync(command(answer));
        }
    }

    private static NodeId? ReadNode(string text) => NodeNames.TryRead(text, out var node) ? node : null;

    // One more than the newest, so that what spreads next looks different from what is there.
    private long ProposedValue() => lab.View.Newest == Generation.Zero || lab.View.Values.Count == 0
        ? 7 : unchecked(lab.View.Values[0].Value + 1);

    private NodeCondition? ConditionOf(NodeId node) =>
        lab.View.Selected?.Id == node ? lab.View.SelectedCondition : null;

    private NodeRow? RowOf(NodeId node) =>
        lab.View.NodeRows.FirstOrDefault(row => row.Id == node);

    private bool IsUp(NodeId node) => ConditionOf(node)?.IsUp ?? RowOf(node)?.IsUp ?? true;

    private bool IsPaused(NodeId node) => ConditionOf(node)?.IsPaused ?? RowOf(node)?.IsPaused ?? false;

    private NodeId FirstRunning() => lab.View.NodeRows.FirstOrDefault(row => row.IsUp)?.Id ?? new NodeId(0);
}
