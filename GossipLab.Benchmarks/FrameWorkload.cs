using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;
using GossipLab.Web.Labs;

namespace GossipLab.Benchmarks;

/// <summary>What it costs to write what a lab's stage shows as bytes: a frame is an event here.</summary>
internal static class FrameWorkload
{
    private const int WarmUps = 300;
    private const int Frames = 600;

    // 30 frames a second, played at the speed of time.
    private static readonly TimeSpan Tick = TimeSpan.FromMicroseconds(33_333);

    public static IEnumerable<Figure> Measure(int nodes)
    {
        var run = new LabRun(SwimWorkloads.WithChurn(nodes, (WarmUps + Frames) * Tick));
        var builder = new FrameBuilder();
        var (delta, snapshot, bytes) = (default(Run), default(Run), 0L);
        for (var frame = 0; frame < WarmUps + Frames; frame++)
        {
            var span = new FrameSpan(run.Cluster.Now, run.Cluster.Now + Tick, 1, IsPlaying: true, IsJump: false);
            run.Flights.Clear();
            run.History.RunUntil(span.To);
            var meter = Meter.Start();
            var built = builder.BuildDelta(run, span);
            delta = frame < WarmUps ? default : Sum(delta, meter.Stop(1, Instant.Zero));
            bytes += frame < WarmUps ? 0 : built.Length;
            meter = Meter.Start();
            built = builder.BuildSnapshot(run, span);
            snapshot = frame < WarmUps ? default : Sum(snapshot, meter.Stop(1, Instant.Zero));
        }

        yield return Of("frame, what changed", nodes, delta, bytes / Frames);
        yield return Of("frame, everything", nodes, snapshot, builder.BuildSnapshot(run, default).Length);
    }

    private static Run Sum(in Run one, in Run other) => one with
    {
        Events = one.Events + other.Events,
        Cpu = one.Cpu + other.Cpu,
        Bytes = one.Bytes + other.Bytes,
    };

    private static Figure Of(string workload, int nodes, in Run sum, long bytes) => Figure.Of(
        workload, nodes, sum, note: FormattableString.Invariant(
            $"{sum.Cpu.TotalMilliseconds / sum.Events:0.000} ms, {bytes:N0} bytes a frame"));
}
