using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using Timer = GossipLab.Core.Protocol.Timer;

namespace GossipLab.Tests.Core.Simulation;

/// <summary>The queue beside a sorted set, over millions of random operations.</summary>
public sealed class EventQueueModelTests
{
    private const int Operations = 400_000;
    private const int Nodes = 7;

    private static readonly TimeSpan[] LaneDelays =
        [TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2), TimeSpan.FromMicroseconds(1)];

    public static TheoryData<int> Seeds => [1, 2, 3, 4, 5, 6];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_queue_gives_what_a_sorted_set_gives(int seed)
    {
        var model = new Model(slotBits: 2 * seed + 2);
        var rng = new Dice((ulong)seed, 0).Roll(DiceStream.Scenario, Instant.Zero);

        // Loads of very different sizes, from slots with a key or two to slots with hundreds.
        var most = new[] { 3, 60, 2_000, 30_000 };
        for (var step = 0; step < Operations; step++)
        {
            var isFull = model.Count >= most[step * most.Length / Operations];
            model.Do(rng.Below(isFull ? 8 : 14), ref rng);
            if (rng.Below(2_000) == 0)
            {
                model.RemoveTimers(rng.Below(3));
            }
        }

        model.Empty();
    }

    [Fact]
    public void What_is_put_in_after_a_look_far_ahead_still_comes_first()
    {
        var model = new Model();
        foreach (var delay in new[] { 0L, 1, 1_023, 1_024, 1 << 20, (1 << 20) + 1, 1 << 30, 1L << 40, 1L << 45 })
        {
            model.AddMessage(delay, node: 1);
            model.Look();
            model.AddMessage(delay / 2, node: 0);
            model.AddMessage(delay, node: 0);
            model.Look();
        }

        model.Empty();
    }

    [Fact]
    public void Timers_that_nobody_needs_make_room_wherever_they_wait()
    {
        var model = new Model();
        var rng = new Dice(1, 0).Roll(DiceStream.Scenario, Instant.Zero);
        for (var count = 0; count < 3_000; count++)
        {
            model.AddTimer(2_000 + (1L << rng.Below(42)) + rng.Below(5_000L), node: 1);
        }

        model.RemoveTimers(0);

        Assert.Equal(2_000, model.Count);
        model.RemoveTimers(1);
        model.RemoveTimers(2);
        Assert.InRange(model.Count, 0, 20); // those due next
        model.Empty();
    }

    private sealed class Model
    {
        private readonly SortedSet<(long Due, int Target, int Source, uint Ordinal)> _expected = [];
        private readonly TimerLane[] _lanes = [.. LaneDelays.Select(
            (delay, index) => new TimerLane((TimerKind)index, delay, isPeriodic: true))];

        private readonly EventQueue _queue;
        private long _now;
        private uint _ordinal;

        public Model(int slotBits = 10) => _queue = new EventQueue(slotBits, _lanes);

        public int Count => _expected.Count;

        public void Do(int what, ref Rng rng)
        {
            switch (what)
            {
                case 0 or 1 or 2 or 3 or 4 or 5: Take(); break;
                case 6: Look(); break;
                case 7: LookWithin(rng.Below(3_000_000L)); break;
                case 8 or 9: AddToLane(_lanes[rng.Below(_lanes.Length)], rng.Below(Nodes)); break;
                case 10: AddTimer(Delay(ref rng), rng.Below(Nodes)); break;
                default: AddMessage(Delay(ref rng), rng.Below(Nodes)); break;
            }
        }

        public void AddMessage(long delay, int node)
        {
            var ordinal = ++_ordinal;
            var scheduled = new ScheduledEvent
            {
                Due = new Instant(_now + delay),
                Target = node,
                Source = (int)(ordinal % Nodes),
                Ordinal = ordinal,
                IsMessage = true,
                FlightId = ordinal,
            };
            _queue.Add(scheduled);
            _expected.Add((_now + delay, node, scheduled.Source, ordinal));
        }

        public void AddTimer(long delay, int node)
        {
            var ordinal = ++_ordinal;
            ref var timer = ref _queue.AddTimer(_now + delay, node, ordinal);
            timer.Timer = Timer.Of(TimerKind.Suspicion, ordinal);
            _expected.Add((_now + delay, node, node, ordinal));
        }

        /// <summary>Those of a third of the ordinals, but for those due next.</summary>
        public void RemoveTimers(int third)
        {
            _queue.RemoveTimers((key, timer) =>
            {
                Assert.Equal(key.Ordinal, timer.Timer.Token);
                return key.Ordinal % 3 != third
                    || !_expected.Remove((key.Due, key.Target, key.Source, key.Ordinal));
            });
            Look();
        }

        public void Look()
        {
            Assert.Equal(_expected.Count, _queue.Count);
            Assert.Equal(_expected.Count == 0 ? long.MaxValue : _expected.Min.Due, _queue.NextDue.Microseconds);
        }

        public void Empty()
        {
            Assert.Equal(_expected, _queue.Waiting().Select(KeyOf).Order());
            while (Count > 0)
            {
                Take();
            }

            Look();
            Assert.Empty(_queue.Waiting());
        }

        private static (long, int, int, uint) KeyOf(ScheduledEvent due) =>
            (due.Due.Microseconds, due.Target, due.Source, due.Ordinal);

        // Most are near, some at once, a few far.
        private static long Delay(ref Rng rng) => rng.Below(20) switch
        {
            0 => 0,
            1 or 2 => rng.Below(1_500L),
            3 => rng.Below(3L << 20),
            4 => rng.Below(50L) == 0 ? rng.Below(4L << 30) : rng.Below(200_000L),
            _ => rng.Below(100_000L),
        };

        private void Take()
        {
            if (Count == 0)
            {
                return;
            }

            var expected = _expected.Min;
            _expected.Remove(expected);
            var taken = _queue.Take();
            Assert.Equal(expected, KeyOf(taken));
            Assert.Equal(taken.IsMessage ? expected.Ordinal : 0, taken.FlightId);
            Assert.Equal(taken.IsMessage ? 0 : expected.Ordinal, taken.Timer.Token);
            _now = expected.Due;
        }

        private void LookWithin(long span)
        {
            var due = _queue.NextDueWithin(_now + span);
            var expected = Count == 0 ? long.MaxValue : _expected.Min.Due;
            Assert.True(due == expected || (due > _now + span && expected > _now + span));
        }

        private void AddToLane(TimerLane lane, int node)
        {
            var ordinal = ++_ordinal;
            var due = _now + lane.Interval;
            _queue.Add(lane, new LaneTimer { Due = due, Target = node, Ordinal = ordinal, Token = ordinal });
            _expected.Add((due, node, node, ordinal));
        }
    }
}
