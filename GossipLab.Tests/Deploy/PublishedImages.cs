using System.Collections;
using System.Diagnostics;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Deploy;

/// <summary>
/// What the Dockerfile's own commands make of what its context holds, in a folder of its own: everything but the engine
/// that runs containers.
/// </summary>
public sealed class PublishedImages : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly string _folder = Directory.CreateTempSubdirectory("gossiplab-images-").FullName;

    internal ImageRecipe Recipe { get; } = ImageRecipe.Read();

    /// <summary>Where a path of the images lies here.</summary>
    public string PathOf(string path) => Path.Join(_folder, path);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var source = PathOf("source");
        Copy(new DirectoryInfo(Repository.Root), source, Ignored());
        foreach (var command in Recipe.Runs("build", "dotnet"))
        {
            var (code, said) = await RunAsync("dotnet", command.Replace("/app/", PathOf("app/")), source);
            Assert.True(code == 0, $"dotnet {command}\n{said}");
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs a program to its end.</summary>
    internal static async Task<(int Code, string Said)> RunAsync(string program, string arguments, string folder)
    {
        using var process = Process.Start(Plain(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }))!;
        using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(Patience);
        var said = await Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(late.Token), process.StandardError.ReadToEndAsync(late.Token));
        await process.WaitForExitAsync(late.Token);
        return (process.ExitCode, string.Concat(said));
    }

    // What a test run tells its own tools is not meant for these.
    internal static ProcessStartInfo Plain(ProcessStartInfo start)
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(IsOfTestRun))
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        return start;
    }

    private static bool IsOfTestRun(string name) => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("TESTINGPLATFORM", StringComparison.Ordinal)
        || name.StartsWith("ASPNETCORE_", StringComparison.Ordinal);

    private static HashSet<string> Ignored() => Repository.Read("deploy", "Dockerfile.dockerignore")
        .ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToHashSet();

    private static void Copy(DirectoryInfo from, string to, HashSet<string> ignored, bool isTop = true)
    {
        Directory.CreateDirectory(to);
        foreach (var one in from.EnumerateFileSystemInfos()
            .Where(one => !ignored.Contains($"**/{one.Name}") && !(isTop && ignored.Contains(one.Name))))
        {
            switch (one)
            {
                case DirectoryInfo folder:
                    Copy(folder, Path.Join(to, folder.Name), ignored, isTop: false);
                    break;
                case FileInfo file:
                    file.CopyTo(Path.Join(to, file.Name));
                    break;
            }
        }
    }
}
