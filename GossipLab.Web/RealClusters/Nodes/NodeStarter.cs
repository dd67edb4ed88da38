using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using GossipLab.Core.Hosting;
using GossipLab.Node.Settings;
using GossipLab.Node.Transport;

namespace GossipLab.Web.RealClusters.Nodes;

/// <summary>Starts nodes, as processes of their own or within this process.</summary>
public sealed class NodeStarter : IDisposable
{
    private readonly SocketsHttpHandler _connections = HttpTransport.Connections();

    /// <summary>The ports that nodes listen on.</summary>
    internal FreePorts Ports { get; } = new();

    /// <inheritdoc/>
    public void Dispose() => _connections.Dispose();

    /// <summary>Starts one.</summary>
    /// <exception cref="InvalidOperationException">It could not be started; the message says why.</exception>
    /// <exception cref="IOException">Its port is taken; the message says which.</exception>
    /// <param name="settings">What it is started with.</param>
    /// <param name="secretFile">Where a process finds the secret; null for a node within this process.</param>
    /// <param name="formed">Ends when a node within this process is to begin; processes begin at once.</param>
    /// <param name="cancel">Gives up.</param>
    internal async Task<INodeRunner> StartAsync(
        NodeSettings settings, string? secretFile, Task formed, CancellationToken cancel) => secretFile is null
        ? await NodeInProcess.StartAsync(settings, _connections, formed, cancel).ConfigureAwait(false)
        : NodeProcess.Start(Process(settings, secretFile));

    private static ProcessStartInfo Process(NodeSettings settings, string secretFile)
    {
        var program = typeof(NodeSettings).Assembly.Location;
        var start = new ProcessStartInfo(DotnetPath(), [program, .. FlagsOf(settings, secretFile)])
        {
            WorkingDirectory = Path.GetDirectoryName(secretFile),
        };

        // What the dashboard was started with is not meant for its nodes.
        foreach (var variable in SettingTable.All.SelectMany(one => new[] { one.Variable, one.ArticleVariable }))
        {
            start.Environment.Remove(variable ?? string.Empty);
        }

        start.Environment["DOTNET_gcServer"] = "0";
        return start;
    }

    private static IEnumerable<string> FlagsOf(NodeSettings settings, string secretFile)
    {
        var dissemination = settings.Protocol.Dissemination;
        yield return $"--name={settings.NameOrUsual}";
        yield return string.Create(CultureInfo.InvariantCulture, $"--port={settings.Port}");
        yield return "--bind=loopback";
        yield return $"--join={string.Join(',', settings.Join)}";
        yield return string.Create(
            CultureInfo.InvariantCulture, $"--interval={dissemination.Interval.TotalMilliseconds}ms");
        yield return string.Create(CultureInfo.InvariantCulture, $"--fanout={dissemination.FanOut}");
        yield return $"--tie-break={SettingTable.NameOf(settings.Protocol.Value.TieBreak)}";
        yield return $"--membership={SettingTable.NameOf(settings.Membership)}";
        yield return $"--secret-file={secretFile}";
        yield return "--faults=on";
        yield return "--end-with-input=on";
        yield return "--log=off";
        if (settings.DataFolder is { } folder)
        {
            yield return $"--data={folder}";
        }
    }

    // The program that runs this one: its files stand three folders below.
    private static string DotnetPath()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var path = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(path) ? path : name;
    }
}
