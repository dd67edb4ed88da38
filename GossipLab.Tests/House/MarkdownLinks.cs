using System.Text.RegularExpressions;

namespace GossipLab.Tests.House;

/// <summary>Finds where a document leads to within the repository.</summary>
internal static partial class MarkdownLinks
{
    /// <summary>The targets of relative links and pictures, without their anchors.</summary>
    public static IEnumerable<string> TargetsIn(string markdown) => Links().Matches(markdown)
        .Select(match => match.Groups["target"].Value)
        .Where(target => !target.Contains("://", StringComparison.Ordinal))
        .Select(target => target.Split('#')[0])
        .Where(target => target.Length > 0);

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Links();
}
