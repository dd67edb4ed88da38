using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation.Checkpoints;

namespace GossipLab.Tests.Core.Simulation.Checkpoints;

/// <summary>Which checkpoints are let go when there is no room for all.</summary>
public sealed class CheckpointStoreTests
{
    private const int Room = 60;
    private const int Steps = 1_800;
    private const long CostOfStep = 16_000;

    private readonly Lane _lane = new(0, "run", null, Instant.Zero);
    private readonly CheckpointStore _store = new(Room);

    [Fact]
    public void However_often_one_jumps_no_place_is_much_farther_from_a_checkpoint_than_another()
    {
        Keep(Enumerable.Range(1, Steps));
        var draws = new Random(20170129);
        for (var jump = 0; jump < 400; jump++)
        {
            var to = draws.Next(Steps);
            var from = StepBefore(to);
            Keep([.. Enumerable.Range(1, 4).Select(part => from + part * (to - from) / 4).Where(step => step > from)]);

            Assert.InRange(_store.Count, 1, Room);
            Assert.InRange(WidestGap(), 1, 4 * Steps / Room);
        }
    }

    [Fact]
    public void The_way_back_to_the_end_stays_short()
    {
        Keep(Enumerable.Range(1, Steps));
        var draws = new Random(20170129);
        for (var jump = 0; jump < 400; jump++)
        {
            Keep([draws.Next(1, Steps)]);
        }

        Assert.InRange(Steps - StepBefore(Steps), 0, Steps / Room);
    }

    private int WidestGap()
    {
        var widest = 0;
        for (var end = Steps; end > 0;)
        {
            var before = StepBefore(end - 1);
            widest = Math.Max(widest, end - before);
            end = before;
        }

        return widest;
    }

    private int StepBefore(int step) =>
        (int)(_store.Find(_lane, Destination.To(PositionOf(step)))?.Position.Step ?? 0);

    private static RunPosition PositionOf(int step) => new(step, Instant.Zero + TimeSpan.FromMilliseconds(step));

    private void Keep(IEnumerable<int> steps)
    {
        foreach (var step in steps)
        {
            _store.Add(new Checkpoint
            {
                Lane = _lane,
                Position = PositionOf(step),
                Events = step,
                Cost = step * CostOfStep,
                Cluster = _lane,
                Observers = [],
                Bytes = 1,
            });
        }
    }
}
