using GossipLab.Node.Settings;
using GossipLab.Web.RealClusters;
using GossipLab.Web.RealClusters.Nodes;
using Microsoft.Extensions.Logging.Abstractions;

namespace GossipLab.Tests.Web.RealClusters;

/// <summary>A server's real clusters without the server, and patience for what they come to.</summary>
internal sealed class RealClusterRig : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly NodeStarter _starter = new();

    public RealClusterRig(RealClusterLimits? limits = null, TimeProvider? time = null) =>
        Clusters = new RealClusterDirectory(
            limits ?? new RealClusterLimits(), _starter, time ?? TimeProvider.System,
            NullLogger<RealClusterDirectory>.Instance);

    public RealClusterDirectory Clusters { get; }

    /// <summary>Quick nodes within this process.</summary>
    public static RealClusterOptions Few(int nodes) => new()
    {
        Kind = NodeKind.InProcess,
        Nodes = nodes,
        Interval = TimeSpan.FromMilliseconds(50),
        Membership = MembershipPreset.Local,
    };

    /// <summary>Waits until a cluster shows something.</summary>
    public static async Task<RealClusterView> UntilAsync(RealCluster cluster, Predicate<RealClusterView> isSo)
    {
        var seen = new TaskCompletionSource<RealClusterView>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = cluster.Subscribe(() =>
        {
            var view = cluster.View;
            if (isSo(view))
            {
                seen.TrySetResult(view);
            }
        });
        try
        {
            return await seen.Task.WaitAsync(Patience, Xunit.TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException("It never came about; last seen: " + string.Join('\n', cluster.View.Nodes));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Clusters.DisposeAsync();
        _starter.Dispose();
    }
}
