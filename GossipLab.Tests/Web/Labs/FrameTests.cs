using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.Labs;

namespace GossipLab.Tests.Web.Labs;

/// <summary>What travels to the browser.</summary>
public sealed class FrameTests
{
    private const int HeaderBytes = 40, NodeBytes = 8, LabelBytes = 24, FlightBytes = 28;

    [Fact]
    public void A_snapshot_holds_every_node_and_label()
    {
        var run = new LabRun(LabRig.Rumour());

        var bytes = new FrameBuilder().BuildSnapshot(run, Standing(run));

        Assert.Equal(0, bytes[0]);
        Assert.Equal(16u, UInt32(bytes, 32));
        Assert.Equal(16u, UInt32(bytes, HeaderBytes));
        Assert.Equal(16u, UInt32(bytes, HeaderBytes + 4 + 16 * NodeBytes));
        Assert.Equal(HeaderBytes + 4 + 16 * NodeBytes + 4 + 16 * LabelBytes + 4 + 4 + 4, bytes.Length);
    }

    [Fact]
    public void A_change_holds_only_the_nodes_that_changed_and_the_messages_that_departed()
    {
        var run = new LabRun(LabRig.Rumour());
        var builder = new FrameBuilder();
        builder.BuildDelta(run, Standing(run));
        run.RunWhile(new Instant(2_000_000), static () => true);

        var bytes = builder.BuildDelta(run, Standing(run));

        Assert.Equal(1u, UInt32(bytes, HeaderBytes));
        Assert.Equal(0u, UInt32(bytes, HeaderBytes + 4));
        var flights = HeaderBytes + 4 + NodeBytes + 4 + LabelBytes + 4;
        Assert.Equal(2u, UInt32(bytes, flights));
        Assert.Equal(flights + 4 + 2 * FlightBytes + 4, bytes.Length);
    }

    [Fact]
    public void Frames_are_numbered_one_by_one()
    {
        var run = new LabRun(LabRig.Rumour());
        var builder = new FrameBuilder();

        var first = UInt32(builder.BuildDelta(run, Standing(run)), 4);
        var second = UInt32(builder.BuildDelta(run, Standing(run)), 4);

        Assert.Equal(first + 1, second);
    }

    [Fact]
    public void A_frame_carries_a_sample_of_many_messages_and_says_how_many_there_were()
    {
        var run = new LabRun(LabRig.Rumour(nodes: 1000));
        run.RunWhile(new Instant(23_000_000), static () => true);
        run.Flights.Clear();
        run.RunWhile(new Instant(24_000_000), static () => true);
        var departed = run.Flights.Total;

        var bytes = new FrameBuilder().BuildDelta(run, Standing(run));

        Assert.Equal(2000, departed);
        var flights = HeaderBytes + 4 + 1000 * NodeBytes + 4 + 4;
        Assert.InRange(UInt32(bytes, flights), 100u, 220u);
        Assert.Equal(2000u, UInt32(bytes, bytes.Length - 4));
    }

    [Fact]
    public async Task The_last_frame_of_a_run_that_plays_to_a_moment_stands_there()
    {
        await using var lab = LabRig.Open(start: new LabStart { IsPlaying = false });
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await using var frames = lab.FramesAsync(patience.Token).GetAsyncEnumerator(patience.Token);

        await lab.PlayToAsync(new Instant(6_000_000), Pace.At(20));
        var (isPlaying, to) = (true, 0.0);
        while ((isPlaying || to < 6_000) && await frames.MoveNextAsync())
        {
            // A scene says nothing of time.
            (isPlaying, to) = frames.Current[0] == 2 ? (isPlaying, to)
                : ((frames.Current[2] & 1) != 0, BinaryPrimitives.ReadDoubleLittleEndian(frames.Current.AsSpan(16)));
        }

        Assert.Equal((false, 6_000.0), (isPlaying, to));
    }

    [Fact]
    public void The_scene_names_walls_and_values()
    {
        var run = new LabRun(LabRig.Rumour());
        run.Cluster.Post(new BuildWall("half", [new NodeId(2), new NodeId(1)]));
        run.RunWhile(new Instant(500_000), static () => true);

        var scene = JsonDocument.Parse(SceneText.Of(run, epoch: 3)).RootElement;

        Assert.Equal("[1,2]", scene.GetProperty("walls")[0].GetProperty("side").GetRawText());
        Assert.Equal("7", scene.GetProperty("values")[0].GetProperty("text").GetString());
        Assert.Equal(3, scene.GetProperty("epoch").GetInt32());
        Assert.Equal((byte)2, SceneText.Frame("{}")[0]);
        Assert.Equal("{}", Encoding.UTF8.GetString(SceneText.Frame("{}").AsSpan(1)));
    }

    [Fact]
    public async Task A_viewer_that_does_not_read_loses_frames_and_starts_again_from_a_snapshot()
    {
        var viewers = new FrameViewers(most: 1);
        using var stop = new CancellationTokenSource();
        await using var viewer = viewers.WatchAsync(static () => { }, stop.Token).GetAsyncEnumerator(stop.Token);
        var first = viewer.MoveNextAsync();
        viewers.Publish(null, [2], null, new Lazy<byte[]>(() => [0]));
        Assert.True(await first);

        for (byte frame = 10; frame < 30; frame++)
        {
            viewers.Publish(null, [2], [1, frame], new Lazy<byte[]>(() => [0, frame]));
        }

        Assert.True(await viewer.MoveNextAsync());
        var kinds = new List<byte> { viewer.Current[0] };
        for (var index = 0; index < 5; index++)
        {
            await viewer.MoveNextAsync();
            kinds.Add(viewer.Current[0]);
        }

        Assert.Contains((byte)0, kinds);
    }

    [Fact]
    public async Task A_lab_with_as_many_viewers_as_it_carries_says_so()
    {
        var viewers = new FrameViewers(most: 1);
        using var stop = new CancellationTokenSource();
        await using var first = viewers.WatchAsync(static () => { }, stop.Token).GetAsyncEnumerator(stop.Token);
        var waiting = first.MoveNextAsync();
        await using var second = viewers.WatchAsync(static () => { }, stop.Token).GetAsyncEnumerator(stop.Token);

        var refused = await Assert.ThrowsAsync<LabLimitException>(async () => await second.MoveNextAsync());

        Assert.Contains("1 viewers", refused.Message, StringComparison.Ordinal);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await waiting);
    }

    private static FrameSpan Standing(LabRun run) => new(run.Cluster.Now, run.Cluster.Now, 0, false, true);

    private static uint UInt32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
