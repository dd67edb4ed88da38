using System.Text.Json;

namespace GossipLab.Tests.Browser;

/// <summary>Looks for barriers with axe-core, whose copy lies in Assets.</summary>
internal static class Axe
{
    private const string RunAndCondense = """
        async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
          .filter(violation => ["serious", "critical"].includes(violation.impact))
          .flatMap(({ impact, id, help, nodes }) => nodes.map(node =>
            `${impact} ${id}: ${help} at ${node.target.join(" ")}: ${node.failureSummary}`))
        """;

    private static readonly string AxeCore = Path.Combine(AppContext.BaseDirectory, "Assets", "axe-core", "axe.min.js");

    /// <summary>The serious and critical findings on the page as it stands, each in words.</summary>
    public static async Task<IReadOnlyList<string>> FindBarriersAsync(Visit visit)
    {
        await visit.Page.EvaluateAsync(await File.ReadAllTextAsync(AxeCore));
        var found = await visit.Page.EvaluateAsync<JsonElement>(RunAndCondense);
        return [.. found.EnumerateArray().Select(one => one.GetString() ?? "")];
    }
}
