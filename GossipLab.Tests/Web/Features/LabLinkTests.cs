using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.Features.Scenarios;

namespace GossipLab.Tests.Web.Features;

/// <summary>Links to the lab: whatever is in one, a sound run comes out of it.</summary>
public sealed class LabLinkTests
{
    [Fact]
    public void A_link_to_nothing_in_particular_is_a_quiet_cluster()
    {
        var link = Read("/lab");

        Assert.Equal("quiet", link.Scenario.Name);
        Assert.Empty(link.Scenario.Commands);
        Assert.Empty(link.Faults);
        Assert.True(link.Start.IsPlaying);
    }

    [Fact]
    public void Short_keys_change_a_scenario_of_the_library()
    {
        var link = Read("/lab?s=hello&seed=9&n=32&f=3&every=500&loss=0.05");

        Assert.Equal("hello", link.Scenario.Name);
        Assert.Equal(9ul, link.Scenario.Seed);
        Assert.Equal(32, link.Scenario.Nodes);
        Assert.Equal(3, link.Scenario.Node.Dissemination.FanOut);
        Assert.Equal(TimeSpan.FromMilliseconds(500), link.Scenario.Node.Dissemination.Interval);
        Assert.Equal(0.05m, link.Scenario.Network.Loss.ToDecimal());
        Assert.Empty(link.Faults);
    }

    [Theory]
    [InlineData("n=0", "n is «0»: it is a whole number from 1 to 1,000,000. Used: 16.")]
    [InlineData("n=many", "n is «many»: it is a whole number from 1 to 1,000,000. Used: 16.")]
    [InlineData("f=17", "f is «17»: it is a whole number from 1 to 16. Used: 2.")]
    [InlineData("loss=1.5", "loss is «1.5»: it is a share from 0 to 1, for example 0.05. Used: 0.")]
    [InlineData("seed=-1", "seed is «-1»: it is a whole number from 0 to 18446744073709551615. Used: 7.")]
    [InlineData("sel=n99", "sel is «n99»: it names a node, for example n7.")]
    [InlineData("t=soon", "t is «soon»: it is a moment in milliseconds, from 0 to 86,400,000. Used: 0.")]
    public void What_cannot_be_used_is_told_with_its_range_and_what_stands_instead(string query, string expected)
    {
        var link = Read("/lab?s=hello&" + query);

        Assert.Equal([expected], link.Faults);
        Assert.Empty(ScenarioFaults.In(link.Scenario));
    }

    [Fact]
    public void An_unknown_scenario_gives_the_first_one()
    {
        var link = Read("/lab?s=nope");

        Assert.Equal("hello", link.Scenario.Name);
        Assert.Equal(["There is no scenario «nope». Used: Hello, gossip."], link.Faults);
    }

    [Fact]
    public void Values_that_make_no_run_together_leave_the_scenario_as_it_is()
    {
        var link = Read("/lab?s=hello&n=200000");

        Assert.Equal(16, link.Scenario.Nodes);
        Assert.Contains("200000 is not in 1 to 100000", Assert.Single(link.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_for_tests_stands_still_and_steps()
    {
        var link = Read("/lab?s=hello&clock=manual&motion=off");

        Assert.True(link.Start.IsManual);
        Assert.False(link.Start.IsPlaying);
        Assert.True(link.IsStill);
    }

    [Fact]
    public void A_moment_is_where_the_run_stands()
    {
        var link = Read("/lab?s=hello&t=4200");

        Assert.Equal(Instant.FromMilliseconds(4_200), link.Start.StandAt);
        Assert.False(link.Start.IsPlaying);
    }

    [Fact]
    public void A_library_run_is_shared_with_short_keys()
    {
        var hello = ScenarioLibrary.All[0].Scenario with { Seed = 8 };

        var path = LabLinkWriter.Share(hello, Instant.FromMilliseconds(4_200));

        Assert.Equal("/lab?s=hello&seed=8&t=4200", path);
    }

    [Fact]
    public void What_was_done_to_a_run_travels_with_it()
    {
        var hello = ScenarioLibrary.All[0].Scenario;
        var killed = hello with
        {
            Commands = [.. hello.Commands, new TimedCommand(new Instant(2_000_001), new KillNode(new NodeId(3)))],
        };

        var path = LabLinkWriter.Share(killed, new Instant(2_000_001));

        Assert.StartsWith("/lab?z=", path, StringComparison.Ordinal);
        Assert.EndsWith("&t=2000.001", path, StringComparison.Ordinal);
        Assert.Equal(ScenarioJson.Write(killed), ScenarioJson.Write(Read(path!).Scenario)); // Not null: it was shared.
    }

    [Fact]
    public void Every_library_run_comes_back_from_its_own_link()
    {
        foreach (var entry in ScenarioLibrary.All)
        {
            var path = LabLinkWriter.Share(entry.Scenario, null);

            Assert.Equal($"/lab?s={entry.Name}&seed={entry.Scenario.Seed}", path);
            var read = Read(path!).Scenario; // Not null: compared above.
            Assert.Equal(ScenarioJson.Write(entry.Scenario), ScenarioJson.Write(read));
        }
    }

    [Fact]
    public void A_run_that_is_too_long_has_no_link()
    {
        var commands = from place in Enumerable.Range(1, 2_000)
                       let set = new SetValue(new NodeId(place % 16), place * 31L)
                       select new TimedCommand(new Instant(place * 7_919L), set);

        Assert.Null(LabLinkWriter.Share(new Scenario { Commands = [.. commands] }, null));
    }

    [Fact]
    public void An_open_lab_is_found_again_by_its_address()
    {
        var link = Read("/lab?s=hello&seed=7&clock=manual&tab=log");

        var path = LabLinkWriter.Open(link, "abc");

        Assert.Equal("/lab?s=hello&seed=7&clock=manual&tab=log&lab=abc", path);
        Assert.Equal("abc", Read(path).LabId);
    }

    private static LabLink Read(string path) => LabLinkReader.Read(new Uri("http://localhost" + path));
}
