using System.Text;
using CsCheck;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Simulation;

/// <summary>Unsound scenario files: what people read, and that nothing of them is used.</summary>
public sealed class ScenarioJsonFaultTests
{
    [Theory]
    [InlineData("", "$: is not JSON, or deeper than 8 levels: line 1, byte 1")]
    [InlineData("{", "$: is not JSON, or deeper than 8 levels: line 1, byte 2")]
    [InlineData("{}\n{}", "$: is not JSON, or deeper than 8 levels: line 2, byte 1")]
    [InlineData("{ \"gossiplab\": NaN }", "$: is not JSON, or deeper than 8 levels: line 1, byte 16")]
    [InlineData("{ \"gossiplab\": 1, }", "$: is not JSON, or deeper than 8 levels: line 1, byte 19")]
    [InlineData("[]", "$: a list is not an object")]
    [InlineData("null", "$: null is not an object")]
    [InlineData("{}", "$.gossiplab: a scenario file says here that its version is 1")]
    [InlineData("{ \"gossiplab\": 2, \"x\": 1 }",
        "$.gossiplab: the file is of version 2; this program reads version 1")]
    [InlineData("{ \"gossiplab\": 1.5 }", "$.gossiplab: 1.5 is not a whole number of 32 bits")]
    public void What_is_no_file_of_this_version_is_refused_whole(string text, string fault)
    {
        Assert.Equal([fault], FaultsIn(text));
    }

    [Theory]
    [InlineData("\"nodes\": \"5\"", "$.nodes: \"5\" is not a whole number of 32 bits")]
    [InlineData("\"nodes\": 5.5", "$.nodes: 5.5 is not a whole number of 32 bits")]
    [InlineData("\"nodes\": 99999999999", "$.nodes: 99999999999 is not a whole number of 32 bits")]
    [InlineData("\"nodes\": 0", "$.nodes: 0 is not in 1 to 1000000")]
    [InlineData("\"nodes\": null", "$.nodes: null is not a whole number of 32 bits")]
    [InlineData("\"name\": 7", "$.name: 7 is not a text")]
    [InlineData("\"name\": \"\"", "$.name: a name has 1 to 64 letters, digits or dashes")]
    [InlineData("\"name\": \"\\ud800\"", "$.name: \"\\ud800\" is not a text")]
    [InlineData("\"engine\": \"one two\"", "$.engine: a version has 1 to 32 letters, digits, dots or dashes")]
    [InlineData("\"seed\": -1", "$.seed: -1 is not a whole number of 64 bits from 0")]
    [InlineData("\"seed\": 18446744073709551616",
        "$.seed: 18446744073709551616 is not a whole number of 64 bits from 0")]
    [InlineData("\"nodes\": 4, \"nodes\": 5", "$.nodes: is there twice")]
    [InlineData("\"value\": 5", "$.value: 5 is not an object")]
    [InlineData("\"value\": { \"tieBreak\": \"HighestWriter\" }",
        "$.value.tieBreak: \"HighestWriter\" is not one of highest-writer, keep-mine, highest-value, keep-both, sum")]
    [InlineData("\"value\": { \"initial\": 1e3 }", "$.value.initial: 1e3 is not a whole number of 64 bits")]
    [InlineData("\"value\": { \"boundGenerations\": 1 }", "$.value.boundGenerations: 1 is not true or false")]
    [InlineData("\"value\": { \"maxGenerationJump\": 0 }", "$.value.maxGenerationJump: 0 is not in 1 to 1099511627776")]
    [InlineData("\"dissemination\": { \"fanOut\": 17 }", "$.dissemination.fanOut: 17 is not in 1 to 16")]
    [InlineData("\"dissemination\": { \"intervalMs\": 9.9 }",
        "$.dissemination.intervalMs: 9.9 ms is not in 10 to 3600000 ms")]
    [InlineData("\"dissemination\": { \"intervalMs\": 1e400 }",
        "$.dissemination.intervalMs: 1e400 is not a number of milliseconds with at most 4 decimals")]
    [InlineData("\"network\": { \"loss\": 1.01 }",
        "$.network.loss: 1.01 is not a chance: 0 to 1 with at most 6 decimals, or a fraction such as \"1/3\"")]
    [InlineData("\"network\": { \"loss\": \"1/0\" }",
        "$.network.loss: \"1/0\" is not a chance: 0 to 1 with at most 6 decimals, or a fraction such as \"1/3\"")]
    [InlineData("\"network\": { \"latency\": { \"baseMs\": 60001 } }",
        "$.network.latency.baseMs: 60001 ms is not in 0 to 60000 ms")]
    [InlineData("\"network\": { \"zones\": 2, \"zoneLatencyMs\": [1] }",
        "$.network.zoneLatencyMs: 2 zones need 4 values row by row, not 1")]
    [InlineData("\"network\": { \"zones\": 1, \"zoneLatencyMs\": [\"x\"] }",
        "$.network.zoneLatencyMs[0]: \"x\" is not a number of milliseconds with at most 4 decimals")]
    [InlineData("\"commands\": {}", "$.commands: an object is not a list")]
    [InlineData("\"we ird\": 1",
        "$['we ird']: is not known here; known are gossiplab, engine, name, seed, nodes, membership, value, "
        + "dissemination, network, commands, branches")]
    public void A_fault_has_its_path_and_says_what_is_allowed(string member, string fault)
    {
        Assert.Equal([fault], FaultsIn($"{{ \"gossiplab\": 1, {member} }}"));
    }

    [Theory]
    [InlineData("5", "$.commands[1]: 5 is not an object")]
    [InlineData("""{ "atMs": 2 }""", "$.commands[1].do: is missing")]
    [InlineData("""{ "atMs": 2, "do": "kill" }""", null)]
    [InlineData("""{ "atMs": 2, "do": "kill-node" }""", "$.commands[1].node: is missing")]
    [InlineData("""{ "atMs": 2, "do": "kill-node", "node": 16 }""",
        "$.commands[1].node: there is no node 16: nodes are n0 to n15")]
    [InlineData("""{ "atMs": 2, "do": "kill-node", "node": "n3" }""",
        "$.commands[1].node: \"n3\" is not a whole number of 32 bits")]
    [InlineData("""{ "atMs": 2, "do": "kill-node", "node": 3, "value": 1 }""",
        "$.commands[1].value: is not known here; known are atMs, do, node")]
    [InlineData("""{ "atMs": 0.5, "do": "kill-node", "node": 3 }""",
        "$.commands[1].atMs: is earlier than the command before it")]
    [InlineData("""{ "atMs": 1.0005, "do": "kill-node", "node": 3 }""",
        "$.commands[1].atMs: 1.0005 is not a number of milliseconds with at most 3 decimals")]
    [InlineData("""{ "atMs": 1e300, "do": "kill-node", "node": 3 }""",
        "$.commands[1].atMs: 1e300 is not a number of milliseconds with at most 3 decimals")]
    [InlineData("""{ "atMs": 100000000000, "do": "kill-node", "node": 3 }""",
        "$.commands[1].atMs: is later than 86400000 s")]
    [InlineData("""{ "atMs": 2, "do": "slow-node", "node": 3, "delayMs": 70000 }""",
        "$.commands[1].delayMs: delay is 70000 ms, not 0 to 60000 ms")]
    [InlineData("""{ "atMs": 2, "do": "cut-link", "from": 1, "to": 1, "bothWays": true }""",
        "$.commands[1].to: a link needs two nodes, both are n1")]
    [InlineData("""{ "atMs": 2, "do": "build-wall", "name": "w", "side": ["0-99999999"] }""",
        "$.commands[1].side[0]: the side has more than 1000000 nodes")]
    [InlineData("""{ "atMs": 2, "do": "build-wall", "name": "w", "side": ["5-3"] }""",
        "$.commands[1].side[0]: \"5-3\" is not a node's number or a range such as \"0-15\"")]
    [InlineData("""{ "atMs": 2, "do": "build-wall", "name": "w", "side": [] }""",
        "$.commands[1].side: one side of a wall has 1 to 15 of 16 nodes, not 0")]
    [InlineData("""{ "atMs": 2, "do": "set-network", "latency": { "sigmaPercent": 301 } }""",
        "$.commands[1].latency.sigmaPercent: 301 is not in 0 to 300")]
    public void A_fault_in_a_command_names_its_member(string command, string? fault)
    {
        var faults = FaultsIn(
            $$"""{ "gossiplab": 1, "commands": [ { "atMs": 1, "do": "heal-network" }, {{command}} ] }""");

        var found = Assert.Single(faults);
        Assert.StartsWith(fault ?? "$.commands[1].do: kill is not one of set-value, kill-node, ", found);
    }

    [Fact]
    public void The_first_five_faults_are_told_and_no_more()
    {
        var faults = FaultsIn(
            """
            {
              "gossiplab": 1, "nodes": "many", "colour": 1, "network": { "loss": 2 }, "dissemination": { "fanOut": 99 },
              "commands": [ { "atMs": 1, "do": "kill-node", "node": 99 }, { "do": "x" }, 7, 8, 9 ]
            }
            """);

        Assert.Equal(
            ["$.nodes", "$.network.loss", "$.commands[1].atMs", "$.commands[1].do", "$.commands[2]"],
            faults.Select(fault => fault[..fault.IndexOf(": ", StringComparison.Ordinal)]));
    }

    [Fact]
    public void What_could_not_be_read_is_not_said_twice_nor_what_rests_on_it()
    {
        // With 64 nodes there would be a node 40; how many there are could not be read.
        var faults = FaultsIn(
            """
            { "gossiplab": 1, "nodes": "64", "dissemination": { "fanOut": 99 },
              "commands": [ { "atMs": 1, "do": "kill-node", "node": 40 } ] }
            """);

        Assert.Equal(
            ["$.nodes: \"64\" is not a whole number of 32 bits", "$.dissemination.fanOut: 99 is not in 1 to 16"],
            faults);
    }

    [Fact]
    public void Deep_long_and_crowded_files_are_refused_at_once()
    {
        Assert.Equal(["$: is not JSON, or deeper than 8 levels: line 1, byte 9"], FaultsIn(new string('[', 900_000)));
        Assert.Equal(["$: the file is longer than 1048576 bytes"], FaultsIn(new string(' ', 1_048_577)));
        Assert.Equal(["$: the file is longer than 1048576 bytes"], FaultsIn(new string('é', 600_000)));
        var keys = string.Join(',', Enumerable.Range(0, 60_000).Select(key => $"\"k{key}\":1"));
        Assert.Equal(5, FaultsIn($"{{ \"gossiplab\": 1, {keys} }}").Count);
    }

    [Fact]
    public void Too_many_commands_and_too_large_walls_are_refused()
    {
        const string Heal = """{"atMs":1,"do":"heal-network"}""";
        const string Wall = """{"atMs":1,"do":"build-wall","name":"w","side":["0-99998"]}""";
        var heals = string.Join(',', Enumerable.Repeat(Heal, 10_001));
        var walls = string.Join(',', Enumerable.Repeat(Wall, 5_000));

        Assert.Equal(["$.commands: at most 10000 commands"], FaultsIn($$"""{"gossiplab":1,"commands":[{{heals}}]}"""));
        Assert.Equal(["$.commands: all walls together name at most 1000000 nodes"],
            FaultsIn($$"""{"gossiplab":1,"nodes":100000,"commands":[{{walls}}]}"""));
    }

    [Fact]
    public void Garbage_never_throws() =>
        Gen.String.Sample(text => { ScenarioJson.TryRead(text, out _, out _); }, iter: 2_000);

    [Fact]
    public void A_damaged_file_is_refused_with_words_or_is_sound()
    {
        var sound = ScenarioJson.Write(RandomScenarios.Of(3));
        Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Char, Gen.Int[0, 3]).Sample(
            (place, letter, how) =>
            {
                var damaged = new StringBuilder(sound);
                _ = how switch
                {
                    0 => damaged.Remove(place, 1),
                    1 => damaged.Insert(place, letter),
                    2 => damaged.Remove(place, sound.Length - place),
                    _ => damaged.Replace(sound[place], letter, place, 1),
                };
                var isSound = ScenarioJson.TryRead(damaged.ToString(), out var scenario, out var faults);
                Assert.Equal(isSound, scenario is not null);
                Assert.Equal(isSound, faults.Count == 0);
                Assert.InRange(faults.Count, 0, 5);
            },
            iter: 3_000);
    }

    private static IReadOnlyList<string> FaultsIn(string text)
    {
        Assert.False(ScenarioJson.TryRead(text, out var scenario, out var faults));
        Assert.Null(scenario);
        return [.. faults.Select(fault => fault.ToString())];
    }
}
