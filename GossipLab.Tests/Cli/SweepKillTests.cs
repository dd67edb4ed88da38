using System.Diagnostics;
using GossipLab.Core.Experiments;
using GossipLab.Tests.Core.Experiments;
using GossipLab.Web.Sweeps;

namespace GossipLab.Tests.Cli;

public sealed class SweepKillTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gossiplab-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_sweep_that_was_killed_goes_on_and_ends_with_the_same_numbers()
    {
        var plan = SweepRig.FanOuts(64, 1_000, 1, 2, 3);
        var (file, kept) = (Path.Combine(_folder, "s.gossipsweep.json"), Path.Combine(_folder, "kept.db"));
        await File.WriteAllTextAsync(file, SweepJson.Write(plan), TestContext.Current.CancellationToken);
        var undisturbed = SweepText.Hash(SweepRig.Finish(new SweepLedger(plan)));

        Assert.Equal(0, RunsIn(Path.Combine(_folder, "warm.db"))); // The first look takes longer than a small sweep.
        using var victim = Start(file, kept);
        await KillOnceSomethingIsKeptAsync(victim, kept);
        var survived = RunsIn(kept);
        using var second = Start(file, kept);
        var said = await second.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await second.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.InRange(survived, 1, plan.Points * plan.Seeds - 1);
        Assert.Equal(0, second.ExitCode);
        Assert.Contains($"hash {undisturbed}", said, StringComparison.Ordinal);
    }

    // SIGKILL: the process has no chance to tidy up. Its progress says that something was measured; what was kept by
    // then is asked afterwards.
    private static async Task KillOnceSomethingIsKeptAsync(Process victim, string kept)
    {
        var letters = new char[64];
        while (await victim.StandardError.ReadAsync(letters, TestContext.Current.CancellationToken) > 0)
        {
            if (File.Exists(kept) && RunsIn(kept) > 0)
            {
                break;
            }
        }

        victim.Kill();
        await victim.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static int RunsIn(string kept)
    {
        using var archive = new SweepArchive(kept, TimeProvider.System);
        return archive.List() is [var sweep, ..] ? sweep.Runs : 0;
    }

    private static Process Start(string file, string kept) => Process.Start(new ProcessStartInfo("dotnet")
    {
        ArgumentList =
        {
            Path.Combine(AppContext.BaseDirectory, "gossiplab.dll"), "sweep", file, "--kept", kept, "--workers", "1",
        },
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!; // It was started, or an exception was thrown.
}
