using System.Buffers.Binary;
using Bunit;
using GossipLab.Core.Dissemination;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;
using GossipLab.Tests.Web.Labs;
using GossipLab.Web.Features.SpaceTime;
using GossipLab.Web.Labs;

namespace GossipLab.Tests.Web.Features;

/// <summary>The space-time diagram is drawn from the run played again beside the lab.</summary>
public sealed class SpaceTimeTests : MudContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task The_run_beside_the_lab_is_the_run_of_the_lab()
    {
        await using var lab = LabRig.Open(start: LabRig.Manual with { StandAt = Instant.FromMilliseconds(4_000) });
        var trace = new Trace();
        _ = new SimulatedCluster(lab.CurrentScenario, trace).RunUntil(Instant.FromMilliseconds(4_000));
        var run = new SpaceTimeRun();

        Assert.True(run.Follow(lab.View, Patience));

        Assert.Equal(
            trace.Entries.Where(entry => entry.Kind is TraceKind.Sent or TraceKind.Arrived or TraceKind.Lost)
                .Select(entry => entry.Stamp.Id),
            run.Recorder.Kept.Where(one => one.Kind is HappeningKind.Sent or HappeningKind.Arrived
                or HappeningKind.Lost).Select(one => one.Id));
    }

    [Fact]
    public async Task It_goes_on_with_the_lab_and_begins_anew_where_the_lab_goes_back()
    {
        await using var lab = LabRig.Open(start: LabRig.Manual with { StandAt = Instant.FromMilliseconds(4_000) });
        var run = new SpaceTimeRun();
        run.Follow(lab.View, Patience);

        var before = run.Recorder.Kept.Count;
        await lab.StepAsync(StepKind.Round);
        run.Follow(lab.View, Patience);
        Assert.Equal(1, run.Beginnings);
        Assert.True(run.Recorder.Kept.Count > before);

        await lab.StepBackAsync(StepKind.Round);
        run.Follow(lab.View, Patience);
        Assert.Equal(2, run.Beginnings);
        Assert.All(run.Recorder.Kept, one => Assert.True(one.Entry.Stamp.At <= lab.View.Now));
    }

    [Fact]
    public async Task What_somebody_does_appears_at_its_node()
    {
        await using var lab = LabRig.Open(start: LabRig.Manual with { StandAt = Instant.FromMilliseconds(1_000) });
        var run = new SpaceTimeRun();
        run.Follow(lab.View, Patience);

        await lab.PostAsync(new KillNode(new NodeId(3)));
        run.Follow(lab.View, Patience);

        var killed = Assert.Single(run.Recorder.Kept, one => one.Kind == HappeningKind.Killed);
        Assert.Equal(new NodeId(3), killed.Lane);
    }

    [Fact]
    public void Beyond_its_room_the_recorder_keeps_the_latest_and_what_still_holds()
    {
        var recorder = new SpaceTimeRecorder(16, capacity: 100);
        var cluster = new SimulatedCluster(LabRig.Rumour(), recorder);

        cluster.RunUntil(Instant.FromMilliseconds(30_000));

        Assert.Equal(100, recorder.Kept.Count);
        Assert.True(recorder.Forgotten > 100);
        var holders = recorder.Standing.Concat(recorder.Kept).Where(one => one.Kind == HappeningKind.Value)
            .Select(one => one.Lane).Distinct();
        Assert.Equal(16, holders.Count());
        Assert.True(recorder.Standing.Count <= 16 * 18);
    }

    [Fact]
    public void A_lost_message_says_where_it_was_lost()
    {
        var scenario = LabRig.Rumour() with { Network = new NetworkOptions { Loss = new Ratio(1, 2) } };
        var recorder = new SpaceTimeRecorder(16);

        new SimulatedCluster(scenario, recorder).RunUntil(Instant.FromMilliseconds(6_000));

        var lost = recorder.Kept.Where(one => one.Kind == HappeningKind.Lost).ToList();
        Assert.NotEmpty(lost);
        Assert.All(lost, one => Assert.True(one.End >= one.Entry.Flight.SentAt && one.End <= one.Entry.Flight.DueAt));
    }

    [Fact]
    public void An_event_travels_as_thirty_two_bytes()
    {
        var recorder = new SpaceTimeRecorder(2);
        new SimulatedCluster(LabRig.Rumour(2), recorder).RunUntil(Instant.FromMilliseconds(2_100));
        var sent = recorder.Kept.First(one => one.Kind == HappeningKind.Sent);

        var bytes = SpaceTimeFeed.Encode([sent]);

        Assert.Equal(32, bytes.Length);
        Assert.Equal(sent.Id, BinaryPrimitives.ReadUInt32LittleEndian(bytes));
        Assert.Equal(sent.Entry.Stamp.At.Microseconds, BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(4)));
        Assert.Equal((byte)HappeningKind.Sent, bytes[28]);
    }

    [Fact]
    public async Task The_table_tells_the_same_in_words_with_causes()
    {
        await using var lab = LabRig.Open(start: LabRig.Manual with { StandAt = Instant.FromMilliseconds(2_300) });
        var run = new SpaceTimeRun();
        run.Follow(lab.View, Patience);
        Happening? chosen = null;

        var table = Render<HappeningTable>(parameters => parameters.Add(one => one.Run, run)
            .Add(one => one.Describe, entry => $"{entry.Kind} {entry.Flight.Id}")
            .Add(one => one.HappeningChosen, one => chosen = one));

        var arrival = table.FindAll("tbody tr")
            .First(row => row.QuerySelectorAll("td")[2].TextContent.StartsWith("Arrived", StringComparison.Ordinal));
        Assert.Contains("Sent", arrival.QuerySelectorAll("td")[3].TextContent, StringComparison.Ordinal);
        await arrival.QuerySelector("button")!.ClickAsync(new()); // Each row has one.
        Assert.Equal(HappeningKind.Arrived, chosen?.Kind);
    }
}
