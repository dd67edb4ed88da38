using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Causes;
using GossipLab.Web.Labs;
using GossipLab.Web.Parts;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Features.EventLog;

/// <summary>The events of the run, newest first, with filters.</summary>
public sealed partial class LogPanel
{
    private const float RowHeight = 44;

    private LogFilter _filter = new();
    private string _nodeText = "";
    private bool _follows = true;
    private long _shownVersion = -1;
    private LogFilter? _shownFilter;
    private IReadOnlyList<TraceEntry> _log = [];
    private ICollection<TraceEntry> _rows = [];

    [Parameter, EditorRequired]
    public ILogSource Source { get; set; } = null!; // Required of every user.

    /// <summary>A node that an event is about was chosen.</summary>
    [Parameter]
    public EventCallback<NodeId> NodeChosen { get; set; }

    /// <summary>Somebody asks why an event happened; without a listener nobody can.</summary>
    [Parameter]
    public EventCallback<Question> WhyAsked { get; set; }

    private long NewerCount => Math.Max(0, Source.Log.Count - _log.Count);

    protected override void OnParametersSet()
    {
        if (_follows && _shownVersion != Source.LogVersion)
        {
            _shownVersion = Source.LogVersion;
            _log = Source.Log;
            _shownFilter = null;
        }

        Refilter();
    }

    private void Refilter()
    {
        if (!ReferenceEquals(_shownFilter, _filter))
        {
            _shownFilter = _filter;
            _rows = [.. _filter.NewestFirst(_log)];
        }
    }

    private void TextChanged(ChangeEventArgs change) =>
        Use(_filter with { Text = (change.Value as string ?? "").Trim() });

    private void NodeChanged(ChangeEventArgs change)
    {
        _nodeText = change.Value as string ?? "";
        Use(_filter with { Node = NodeNames.TryRead(_nodeText, out var node) ? node : null });
    }

    private void KindChanged(ChangeEventArgs change)
    {
        if (Enum.TryParse<LogKind>(change.Value as string, out var kind))
        {
            Use(_filter with { Kind = kind });
        }
    }

    private void ChangedOnlyChanged(ChangeEventArgs change) => Use(_filter with { ChangedOnly = change.Value is true });

    private void FollowChanged(ChangeEventArgs change)
    {
        _follows = change.Value is true;
        OnParametersSet();
    }

    private void Clear()
    {
        _nodeText = "";
        Use(new LogFilter());
    }

    private void Use(LogFilter filter)
    {
        _filter = filter;
        Refilter();
    }
}
