using System.Text.Json;
using GossipLab.Core.Primitives;

namespace GossipLab.Core.Simulation;

/// <summary>The branches in a scenario file.</summary>
internal static class ScenarioJsonBranches
{
    private const string Name = "branches";

    /// <summary>Writes them, where there are any.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<ScenarioBranch> branches)
    {
        if (branches.Count == 0)
        {
            return;
        }

        json.WriteStartArray(Name);
        foreach (var branch in branches)
        {
            json.WriteStartObject();
            var fields = new ScenarioJsonFields(json);
            fields.Put("name", branch.Name);
            fields.Put("parent", branch.Parent);
            fields.Put("forkedAtMs", branch.ForkedAt);
            ScenarioJsonCommands.WriteAll(json, branch.Commands, indent: 8);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Reads them, in the order of the file.</summary>
    public static IReadOnlyList<ScenarioBranch> Read(ScenarioJsonObject root)
    {
        var branches = new List<ScenarioBranch>();
        foreach (var (item, path) in root.Items(Name))
        {
            if (branches.Count == ScenarioBranch.Most)
            {
                root.Fault(Name, $"at most {ScenarioBranch.Most} branches");
                break;
            }

            var json = root.At(item, path);
            branches.Add(new ScenarioBranch
            {
                Name = json.Text("name", "branch"),
                Parent = json.Count("parent", 0),
                ForkedAt = json.Moment("forkedAtMs"),
                Commands = ScenarioJsonCommands.Read(json),
            });
            json.Finish();
        }

        IReadOnlyList<ScenarioBranch> none = [];
        return branches.Count == 0 ? none : branches;
    }
}
