namespace GossipLab.Web.Features.Curve;

/// <summary>
/// Lets one run in the background at a time go on, for all visitors together, so that the labs keep the other
/// processors.
/// </summary>
internal static class BackgroundTurn
{
    private static readonly SemaphoreSlim Turn = new(1, 1);

    /// <summary>Waits for the turn, does something in the background, and passes the turn on.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled before it began.</exception>
    public static async Task<T> TakeAsync<T>(Func<T> work, CancellationToken cancel)
    {
        await Turn.WaitAsync(cancel);
        try
        {
            return await Task.Run(work, cancel);
        }
        finally
        {
            Turn.Release();
        }
    }
}
