using System.Globalization;
using Microsoft.Playwright;

namespace GossipLab.Benchmarks;

/// <summary>
/// Opens a running lab in headless Chromium at three sizes and measures what a drawn frame costs the page's main thread
/// and how many bytes its sockets carry.
/// </summary>
internal static class StageBenchmark
{
    private const int WarmUpMs = 4_000;
    private const int MeasureMs = 6_000;

    // Sums the time spent in the callbacks of each animation frame.
    private const string CountFrames = """
        (() => {
          const spent = []; let open = 0; let sum = 0;
          const request = window.requestAnimationFrame.bind(window);
          window.requestAnimationFrame = callback => request(time => {
            const start = performance.now();
            callback(time);
            if (time !== open) { if (open) spent.push(sum); open = time; sum = 0; }
            sum += performance.now() - start;
          });
          window.gossipLabFrames = { reset() { spent.length = 0; }, read() { return spent.slice(); } };
        })();
        """;

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    public static async Task<int> RunAsync(Uri lab)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium",
            Args = Flags,
        });
        Console.WriteLine(
            $"{"lab",-34}{"frames/s",10}{"frame ms p50",14}{"p95",8}{"main %",9}{"task ms/frame",15}{"KB/s",9}");
        foreach (var path in new[]
        {
            "/lab?s=hello&n=64", "/lab?s=rumour-1000", "/lab?s=swim-1000", "/lab?s=rumour-10000",
        })
        {
            await MeasureAsync(browser, new Uri(lab, path));
        }

        return 0;
    }

    private static async Task MeasureAsync(IBrowser browser, Uri address)
    {
        await using var context = await browser.NewContextAsync(
            new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(CountFrames);
        long bytes = 0;
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) =>
            Interlocked.Add(ref bytes, frame.Binary?.Length ?? frame.Text?.Length ?? 0);
        await page.GotoAsync(address.ToString());
        await page.WaitForTimeoutAsync(WarmUpMs);

        var session = await context.NewCDPSessionAsync(page);
        await session.SendAsync("Performance.enable");
        await page.EvaluateAsync("gossipLabFrames.reset()");
        Interlocked.Exchange(ref bytes, 0);
        var before = await TaskSecondsAsync(session);
        await page.WaitForTimeoutAsync(MeasureMs);
        var task = await TaskSecondsAsync(session) - before;
        var frames = await page.EvaluateAsync<double[]>("gossipLabFrames.read()");
        Print(address.PathAndQuery, frames, task, Interlocked.Read(ref bytes));
    }

    private static async Task<double> TaskSecondsAsync(ICDPSession session)
    {
        var answer = await session.SendAsync("Performance.getMetrics");
        foreach (var metric in answer!.Value.GetProperty("metrics").EnumerateArray()) // the command always answers
        {
            if (metric.GetProperty("name").GetString() == "TaskDuration")
            {
                return metric.GetProperty("value").GetDouble();
            }
        }

        return double.NaN;
    }

    private static void Print(string name, double[] frames, double taskSeconds, long bytes)
    {
        Array.Sort(frames);
        double At(double share) => frames.Length == 0 ? double.NaN : frames[(int)(share * (frames.Length - 1))];
        const double Seconds = MeasureMs / 1000.0;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-34}{frames.Length / Seconds,10:0.0}{At(0.5),14:0.00}{At(0.95),8:0.00}"
            + $"{taskSeconds / Seconds,9:0.0%}{taskSeconds * 1000 / Math.Max(1, frames.Length),15:0.00}"
            + $"{bytes / Seconds / 1024,9:0.0}"));
    }
}
