using System.Net;
using GossipLab.Core.Values;
using GossipLab.Node.Settings;

namespace GossipLab.Tests.Node;

/// <summary>Settings from a file, the environment and flags; wrong ones are named in one line.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void Without_any_setting_a_node_is_the_article_s_without_its_bugs()
    {
        var settings = Read([]);

        Assert.Equal((8080, IPAddress.Loopback), (settings.Port, settings.Listens));
        var protocol = settings.Protocol;
        Assert.Equal((42, TieBreak.HighestWriter), (protocol.Value.InitialValue, protocol.Value.TieBreak));
        Assert.Equal((2, TimeSpan.FromSeconds(2)),
            (protocol.Dissemination.FanOut, protocol.Dissemination.Interval));
    }

    [Fact]
    public void Flags_win_over_the_environment_and_that_over_the_file()
    {
        const string file = """{ "Node": { "port": 1, "fanout": 1, "interval": "1s", "join": ["a", "b:1"] } }""";
        var settings = Read(
            ["--port", "3", "--join=c"], file, ("GOSSIPLAB_PORT", "2"), ("GOSSIPLAB_FANOUT", "2"));

        Assert.Equal((3, 2, TimeSpan.FromSeconds(1)), (settings.Port, settings.FanOut, settings.Interval));
        Assert.Equal(["c:8080"], settings.Join);
    }

    [Fact]
    public void The_article_s_variables_work_as_there()
    {
        var settings = Read(["--port", "8081"], null, ("ADVERTISE_ADDR", "10.0.0.7"), ("CLUSTER_ADDR", "db1,db2:9000"));

        Assert.Equal("10.0.0.7:8081", settings.HostOptions.Address);
        Assert.Equal(["db1:8080", "db2:9000"], settings.HostOptions.Contacts);
    }

    [Theory]
    [InlineData("--port 0", "--port: «0» is not 1 to 65535")]
    [InlineData("--port x", "--port: «x» is not 1 to 65535")]
    [InlineData("--interval 5", "--interval: «5» is not 10ms to 1h")]
    [InlineData("--interval 9ms", "--interval: «9ms» is not 10ms to 1h")]
    [InlineData("--interval 2h", "--interval: «2h» is not 10ms to 1h")]
    [InlineData("--fanout 17", "--fanout: «17» is not 1 to 16")]
    [InlineData("--value 9223372036854775808",
        "--value: «9223372036854775808» is not a whole number from -2^63 to 2^63-1")]
    [InlineData("--tie-break keep-both",
        "--tie-break: «keep-both» is not highest-writer, keep-mine or highest-value")]
    [InlineData("--membership LAN", "--membership: «LAN» is not lan, wan or local")]
    [InlineData("--name a/b", "--name: «a/b» is not 1 to 128 letters of A-Z a-z 0-9 - _ . : @")]
    [InlineData("--bind everywhere", "--bind: «everywhere» is not loopback, any, or an IP address")]
    [InlineData("--join a:0", "--join: «a:0» is not up to 16 of host or host:port, divided by commas")]
    [InlineData("--secret-file /nowhere", "--secret-file: «/nowhere» is not a file of 16 to 4096 bytes")]
    [InlineData("--faults", "--faults: «on» needs a secret (--secret-file), so that not everybody may")]
    [InlineData("--port", "--port: a value is missing; it is 1 to 65535")]
    [InlineData("--prot 1", "«--prot» is no setting; --help shows all")]
    [InlineData("8080", "«8080» is no setting; --help shows all")]
    public void A_wrong_setting_is_named_with_its_value_and_its_range(string flags, string fault) =>
        Assert.Equal(new SettingsReading(null, fault), SettingsReader.Read(flags.Split(' '), _ => null, null) with
        {
            Settings = null,
        });

    [Fact]
    public void A_wrong_variable_is_named_by_its_own_name() => Assert.Equal(
        "CLUSTER_ADDR: «a b» is not up to 16 of host or host:port, divided by commas",
        SettingsReader.Read([], name => name == "CLUSTER_ADDR" ? "a b" : null, null).Fault);

    [Theory]
    [InlineData("{", "appsettings.json: ")]
    [InlineData("[]", "appsettings.json: ")]
    [InlineData("""{ "Node": { "prot": 1 } }""", "appsettings.json, Node.prot: there is no such setting")]
    [InlineData("""{ "Node": { "port": 0 } }""", "appsettings.json, Node.port: «0» is not 1 to 65535")]
    public void A_wrong_file_is_named_with_the_place(string file, string fault) =>
        Assert.StartsWith(fault, SettingsReader.Read([], _ => null, file).Fault);

    [Fact]
    public void With_a_secret_it_listens_everywhere()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "sixteen letters.");

        var settings = Read(["--secret-file", file, "--faults"]);

        Assert.Equal(IPAddress.Any, settings.Listens);
        Assert.True(settings.AllowsFaults);
        File.Delete(file);
    }

    [Fact]
    public void Help_names_every_setting_with_its_range()
    {
        Assert.True(SettingsReader.WantsHelp(["--port", "1", "--help"]));
        Assert.All(SettingTable.All, setting =>
        {
            Assert.Contains($"--{setting.Name} ", SettingsHelp.Text);
            Assert.Contains(setting.Range, SettingsHelp.Text);
        });
    }

    [Fact]
    public void The_article_s_preset_has_the_article_s_bugs()
    {
        var protocol = Read(["--preset", "article"]).Protocol;

        Assert.Equal(TieBreak.KeepMine, protocol.Value.TieBreak);
        Assert.False(protocol.Value.BoundGenerations);
        Assert.True(protocol.Dissemination.PushUnwritten);
    }

    private static NodeSettings Read(string[] flags, string? file = null, params (string Name, string Text)[] variables)
    {
        var reading = SettingsReader.Read(
            flags, name => variables.FirstOrDefault(variable => variable.Name == name).Text, file);
        Assert.Null(reading.Fault);
        return reading.Settings!;
    }
}
