using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;
using GossipLab.Web.Labs;

namespace GossipLab.Tests.Web.Labs;

/// <summary>What is said to be new to a receiver is what changes it, in hundreds of random deliveries.</summary>
public sealed class PayloadTests
{
    [Fact]
    public void What_is_said_to_be_known_changes_no_belief_and_what_is_new_does()
    {
        var (known, news) = (0, 0);
        for (ulong number = 0; number < 40; number++)
        {
            var scenario = RandomScenarios.Of(number);
            if (scenario.Node.MembershipKind == MembershipKind.Swim)
            {
                var (here, there) = Play(scenario);
                (known, news) = (known + here, news + there);
            }
        }

        Assert.True(known > 200, $"{known} known");
        Assert.True(news > 50, $"{news} new");
    }

    // Each arrival is foretold just before it comes, and then compared with what its receiver reports.
    private static (int Known, int News) Play(Scenario scenario)
    {
        var (known, news) = (0, 0);
        var told = new Arrivals();
        var cluster = new SimulatedCluster(scenario, told);
        for (var step = 0; step < 3_000 && cluster.NextDue < Instant.FromMilliseconds(20_000); step++)
        {
            var next = cluster.InFlight().Where(one => one.Flight.DueAt == cluster.NextDue
                    && one.Message.Updates.Count > 0 && IsPlain(cluster, one.Flight.To))
                .Select(one => (one.Flight, Items: PayloadItem.Of(cluster, one.Flight, one.Message))).ToList();
            told.Begin();
            cluster.Step();
            var arrived = next.Where(one => told.Flight == one.Flight.Id).ToList();
            foreach (var item in arrived.SelectMany(one => one.Items).Where(item => item.Value is null))
            {
                var changed = told.Changed.Contains(item.Update.Subject);
                var repeated = arrived[0].Items.Count(other => other.Update.Subject == item.Update.Subject) > 1;
                if (!repeated && item.News == PayloadNews.Known)
                {
                    Assert.False(changed, $"{scenario.Name} at {cluster.Now}: {item.Update} was known");
                    known++;
                }
                else if (!repeated && item.News == PayloadNews.New)
                {
                    Assert.True(changed, $"{scenario.Name} at {cluster.Now}: {item.Update} was new");
                    news++;
                }
            }
        }

        return (known, news);
    }

    private static bool IsPlain(SimulatedCluster cluster, NodeId node) =>
        cluster.Condition(node) is { IsUp: true, IsPaused: false, HasLeft: false } condition
        && condition.Slowness == TimeSpan.Zero;

    private sealed class Arrivals : IClusterObserver
    {
        public long Flight { get; private set; }

        public HashSet<NodeId> Changed { get; } = [];

        public void Begin()
        {
            Flight = 0;
            Changed.Clear();
        }

        public void OnArrived(in TraceStamp stamp, in Flight flight, in Message message) => Flight = flight.Id;

        public void OnReported(in TraceStamp stamp, in NodeEvent what)
        {
            if (what.Kind == NodeEventKind.BeliefChanged)
            {
                Changed.Add(what.Subject);
            }
        }

        public void OnCommand(in TraceStamp stamp, ClusterCommand command)
        {
        }

        public void OnSent(in TraceStamp stamp, in Flight flight, in Message message)
        {
        }

        public void OnLost(in TraceStamp stamp, in Flight flight, in Message message, LossReason reason, Instant at)
        {
        }
    }
}
