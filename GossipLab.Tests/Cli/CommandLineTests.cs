using System.Text.Json;
using GossipLab.Cli;
using GossipLab.Core.Experiments;
using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;
using GossipLab.Tests.Core.Experiments;
using GossipLab.Web.Sweeps;

namespace GossipLab.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gossiplab-").FullName;
    private readonly StringWriter _out = new();
    private readonly StringWriter _notes = new();

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _out.Dispose();
        _notes.Dispose();
    }

    [Fact]
    public async Task The_same_file_gives_the_hash_that_the_engine_gives()
    {
        var scenario = ScenarioLibrary.Find("hello")!.Scenario;
        var hash = new TraceHash();
        new SimulatedCluster(scenario, hash).RunUntil(Instant.FromMilliseconds(5_000));

        var code = await RunAsync("simulate", Put("hello.json", ScenarioJson.Write(scenario)), "--until", "5000");

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal($"{hash}", JsonDocument.Parse($"{_out}").RootElement.GetProperty("hash").GetString());
    }

    [Fact]
    public async Task A_sweep_prints_bands_and_writes_files()
    {
        var plan = SweepRig.FanOuts(16, 20, 1, 2);
        var (csv, json) = (Path.Combine(_folder, "o.csv"), Path.Combine(_folder, "o.json"));

        var code = await RunAsync(
            "sweep", Put("s.json", SweepJson.Write(plan)), "--kept", "none", "--csv", csv, "--json", json);

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("FanOut 2: roundsToAll p5 ", $"{_out}", StringComparison.Ordinal);
        var ledger = SweepRig.Finish(new SweepLedger(plan));
        Assert.Equal(SweepText.Csv(ledger), await File.ReadAllTextAsync(csv, TestContext.Current.CancellationToken));
        Assert.Equal(SweepText.Json(ledger), await File.ReadAllTextAsync(json, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_lesson_that_is_none_has_exit_code_1_and_its_line()
    {
        var code = await RunAsync("lesson", "check", Put("x.yaml", "slug: x\nnonsense: 1\n"));

        Assert.Equal(ExitCode.Faults, code);
        Assert.Contains("x.yaml: line ", $"{_out}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--seed: must be a whole number of 0 or more", "simulate", "hello", "--seed", "x")]
    [InlineData("--until: must be a whole number within 1 to 86400000", "simulate", "hello", "--until", "0")]
    [InlineData("--speed: there is no such option", "simulate", "hello", "--speed", "1")]
    [InlineData("nowhere.json: there is no such file", "sweep", "nowhere.json")]
    [InlineData("dance: there is no such command", "dance")]
    public async Task What_cannot_be_run_is_refused_in_words(string words, params string[] line)
    {
        var code = await RunAsync(line);

        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains(words, $"{_notes}", StringComparison.Ordinal);
        Assert.Empty($"{_out}");
    }

    [Fact]
    public async Task An_interrupted_run_has_exit_code_130()
    {
        using var interrupt = new CancellationTokenSource();
        await interrupt.CancelAsync();

        var code = await CommandLine.RunAsync(
            ["simulate", "hello", "--until", "600000"], new Terminal(_out, _notes), interrupt.Token);

        Assert.Equal(ExitCode.Interrupted, code);
    }

    private string Put(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private Task<int> RunAsync(params string[] line) =>
        CommandLine.RunAsync(line, new Terminal(_out, _notes), TestContext.Current.CancellationToken);
}
