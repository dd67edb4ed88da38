using System.Security.Cryptography;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.Parts;
using GossipLab.Web.RealClusters;
using GossipLab.Web.RealClusters.Watching;
using MudBlazor;

namespace GossipLab.Web.Features.Faults;

/// <summary>
/// Carries out what a visitor wants done to real nodes: asks where something is missing, then does it.
/// </summary>
public sealed class RealDesk(RealCluster cluster, IDialogService dialogs, ISnackbar snackbar) : INodeDesk
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
        NodeActKind.Lossy => AskAsync(Asks.Loss(node), Asks.ReadLoss, loss => new SetNodeLoss(node, loss)),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "no such act on real nodes"),
    };

    /// <summary>Sets a value at the selected node, or at the first that runs.</summary>
    public Task SetValueAsync() => DoAsync(NodeActKind.SetValue, Chosen());

    /// <summary>Kills one of the running nodes, never the one that is looked at while there is another.</summary>
    public Task KillOneAsync()
    {
        var others = cluster.View.Nodes.Where(node => node.Process == ProcessState.Running && node.Id != Chosen());
        var victims = others.ToArray();
        return victims.Length == 0 ? DoAsync(NodeActKind.Kill, Chosen())
            : DoAsync(NodeActKind.Kill, victims[RandomNumberGenerator.GetInt32(victims.Length)].Id);
    }

    /// <summary>Starts all nodes that do not run, with what they kept.</summary>
    public async Task StartAllAsync()
    {
        foreach (var node in cluster.View.Nodes.Where(node => !node.IsUp))
        {
            await PostAsync(new RestartNode(node.Id, KeepDisk: true));
        }
    }

    /// <summary>Kills a node that runs; restarts one that does not.</summary>
    public Task KillOrRestartAsync(NodeId node, bool keepsDisk) => cluster.View.Nodes[node.Index].IsUp
        ? DoAsync(NodeActKind.Kill, node)
        : DoAsync(keepsDisk ? NodeActKind.Restart : NodeActKind.RestartEmpty, node);

    /// <summary>Lets a node stand still, or go on.</summary>
    public Task PauseOrResumeAsync(NodeId node) => DoAsync(
        cluster.View.Nodes[node.Index].Process == ProcessState.Paused ? NodeActKind.Resume : NodeActKind.Pause, node);

    /// <summary>The network carries messages as by itself.</summary>
    public Task HealAsync() => PostAsync(new HealNetwork());

    /// <summary>Loses a share of all messages.</summary>
    public Task LoseAsync(int percent) => PostAsync(new SetNetwork(Ratio.Percent((uint)percent), null));

    /// <summary>Delays all messages.</summary>
    public Task DelayAsync(int milliseconds) => PostAsync(new SetNetwork(null, new LatencyOptions
    {
        Kind = LatencyKind.Fixed,
        Base = TimeSpan.FromMilliseconds(milliseconds),
    }));

    /// <summary>Does it, and says why where it cannot be done.</summary>
    public async Task PostAsync(ClusterCommand command)
    {
        if (await cluster.PostAsync(command) is { } fault)
        {
            snackbar.Add(UiSentence.Of(fault), Severity.Warning);
        }
    }

    private NodeId Chosen() => cluster.View.Selected is { Node: { IsUp: true } selected }
        ? selected.Id : cluster.View.Nodes.FirstOrDefault(node => node.Process == ProcessState.Running)?.Id ?? default;

    // One more than the newest, so that what spreads next looks different from what is there.
    private long ProposedValue() =>
        cluster.View.Values is [var held, ..] ? unchecked(held.Value + 1) : 7;

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
}
