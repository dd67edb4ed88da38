using System.Net.Sockets;
using System.Runtime.InteropServices;
using GossipLab.Node.Settings;
using GossipLab.Node.Transport;

namespace GossipLab.Node.Running;

/// <summary>A node as a program: runs until it is told to end, and says in its exit code how it ended.</summary>
internal static class NodeProgram
{
    private const int Failed = 1;
    private const int WrongSettings = 2;
    private const int PortTaken = 3;
    private const string SettingsFile = "appsettings.json";

    private static readonly TimeSpan MostLeaving = TimeSpan.FromSeconds(8);

    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] flags)
    {
        if (SettingsReader.WantsHelp(flags))
        {
            await Console.Out.WriteAsync(SettingsHelp.Text);
            return 0;
        }

        var file = File.Exists(SettingsFile) ? await File.ReadAllTextAsync(SettingsFile) : null;
        var reading = SettingsReader.Read(flags, Environment.GetEnvironmentVariable, file);
        if (reading.Fault is { } fault)
        {
            await Console.Error.WriteLineAsync(fault);
            return WrongSettings;
        }

        return await RunAsync(reading.Settings!);
    }

    private static async Task<int> RunAsync(NodeSettings settings)
    {
        using var connections = HttpTransport.Connections();
        using var told = new CancellationTokenSource();
        using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => End(signal, told));
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => End(signal, told));
        try
        {
            await using var node = await NodeServer.StartAsync(
                settings, new NodeSurroundings { Connections = connections }, told.Token);
            node.Begin();
            return await LiveAsync(node, settings, told.Token);
        }
        catch (OperationCanceledException) when (told.IsCancellationRequested)
        {
            return 0;
        }
        catch (IOException taken) when (IsTaken(taken))
        {
            await Console.Error.WriteLineAsync(
                $"--port: {settings.Port} is taken: another program listens at {settings.Listens}:{settings.Port}");
            return PortTaken;
        }
        catch (Exception fault) when (fault is IOException or SocketException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return Failed;
        }
    }

    private static bool IsTaken(IOException fault) =>
        fault.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException;

    private static void End(PosixSignalContext signal, CancellationTokenSource told)
    {
        signal.Cancel = true;
        told.Cancel();
    }

    private static async Task<int> LiveAsync(NodeServer node, NodeSettings settings, CancellationToken told)
    {
        var asked = Task.Delay(Timeout.Infinite, told);
        var input = settings.EndsWithInput ? Task.Run(() => Console.In.ReadToEndAsync(), told) : asked;
        var first = await Task.WhenAny(asked, input, node.Host.Completion);
        if (first == node.Host.Completion)
        {
            await first; // A bug of ours: the program ends with its trace.
            return Failed;
        }

        if (first == asked)
        {
            using var patience = new CancellationTokenSource(MostLeaving);
            try
            {
                await node.LeaveAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                // It leaves though not everybody heard it.
            }
        }

        return 0;
    }
}
