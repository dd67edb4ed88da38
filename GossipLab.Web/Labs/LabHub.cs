using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.SignalR;

namespace GossipLab.Web.Labs;

/// <summary>Streams the frames of a lab to a browser.</summary>
public sealed class LabHub(LabDirectory labs) : Hub
{
    /// <summary>The route.</summary>
    public const string Route = "/hub/lab";

    /// <summary>The frames of a lab, from a snapshot on.</summary>
    /// <param name="labId">The lab.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="HubException">
    /// There is no such lab, or it has too many viewers; the message says which.
    /// </exception>
    public async IAsyncEnumerable<byte[]> Frames(string labId, [EnumeratorCancellation] CancellationToken cancel)
    {
        var lab = labs.Find(labId) ?? throw new HubException("This lab is gone. Reload the page to start it again.");
        await using var frames = lab.FramesAsync(cancel).GetAsyncEnumerator(cancel);
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
