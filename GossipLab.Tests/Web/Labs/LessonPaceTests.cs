using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;
using GossipLab.Web.Labs;

namespace GossipLab.Tests.Web.Labs;

/// <summary>Playing up to a moment, at any pace.</summary>
public sealed class LessonPaceTests
{
    public static TheoryData<Pace> Paces => [Pace.Watchable, Pace.At(2), Pace.Max];

    [Theory]
    [MemberData(nameof(Paces))]
    public void Time_stands_still_at_the_moment_asked_for(Pace pace)
    {
        var run = new LabRun(ClusterRig.Calm(16) with
        {
            Commands = [new TimedCommand(new Instant(1), new SetValue(new NodeId(0), 7))],
        });
        var player = new LabPlayer(run, new LabStart { IsPlaying = false });

        player.PlayTo(new Instant(1_500_000), pace);
        for (var tick = 0; tick < 10_000 && player.IsPlaying; tick++)
        {
            player.Pass(LabPump.Tick);
        }

        Assert.Equal((false, 1.5), (player.IsPlaying, run.Cluster.Now.Seconds));
    }
}
