using System.Runtime.InteropServices;

namespace GossipLab.Web.RealClusters.Loopback;

/// <summary>
/// The dashboard's program as one node: its settings come as the first line of its input, and it ends when that input
/// ends, so it never outlives whoever started it.
/// </summary>
internal static class LoopbackProgram
{
    /// <summary>The first argument that makes the program a node.</summary>
    public const string Verb = "node-on-loopback";

    private const int WrongSettings = 2;

    /// <summary>Runs until its input ends or it is told to leave.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync()
    {
        if (LoopbackSettings.TryRead(await Console.In.ReadLineAsync().ConfigureAwait(false)) is not { } settings)
        {
            await Console.Error.WriteLineAsync("the first line of input is not a node's settings")
                .ConfigureAwait(false);
            return WrongSettings;
        }

        using var connections = LoopbackTransport.Connections();
        using var leave = new SemaphoreSlim(0);
        using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            leave.Release();
        });
        try
        {
            var node = await LoopbackNode.StartAsync(settings, connections, CancellationToken.None)
                .ConfigureAwait(false);
            await using (node.ConfigureAwait(false))
            {
                node.Begin();
                await LiveAsync(node, leave).ConfigureAwait(false);
            }

            return 0;
        }
        catch (IOException taken)
        {
            await Console.Error.WriteLineAsync(taken.Message).ConfigureAwait(false);
            return 1;
        }
    }

    private static async Task LiveAsync(LoopbackNode node, SemaphoreSlim leave)
    {
        var orphaned = Task.Run(() => Console.In.ReadToEndAsync());
        var leaving = leave.WaitAsync();
        if (await Task.WhenAny(orphaned, leaving).ConfigureAwait(false) == leaving)
        {
            await node.LeaveAsync().ConfigureAwait(false);
        }
    }
}
