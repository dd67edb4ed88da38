using System.Runtime.CompilerServices;
using GossipLab.Web.Labs;
using Microsoft.AspNetCore.SignalR;

namespace GossipLab.Web.RealClusters;

/// <summary>Streams the frames of a real cluster to a browser.</summary>
public sealed class RealClusterHub(RealClusterDirectory clusters) : Hub
{
    /// <summary>The route.</summary>
    public const string Route = "/hub/real";

    /// <summary>The frames of a cluster, from a snapshot on.</summary>
    /// <param name="clusterId">The cluster.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="HubException">
    /// There is no such cluster, or it has too many viewers; the message says which.
    /// </exception>
    public async IAsyncEnumerable<byte[]> Frames(string clusterId, [EnumeratorCancellation] CancellationToken cancel)
    {
        var cluster = clusters.Find(clusterId)
            ?? throw new HubException("This cluster was stopped. Reload the page to start another.");
        await using var frames = cluster.FramesAsync(cancel).GetAsyncEnumerator(cancel);
        while (await NextAsync(frames))
        {
            yield return frames.Current;
        }
    }

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<byte[]> frames)
    {
        try
        {
            return await frames.MoveNextAsync();
        }
        catch (LabLimitException full)
        {
            throw new HubException(full.Message);
        }
    }
}
