using System.Diagnostics;
using System.Globalization;

namespace GossipLab.Web.RealClusters.Nodes;

/// <summary>
/// Kills a process that stands still when this one ends. A running node sees the end of its input and ends by itself;
/// a stopped one sees nothing, so a shell waits in its place: its input ends with us, however we end.
/// </summary>
internal sealed class DeathWatch : IDisposable
{
    private readonly Process _shell;

    /// <summary>Watches over a process.</summary>
    public DeathWatch(int process)
    {
        var id = process.ToString(CultureInfo.InvariantCulture);
        _shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"read _; kill -9 {id}"])
        {
            RedirectStandardInput = true,
            UseShellExecute = false,
        }) ?? throw new InvalidOperationException("no shell could be started");
    }

    /// <summary>Ends the watch: the process goes on, or is dead.</summary>
    public void Dispose()
    {
        // Killed before its input is closed, or it would do what it waits to do.
        _shell.Kill();
        _shell.WaitForExit();
        _shell.Dispose();
    }
}
