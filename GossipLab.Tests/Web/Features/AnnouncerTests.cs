using GossipLab.Web.Features.Caption;

namespace GossipLab.Tests.Web.Features;

/// <summary>What is read aloud, and how often.</summary>
public sealed class AnnouncerTests
{
    private readonly HandClock _clock = new();

    [Fact]
    public void A_caption_has_its_time_before_the_next_one()
    {
        var announcer = new Announcer(_clock);
        announcer.Offer("n1 learns 7.", isStanding: false);
        _clock.Advance(TimeSpan.FromSeconds(1.4));

        announcer.Offer("n2 learns 7.", isStanding: false);

        Assert.Equal("n1 learns 7.", announcer.Said);
    }

    [Fact]
    public void The_next_one_is_said_when_its_time_has_come()
    {
        var announcer = new Announcer(_clock);
        announcer.Offer("n1 learns 7.", isStanding: false);
        _clock.Advance(TimeSpan.FromSeconds(1.5));

        announcer.Offer("n2 learns 7.", isStanding: false);

        Assert.Equal("n2 learns 7.", announcer.Said);
    }

    [Fact]
    public void A_run_that_stands_says_its_last_word_at_once()
    {
        var announcer = new Announcer(_clock);
        announcer.Offer("n1 learns 7.", isStanding: false);

        announcer.Offer("n2 learns 7.", isStanding: true);

        Assert.Equal("n2 learns 7.", announcer.Said);
    }

    private sealed class HandClock : TimeProvider
    {
        private long _ticks;

        public void Advance(TimeSpan span) => _ticks += span.Ticks;

        public override long GetTimestamp() => _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;
    }
}
