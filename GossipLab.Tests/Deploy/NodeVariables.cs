using GossipLab.Node.Settings;

namespace GossipLab.Tests.Deploy;

/// <summary>Variables of a deployment, read by the node's own reader.</summary>
internal static class NodeVariables
{
    private const string Prefix = "GOSSIPLAB_";
    private const string SecretFile = "GOSSIPLAB_SECRET_FILE";

    private static readonly HashSet<string> Known = SettingTable.All
        .SelectMany(one => new[] { one.Variable, one.ArticleVariable }).OfType<string>().ToHashSet();

    /// <summary>What is wrong with them; empty where nothing is.</summary>
    /// <param name="variables">The variables.</param>
    public static IEnumerable<string> FaultsOf(IReadOnlyDictionary<string, string> variables)
    {
        foreach (var name in variables.Keys.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            if (!Known.Contains(name))
            {
                yield return $"{name}: the node has no such setting";
            }
        }

        // The file is there only where the node runs.
        var reading = SettingsReader.Read(
            [], name => name == SecretFile ? null : variables.GetValueOrDefault(name), null);
        if (reading.Fault is { } fault)
        {
            yield return fault;
        }
    }
}
