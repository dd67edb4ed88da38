using GossipLab.Core.Experiments.Configuration;
using GossipLab.Core.Membership;

namespace GossipLab.Tests.Core.Experiments.Configuration;

public sealed class GossipConfigurationTests
{
    private const string Consul = """
        # Our agents in Frankfurt
        datacenter = "fra1"
        service "web" {
          port = 80
          checks = [ { tcp = "localhost:80", interval = "10s" }, ]
        }
        gossip_lan {
          probe_interval = "2s"   // slower than usual
          probe_timeout = "900ms" /* as measured */
          suspicion_mult = 6
        }
        reconnect_timeout = "24h"
        """;

    [Fact]
    public void Consul_s_HCL_is_read_with_comments_and_blocks()
    {
        var read = GossipConfiguration.Read(Consul);

        Assert.True(read.IsSound);
        Assert.Equal(ConfigurationFormat.Consul, read.Format);
        Assert.Equal(
            MembershipOptions.Lan with
            {
                ProbeInterval = TimeSpan.FromSeconds(2),
                ProbeTimeout = TimeSpan.FromMilliseconds(900),
                SuspicionMultiplier = 6,
                ReconnectTimeout = TimeSpan.FromHours(24),
            },
            read.Options);
        Assert.Contains(read.Notes, note => note is { Line: 3, Kind: ConfigurationNoteKind.Ignored, Key: "service" });
        Assert.Contains(read.Notes, note => note is { Line: 8, Kind: ConfigurationNoteKind.Taken, Text: "2s" });
    }

    [Fact]
    public void The_two_pools_of_Consul_are_apart()
    {
        const string both = """
            { "gossip_lan": { "gossip_nodes": 5 }, "gossip_wan": { "gossip_nodes": 7 } }
            """;

        var wan = GossipConfiguration.Read(both, GossipPool.Wan);

        Assert.Equal(5, GossipConfiguration.Read(both).Options.GossipNodes);
        Assert.Equal(7, wan.Options.GossipNodes);
        Assert.Equal(TimeSpan.FromSeconds(5), wan.Options.ProbeInterval);
    }

    [Fact]
    public void Serf_s_profile_and_agent_are_told_apart()
    {
        var profile = GossipConfiguration.Read("""
            { "probe_interval": "500ms", "indirect_checks": 5, "probe_timeout": "100ms" }
            """);
        var agent = GossipConfiguration.Read("""{ "node_name": "a", "profile": "wan" }""");

        Assert.Equal(ConfigurationFormat.SerfProfile, profile.Format);
        Assert.Equal(5, profile.Options.IndirectChecks);
        Assert.Equal(ConfigurationFormat.SerfAgent, agent.Format);
        Assert.Equal(MembershipOptions.Wan, agent.Options);
        Assert.Equal(
            MembershipOptions.Local, GossipConfiguration.Read(agent.Write(MembershipOptions.Local)).Options with
            {
                HeartbeatTimeout = MembershipOptions.Local.HeartbeatTimeout,
            });
    }

    [Fact]
    public void Memberlist_counts_nanoseconds_as_Go_does()
    {
        var read = GossipConfiguration.Read("""
            { "ProbeInterval": 2000000000, "ProbeTimeout": "250ms", "BindPort": 7946 }
            """);

        Assert.True(read.IsSound);
        Assert.Equal(TimeSpan.FromSeconds(2), read.Options.ProbeInterval);
        Assert.Equal(TimeSpan.FromMilliseconds(250), read.Options.ProbeTimeout);
        Assert.Contains("1500000000", read.Write(read.Options with { ProbeInterval = TimeSpan.FromSeconds(1.5) }));
    }

    [Theory]
    [InlineData("gossip_lan {\n probe_intervall = \"1s\"\n}", 2, "do you mean probe_interval")]
    [InlineData("gossip_lan {\n probe_interval = \"1s\"\n probe_timeout = \"2s\"\n}", 3, "less than probe_interval")]
    [InlineData("gossip_lan {\n suspicion_mult = 99\n}", 2, "99 is not within 1 to 32")]
    [InlineData("gossip_lan {\n gossip_nodes = \"3\"\n}", 2, "whole number")]
    [InlineData("gossip_lan {\n gossip_interval = 200\n}", 2, "duration in quotes")]
    [InlineData("gossip_lan {\n gossip_interval = \"0s\"\n}", 2, "0 ms is not within")]
    [InlineData("gossip_lan {\n indirect_checks = 3\n}", 2, "no setting of Consul")]
    [InlineData("gossip_lan {\n ProbeInterval = \"1s\"\n}", 2, "is called probe_interval here")]
    [InlineData("gossip_lan {\n probe_timeout = \"0s\"\n}", 2, "not within 1ms to probe_interval")]
    [InlineData("gossip_lan = 7", 1, "block in braces")]
    [InlineData("\nreconnect_timeout = \"1h\"", 2, "8h")]
    [InlineData("gossip_lan {\n probe_interval = 1s\n}", 2, "is no number")]
    [InlineData("gossip_lan {\n probe_interval = \"1s\n}", 2, "has no end")]
    [InlineData("gossip_lan {\n probe_interval = fast\n}", 2, "is no value")]
    [InlineData("gossip_lan {\n probe_interval \"1s\"\n}", 3, "comes «=»")]
    [InlineData("gossip_lan {\n", 2, "closing brace")]
    [InlineData("/* for ever", 1, "comment has no end")]
    [InlineData("a = <<EOF\nb", 1, "has no end")]
    [InlineData("{\n \"gossip_lan\": {},\n}", 3, "no comma after the last")]
    [InlineData("{\n \"a\": [1,]\n}", 2, "no comma after the last")]
    [InlineData("{ // why\n}", 1, "JSON has no comments")]
    [InlineData("{ \"a\": 1\n \"b\": 2 }", 2, "comma is missing")]
    [InlineData("{ \"a\": 1 } x", 1, "more text")]
    [InlineData("{ \"profile\": \"moon\" }", 1, "none of lan, wan, local")]
    [InlineData("{ \"profile\": \"lan\",\n \"colour\": 1 }", 2, "refuses to start")]
    public void A_fault_is_named_with_its_line(string text, int line, string why)
    {
        var read = GossipConfiguration.Read(text);

        var fault = read.Notes.First(note => note.Kind == ConfigurationNoteKind.Fault);
        Assert.Equal(line, fault.Line);
        Assert.Contains(why, fault.Text, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => read.Write(MembershipOptions.Lan));
    }

    [Theory]
    [InlineData("gossip_lan {\n probe_timeout = \"1s\"\n}", 2, "as long as probe_interval")]
    [InlineData("gossip_lan {\n suspicion_mult = 2\n}", 2, "second opinion")]
    [InlineData("gossip_lan {\n gossip_nodes = 2\n gossip_nodes = 4\n}", 3, "line 2 already")]
    [InlineData("gossip_lan {\n gossip_nodes = 2\n}\ngossip_lan {\n}", 4, "stands twice")]
    public void What_is_hardly_meant_is_pointed_out(string text, int line, string why)
    {
        var read = GossipConfiguration.Read(text);

        var warning = Assert.Single(read.Notes, note => note.Kind == ConfigurationNoteKind.Warning);
        Assert.Equal(line, warning.Line);
        Assert.Contains(why, warning.Text, StringComparison.Ordinal);
        Assert.True(read.IsSound);
    }

    [Fact]
    public void Whatever_is_pasted_ends_with_notes()
    {
        var nested = string.Concat(Enumerable.Repeat("a = {", 100));
        var many = string.Concat(Enumerable.Range(0, 3_000).Select(index => $"k{index} = 1\n"));
        var dice = new Random(5);
        var noise = Enumerable.Range(0, 500).Select(
            _ => new string([.. Enumerable.Range(0, 60).Select(_ => "{}[]\"=:,\\/*#<1a \n"[dice.Next(17)])]));

        Assert.Contains("within each other", GossipConfiguration.Read(nested).Notes[0].Text, StringComparison.Ordinal);
        Assert.Contains("more than 2000", GossipConfiguration.Read(many).Notes[0].Text, StringComparison.Ordinal);
        Assert.Contains(
            "at most 65536", GossipConfiguration.Read(new string('#', 65_537)).Notes[0].Text, StringComparison.Ordinal);
        Assert.All(noise, text => Assert.NotNull(GossipConfiguration.Read(text)));
    }
}
