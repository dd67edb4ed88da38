using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Web.Labs;
using GossipLab.Web.Parts;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Features.Matrix;

/// <summary>The matrix of a lab: read anew when the lab moved, one reading at a time.</summary>
public sealed partial class LabMatrix
{
    // A thousand nodes take a reading of a million beliefs: four a second would slow the run.
    private const int MostAtOnce = 200;
    private static readonly TimeSpan LargeEvery = TimeSpan.FromSeconds(1);

    private static readonly Choice<MatrixTopic>[] Topics =
    [
        new(MatrixTopic.Membership, UiText.Matrix.Membership, TestIds.MatrixMembership),
        new(MatrixTopic.Data, UiText.Matrix.Data, TestIds.MatrixData),
    ];

    private static readonly Choice<MatrixOrder>[] Orders =
    [
        new(MatrixOrder.Number, UiText.Matrix.ByNumber, TestIds.MatrixByNumber),
        new(MatrixOrder.Agreement, UiText.Matrix.ByAgreement, TestIds.MatrixByAgreement),
    ];

    private BeliefGrid? _grid;
    private ClusterObservations? _seen;
    private (int Epoch, long Event, Instant Now)? _read;
    private long _readAt;
    private bool _isReading;
    private MatrixTopic _topic;
    private MatrixOrder _order;

    [Parameter, EditorRequired]
    public Lab Lab { get; set; } = null!; // Required of every user.

    [Parameter, EditorRequired]
    public LabView View { get; set; } = null!; // Required of every user.

    /// <summary>A cell was chosen.</summary>
    [Parameter]
    public EventCallback<MatrixChoice> CellChosen { get; set; }

    [Inject]
    private TimeProvider Time { get; set; } = null!; // Set by the framework before first use.

    protected override async Task OnParametersSetAsync()
    {
        var wanted = (View.Epoch, View.Event, View.Now);
        if (_isReading || _read == wanted || IsTooSoon)
        {
            return;
        }

        _isReading = true;
        try
        {
            _seen = await Lab.ReadAsync(run => ClusterObservations.Of(run.Cluster));
        }
        catch (LabLimitException)
        {
            return; // The lab was closed meanwhile; its page says so.
        }
        finally
        {
            _isReading = false;
        }

        (_read, _readAt) = (wanted, Time.GetTimestamp());
        Draw();
    }

    private bool IsTooSoon => _read is not null && View is { Status: LabStatus.Live, Nodes: > MostAtOnce }
        && Time.GetElapsedTime(_readAt) < LargeEvery;

    private void Draw()
    {
        if (_seen is { } seen)
        {
            _grid = GridBuilder.Build(seen, _topic, _order);
        }
    }

    private void Show(MatrixTopic topic, MatrixOrder order)
    {
        (_topic, _order) = (topic, order);
        Draw();
    }

    private Task LookAsync(NodeId observer) =>
        Lab.SetLensAsync(View.Lens == observer ? null : observer).AsTask();
}
