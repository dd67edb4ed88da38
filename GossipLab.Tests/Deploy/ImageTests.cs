using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace GossipLab.Tests.Deploy;

/// <summary>What the images hold starts, answers and knows whether it is well.</summary>
public sealed class ImageTests(PublishedImages images) : IClassFixture<PublishedImages>, IDisposable
{
    private const string Usual = "8080";

    private readonly List<Process> _started = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var process in _started)
        {
            process.Kill();
            process.Dispose();
        }
    }

    [Fact]
    public async Task The_node_of_the_image_answers_and_its_health_check_tells()
    {
        var port = FreePort();
        var node = Start("node", "node", ("GOSSIPLAB_PORT", port));
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        await ListensAsync(node);
        Assert.Equal("42", await GetAsync(client, "/get"));
        Assert.True(Directory.EnumerateFiles(images.PathOf("data")).Any(), "nothing is kept in /data");
        Assert.Equal(0, await HealthAsync(port));

        node.Kill();
        await node.WaitForExitAsync(Cancel);
        Assert.NotEqual(0, await HealthAsync(port));
    }

    [Fact]
    public async Task The_dashboard_of_the_image_shows_its_page_and_finds_its_files()
    {
        var port = FreePort();
        var dashboard = Start("dashboard", "dashboard", ("ASPNETCORE_URLS", $"http://127.0.0.1:{port}"));
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        await ListensAsync(dashboard);
        Assert.Equal("ok", await GetAsync(client, "/healthz"));
        Assert.Contains("GossipLab", await GetAsync(client, "/"));
        Assert.NotEmpty(await GetAsync(client, "/_framework/blazor.web.js"));
        Assert.Contains("gridcell", await GetAsync(client, "/js/lab/grid.mjs"));
    }

    [Fact]
    public async Task The_dashboard_brings_the_program_that_it_starts_as_real_nodes()
    {
        var (code, said) = await PublishedImages.RunAsync(
            "dotnet", "GossipLab.Node.dll --help", images.PathOf("app/dashboard"));

        Assert.True(code == 0 && said.Contains("--join", StringComparison.Ordinal), said);
    }

    [Fact]
    public void No_image_runs_as_root() => Assert.Equal("10001", images.Recipe.User(images.Recipe.From("node")));

    private Process Start(string stage, string folder, params (string Name, string Value)[] variables)
    {
        var entry = images.Recipe.EntryPoint(stage);
        var start = PublishedImages.Plain(new ProcessStartInfo(entry[0], entry[1..])
        {
            WorkingDirectory = images.PathOf($"app/{folder}"),
            RedirectStandardOutput = true,
        });
        foreach (var (name, value) in images.Recipe.Variables(stage))
        {
            start.Environment[name] = value.StartsWith('/') ? images.PathOf(value) : value;
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        _started.Add(process);
        return process;
    }

    // The check is written for the image's port and for the shell that the image has.
    private async Task<int> HealthAsync(string port)
    {
        var check = images.Recipe.HealthCheck("node");
        using var process = Process.Start(new ProcessStartInfo(
            check[0], check[1..].Select(part => part.Replace(Usual, port, StringComparison.Ordinal)))
        {
            RedirectStandardError = true,
        })!;
        await process.WaitForExitAsync(Cancel);
        return process.ExitCode;
    }

    // It says so in its log when it listens.
    private static async Task ListensAsync(Process process)
    {
        string? line;
        do
        {
            line = await process.StandardOutput.ReadLineAsync(Cancel);
            Assert.False(line is null, "It ended before it listened.");
        }
        while (!line.Contains("listen", StringComparison.Ordinal));
        _ = process.StandardOutput.ReadToEndAsync(Cancel); // What else it says fills no pipe.
    }

    private static async Task<string> GetAsync(HttpClient client, string path) =>
        await client.GetStringAsync(new Uri(path, UriKind.Relative), Cancel);

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString((IFormatProvider?)null);
    }
}
