using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.House;

/// <summary>docs/SCENARIOS.md shows a file that is sound, and leaves no word of the format out.</summary>
public sealed class ScenarioDocumentTests
{
    private static readonly string Document = Repository.Read("docs", "SCENARIOS.md").ReplaceLineEndings("\n");

    private static readonly string[] Sections = ["", "value", "dissemination", "network", "latency"];

    private static readonly string Example = Document.Split("```json\n")[1].Split("```")[0];

    [Fact]
    public void The_example_is_sound()
    {
        Assert.True(ScenarioJson.TryRead(Example, out _, out var faults), string.Join('\n', faults));
    }

    [Fact]
    public void The_example_shows_every_setting_but_those_of_the_membership()
    {
        var known = Sections.SelectMany(KnownIn);

        Faults.AssertNone(known.Where(name => !Example.Contains($"\"{name}\"")).Select(name => $"not shown: {name}"));
    }

    [Fact]
    public void Every_command_is_listed()
    {
        var all = typeof(ClusterCommand).Assembly.GetTypes().Where(type => type.BaseType == typeof(ClusterCommand))
            .Select(type => ScenarioJsonScalar.Word(type.Name));

        Faults.AssertNone(all.Where(word => !Document.Contains($"| `{word}` |")).Select(word => $"not listed: {word}"));
    }

    // A fault of an unknown member lists the known ones.
    private static string[] KnownIn(string section)
    {
        var text = section switch
        {
            "" => """{ "gossiplab": 1, "?": 1 }""",
            "latency" => """{ "gossiplab": 1, "network": { "latency": { "?": 1 } } }""",
            _ => $$"""{ "gossiplab": 1, "{{section}}": { "?": 1 } }""",
        };
        ScenarioJson.TryRead(text, out _, out var faults);
        return Assert.Single(faults).Problem.Split("known are ")[1].Split(", ");
    }
}
