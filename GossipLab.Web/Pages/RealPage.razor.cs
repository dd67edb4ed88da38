using GossipLab.Web.Labs;
using GossipLab.Web.Parts;
using GossipLab.Web.RealClusters;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace GossipLab.Web.Pages;

/// <summary>Shows the real cluster that its address names, or starts one whose name then joins the address.</summary>
public sealed partial class RealPage
{
    private RealCluster? _cluster;
    private string? _fault;
    private string? _attachFault;
    private bool _isBusy;
    private bool _isLooking;
    private CancellationTokenSource? _looking;

    /// <summary>The cluster's name.</summary>
    [SupplyParameterFromQuery(Name = "c")]
    public string? ClusterId { get; set; }

    [Inject]
    private RealClusterDirectory Clusters { get; set; } = null!; // Set by the framework before first use.

    [Inject]
    private NavigationManager Navigation { get; set; } = null!; // Set by the framework before first use.

    [Inject]
    private ISnackbar Snackbar { get; set; } = null!; // Set by the framework before first use.

    protected override void OnParametersSet()
    {
        _cluster = Clusters.Find(ClusterId);
        if (_cluster is null && ClusterId is not null)
        {
            _fault = UiText.Real.Gone;
        }
    }

    private static string AddressOf(RealCluster cluster) => $"{PageRoutes.Real}?c={cluster.Id}";

    private static string Describe(RealCluster cluster) =>
        UiText.Real.Title(cluster.Options.Nodes, KindText.Of(cluster.Options.Kind));

    private async Task AttachAsync((string Address, string Secret) where)
    {
        using var looking = new CancellationTokenSource();
        (_isLooking, _attachFault, _looking) = (true, null, looking);
        StateHasChanged();
        try
        {
            Navigation.NavigateTo(AddressOf(
                await Clusters.AttachAsync(where.Address, where.Secret, looking.Token)));
        }
        catch (LabLimitException limit)
        {
            _attachFault = limit.Message;
        }
        catch (OperationCanceledException)
        {
            // The visitor looks no more.
        }
        finally
        {
            (_isLooking, _looking) = (false, null);
        }
    }

    private async Task StartAsync(RealClusterOptions options)
    {
        (_isBusy, _fault) = (true, null);
        StateHasChanged();
        try
        {
            Navigation.NavigateTo(AddressOf(await Clusters.OpenAsync(options)));
        }
        catch (LabLimitException limit)
        {
            _fault = limit.Message;
        }
        finally
        {
            _isBusy = false;
        }
    }

    private async Task StoppedAsync()
    {
        if (_cluster is { } cluster)
        {
            await Clusters.StopAsync(cluster.Id);
            Snackbar.Add(
                cluster.Options.Kind == NodeKind.Watched ? UiText.Attach.Stopped : UiText.Real.Stopped, Severity.Info);
            Navigation.NavigateTo(PageRoutes.Real);
        }
    }
}
