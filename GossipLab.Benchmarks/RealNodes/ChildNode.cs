using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using GossipLab.Core.Hosting;
using GossipLab.Core.Protocol;
using GossipLab.Node.Settings;
using GossipLab.Node.Words;

namespace GossipLab.Benchmarks.RealNodes;

/// <summary>A node as a process of its own, which ends when this one does.</summary>
public sealed class ChildNode : IDisposable
{
    // The exit code of a node whose port another program has.
    private const int PortTaken = 3;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    private readonly HttpClient _client;
    private readonly string[] _flags;
    private Process? _process;

    /// <summary>A node that was not started.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="client">Asks it.</param>
    /// <param name="flags">Its settings beside name and port.</param>
    public ChildNode(string name, HttpClient client, params string[] flags)
    {
        (Name, _client, Port) = (name, client, FreePort());
        _flags = flags;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its port.</summary>
    public int Port { get; private set; }

    /// <summary>The number of its process.</summary>
    public int ProcessId => _process!.Id;

    /// <summary>Where it listens.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    /// <summary>Starts it.</summary>
    public void Start()
    {
        _process?.Dispose();
        var program = typeof(NodeSettings).Assembly.Location;
        var port = Port.ToString(CultureInfo.InvariantCulture);
        _process = Process.Start(new ProcessStartInfo(
            "dotnet", [program, "--name", Name, "--port", port, "--log", "off", "--end-with-input", .. _flags])
        {
            RedirectStandardInput = true,
            UseShellExecute = false,
        });
    }

    /// <summary>Starts it at another port where the one it was given was taken meanwhile.</summary>
    public void MoveIfPortTaken()
    {
        if (_process is { HasExited: true, ExitCode: PortTaken })
        {
            Port = FreePort();
            Start();
        }
    }

    /// <summary>Starts it and waits until it answers.</summary>
    public async Task StartAndWaitAsync()
    {
        Start();
        await UntilAsync(IsUpAsync);
    }

    /// <summary>SIGKILL: it cannot tidy up.</summary>
    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
    }

    /// <summary>SIGTERM: it says goodbye.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start(
            "kill", ["-TERM", _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>Where something of it is.</summary>
    /// <param name="path">What.</param>
    public Uri Of(string path) => new($"http://{Address}{path}");

    /// <summary>The value as a client of the article's reads it.</summary>
    public async Task<string> GetAsync() => await _client.GetStringAsync(Of("/get"));

    /// <summary>Sets the value as a client of the article's does.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Whether it was acknowledged.</returns>
    public async Task<bool> SetAsync(long value)
    {
        try
        {
            using var answer = await _client.GetAsync(
                Of(string.Create(CultureInfo.InvariantCulture, $"/set/{value}")));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Sets the value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>What was acknowledged; null where nothing was.</returns>
    public async Task<NamedValue?> PutAsync(long value)
    {
        try
        {
            using var answer = await _client.PutAsJsonAsync(
                Of("/v1/value"), new SetWord(value), NodeJson.Default.SetWord);
            return answer.IsSuccessStatusCode
                ? await answer.Content.ReadFromJsonAsync(NodeJson.Default.NamedValue) : null;
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>The value with its generation.</summary>
    public async Task<NamedValue> ValueAsync() =>
        (await _client.GetFromJsonAsync(Of("/v1/value"), NodeJson.Default.NamedValue))!;

    /// <summary>What it believes of another; null where it knows nothing or does not answer.</summary>
    /// <param name="other">Whom.</param>
    public async Task<MemberState?> BeliefOfAsync(ChildNode other)
    {
        var members = await _client.GetFromJsonAsync(
            Of("/v1/members"), NodeJson.Default.IReadOnlyListNamedMember) ?? [];
        return members.FirstOrDefault(member => member.Name == other.Name)?.State;
    }

    /// <summary>Whether it answers.</summary>
    public async Task<bool> IsUpAsync()
    {
        try
        {
            using var answer = await _client.GetAsync(Of("/healthz"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception lost) when (lost is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Waits until something holds.</summary>
    /// <param name="holds">What.</param>
    /// <returns>How long it took.</returns>
    /// <exception cref="TimeoutException">It did not come about within a minute.</exception>
    public static async Task<TimeSpan> UntilAsync(Func<Task<bool>> holds)
    {
        var watch = Stopwatch.StartNew();
        while (!await holds())
        {
            if (watch.Elapsed > TimeSpan.FromMinutes(1))
            {
                throw new TimeoutException("it did not come about within a minute");
            }

            await Task.Delay(Look);
        }

        return watch.Elapsed;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_process is { HasExited: false } running)
        {
            running.Kill();
            running.WaitForExit();
        }

        _process?.Dispose();
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
