using GossipLab.Core.Membership;

namespace GossipLab.Tests.Core.Membership;

/// <summary>The local health score (memberlist's awareness).</summary>
public sealed class LocalHealthTests
{
    [Fact]
    [Trait("row", "P9")]
    public void The_score_stays_within_its_bounds_and_stretches_time()
    {
        var health = new LocalHealth(maxMultiplier: 8);
        int[] changes = [0, -1, -10, +1, -1, +10, -1, -1, -1, -1, -1, -1, -1, -1];

        var scores = Array.ConvertAll(changes, change =>
        {
            health.Add(change);
            Assert.Equal(TimeSpan.FromSeconds(health.Score + 1), health.Stretch(TimeSpan.FromSeconds(1)));
            return health.Score;
        });

        Assert.Equal([0, 0, 0, 1, 0, 7, 6, 5, 4, 3, 2, 1, 0, 0], scores);
    }

    [Fact]
    public void It_says_whether_it_changed()
    {
        var health = new LocalHealth(maxMultiplier: 2);

        Assert.Equal([false, true, false, true], new[] { -1, +1, +1, -5 }.Select(health.Add));
    }
}
