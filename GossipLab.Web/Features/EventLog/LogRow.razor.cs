using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Causes;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Features.EventLog;

/// <summary>One event. Choosing it chooses its node.</summary>
public sealed partial class LogRow
{
    private TraceEntry? _shown;

    [Parameter, EditorRequired]
    public TraceEntry Entry { get; set; } = null!; // Required of every user.

    [Parameter]
    public EventCallback<NodeId> Chosen { get; set; }

    /// <summary>Somebody asks why it happened; nobody can where nothing is listening.</summary>
    [Parameter]
    public EventCallback<Question> WhyAsked { get; set; }

    private string Kind => LogFilter.KindOf(Entry).ToString().ToLowerInvariant();

    protected override bool ShouldRender()
    {
        var isOther = !ReferenceEquals(_shown, Entry);
        _shown = Entry;
        return isOther;
    }

    private Task ChooseAsync() =>
        Entry.Stamp.Node.IsSomebody ? Chosen.InvokeAsync(Entry.Stamp.Node) : Task.CompletedTask;
}
