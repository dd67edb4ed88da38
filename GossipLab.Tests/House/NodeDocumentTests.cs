using GossipLab.Node.Settings;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.House;

/// <summary>docs/NODE.md leaves nothing out.</summary>
public sealed class NodeDocumentTests
{
    private static readonly string Document = Repository.Read("docs", "NODE.md");

    [Fact]
    public void Every_setting_is_explained_with_its_variables() => Faults.AssertNone(
        SettingTable.All
            .SelectMany(one => new[] { $"--{one.Name}", one.Variable, one.ArticleVariable }.OfType<string>())
            .Where(name => !Document.Contains($"`{name}`")));

    [Fact]
    public void Every_preset_is_explained() => Faults.AssertNone(
        Enum.GetValues<NodePreset>().Select(SettingTable.NameOf).Where(name => !Document.Contains($"| `{name}` |")));
}
