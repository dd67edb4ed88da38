using System.Diagnostics;
using System.Runtime.InteropServices;
using GossipLab.Web.RealClusters.Loopback;

namespace GossipLab.Web.RealClusters.Nodes;

/// <summary>Starts nodes, as processes of this same program or within this process.</summary>
public sealed class NodeStarter : IDisposable
{
    private readonly SocketsHttpHandler _connections = LoopbackTransport.Connections();

    /// <summary>The ports that nodes listen on.</summary>
    internal FreePorts Ports { get; } = new();

    /// <inheritdoc/>
    public void Dispose() => _connections.Dispose();

    /// <summary>Starts one.</summary>
    /// <exception cref="InvalidOperationException">It could not be started; the message says why.</exception>
    /// <exception cref="IOException">Its port is taken; the message says which.</exception>
    /// <param name="settings">What it is started with.</param>
    /// <param name="formed">Ends when a node within this process is to begin; processes begin at once.</param>
    /// <param name="cancel">Gives up.</param>
    internal async Task<INodeRunner> StartAsync(LoopbackSettings settings, Task formed, CancellationToken cancel)
    {
        if (settings.Options.Kind == NodeKind.InProcess)
        {
            return await NodeInProcess.StartAsync(settings, _connections, formed, cancel).ConfigureAwait(false);
        }

        var program = typeof(NodeStarter).Assembly.Location;
        var start = new ProcessStartInfo(DotnetPath(), [program, LoopbackProgram.Verb]);
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_gcServer"] = "0";
        return await NodeProcess.StartAsync(start, settings.Write(), cancel).ConfigureAwait(false);
    }

    // The program that runs this one: its files stand three folders below.
    private static string DotnetPath()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var path = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(path) ? path : name;
    }
}
