using System.Text;
using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Simulation;

/// <summary>
/// The built-in scenarios give the same events on every machine and after every change that claims to change none. A
/// change that means to is reviewed as a diff of the file; old links then show other runs, so the engine's version
/// rises with it.
/// </summary>
public sealed class GoldenHashTests
{
    [Fact]
    public void Built_in_scenarios_give_the_events_they_always_gave()
    {
        var text = new StringBuilder("# scenario, virtual seconds, events, hash of the trace\n");
        foreach (var entry in ScenarioLibrary.All)
        {
            var seconds = entry.Scenario.Nodes < 1_000 ? 60 : 15;
            var hash = new TraceHash();
            var cluster = new SimulatedCluster(entry.Scenario, hash);

            cluster.RunUntil(Instant.FromMilliseconds(seconds * 1000));

            text.Append($"{entry.Name} {seconds} {cluster.EventCount} {hash}\n");
        }

        Rewriting.ShouldEqualFile(text.ToString(), "GossipLab.Tests", "Core", "Simulation", "golden-hashes.txt");
    }
}
