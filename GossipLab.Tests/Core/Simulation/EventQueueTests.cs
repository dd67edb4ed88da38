using CsCheck;
using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;

namespace GossipLab.Tests.Core.Simulation;

/// <summary>What is due comes in one order, whatever the order it was put in.</summary>
public sealed class EventQueueTests
{
    private static readonly Gen<ScheduledEvent> Events = Gen.Select(
        Gen.Long[0, 20], Gen.Int[0, 3], Gen.Int[0, 3], Gen.UInt[0, 1_000],
        (due, target, source, ordinal) => new ScheduledEvent
        {
            Due = new Instant(due), Target = target, Source = source, Ordinal = ordinal, IsMessage = true,
        });

    [Fact]
    public void Events_come_by_time_target_source_and_the_sources_own_count() => Events.Array[0, 200].Sample(
        events =>
        {
            var expected = events.Select(Key).Order().ToArray();
            Assert.Equal(expected, TakeAll(Filled(events)));
            Assert.Equal(expected, TakeAll(Filled(events.Reverse())));
        },
        iter: 300);

    [Fact]
    public void Putting_in_while_taking_out_keeps_the_order() => Events.Array[2, 100].Sample(
        events =>
        {
            var queue = Filled(events[..(events.Length / 2)]);
            var first = queue.Take();
            foreach (var late in events[(events.Length / 2)..])
            {
                queue.Add(late with { Due = late.Due + TimeSpan.FromMicroseconds(20) });
            }

            var taken = TakeAll(queue);
            Assert.Equal(taken.Order(), taken);
            Assert.True(taken.Length == 0 || Key(first).CompareTo(taken[0]) <= 0);
        },
        iter: 300);

    [Fact]
    public void An_empty_queue_has_nothing_due_and_gives_nothing()
    {
        var queue = new EventQueue(slotBits: 10);

        Assert.Equal(Instant.Max, queue.NextDue);
        Assert.Empty(queue.Waiting());
        Assert.Throws<InvalidOperationException>(() => queue.Take());
    }

    [Fact]
    public void It_shows_what_waits_without_taking_it()
    {
        var queue = Filled([new ScheduledEvent { Due = new Instant(5) }, new ScheduledEvent { Due = new Instant(3) }]);

        Assert.Equal(2, queue.Waiting().Count());
        Assert.Equal((2, new Instant(3)), (queue.Count, queue.NextDue));
    }

    private static EventQueue Filled(IEnumerable<ScheduledEvent> events)
    {
        var queue = new EventQueue(slotBits: 10);
        foreach (var scheduled in events)
        {
            queue.Add(scheduled);
        }

        return queue;
    }

    private static (long, int, int, uint)[] TakeAll(EventQueue queue)
    {
        var taken = new List<(long, int, int, uint)>();
        while (queue.Count > 0)
        {
            taken.Add(Key(queue.Take()));
        }

        return [.. taken];
    }

    private static (long, int, int, uint) Key(ScheduledEvent scheduled) =>
        (scheduled.Due.Microseconds, scheduled.Target, scheduled.Source, scheduled.Ordinal);
}
