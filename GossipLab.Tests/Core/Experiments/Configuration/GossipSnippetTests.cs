using GossipLab.Core.Experiments.Configuration;
using GossipLab.Core.Membership;

namespace GossipLab.Tests.Core.Experiments.Configuration;

public sealed class GossipSnippetTests
{
    private static readonly MembershipOptions Wanted = MembershipOptions.Lan with
    {
        ProbeInterval = TimeSpan.FromSeconds(1.5),
        ProbeTimeout = TimeSpan.FromMilliseconds(750),
        SuspicionMultiplier = 6,
        GossipNodes = 5,
    };

    public static TheoryData<string> Texts =>
    [
        "",
        "datacenter = \"fra1\"",
        "# ours\ngossip_lan {\n  probe_interval = \"2s\" # slow\n}\n",
        "gossip_lan { probe_interval = \"2s\" }",
        "gossip_lan {}",
        "gossip_lan = {\n\tsuspicion_mult = 3, gossip_nodes = 4\n}\nserver = true",
        "gossip_lan {\n gossip_nodes = 2\n}\ngossip_lan {\n probe_timeout = \"100ms\"\n}",
        "{}",
        "{ \"server\": true }",
        "{\n  \"gossip_lan\": {\n    \"probe_interval\": \"2s\"\n  },\n  \"server\": true\n}",
        "{ \"gossip_lan\": {} }",
        "{ \"gossip_lan\": { \"suspicion_mult\": 3 } }",
        "{ \"probe_interval\": \"4s\" }",
        "{ \"ProbeInterval\": 4000000000, \"Name\": \"a\" }",
        "{ \"ProbeInterval\": \"4s\" }",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void What_is_recommended_reads_as_recommended(string text)
    {
        var written = GossipConfiguration.Read(text).Write(Wanted);

        var read = GossipConfiguration.Read(written);
        Assert.True(read.IsSound, written);
        Assert.Equal(Wanted with { ReconnectTimeout = read.Options.ReconnectTimeout }, read.Options);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void The_same_settings_leave_the_text_as_it_is(string text)
    {
        var read = GossipConfiguration.Read(text);

        Assert.Equal(text, read.Write(read.Options));
    }

    [Fact]
    public void Comments_and_other_keys_stay()
    {
        const string text = """
            # Our agents
            server = true
            gossip_lan {
              probe_interval = "2s" # slower than usual
              probe_timeout  = "500ms"
            }
            """;

        var written = GossipConfiguration.Read(text).Write(Wanted with { GossipNodes = 3 });

        Assert.Equal(
            """
            # Our agents
            server = true
            gossip_lan {
              suspicion_mult = 6
              probe_interval = "1.5s" # slower than usual
              probe_timeout  = "750ms"
            }
            """,
            written);
    }

    [Theory]
    [InlineData("500ms", 500)]
    [InlineData("1m30s", 90_000)]
    [InlineData("1.5s", 1_500)]
    [InlineData("72h", 259_200_000)]
    [InlineData("0", 0)]
    [InlineData("100us", 0.1)]
    public void Durations_are_read_as_Go_reads_them(string text, double milliseconds)
    {
        Assert.True(GoDuration.TryParse(text, out var span));
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), span);
        Assert.True(GoDuration.TryParse(GoDuration.Write(span), out var again));
        Assert.Equal(span, again);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("s")]
    [InlineData("1 s")]
    [InlineData("-1s")]
    [InlineData("1.2.3s")]
    [InlineData("1d")]
    [InlineData("99999999h")]
    public void What_Go_refuses_is_refused(string text) => Assert.False(GoDuration.TryParse(text, out _));
}
