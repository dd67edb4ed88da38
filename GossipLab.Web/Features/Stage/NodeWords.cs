using System.Globalization;
using GossipLab.Core.Protocol;
using GossipLab.Web.Labs;
using GossipLab.Web.Parts;

namespace GossipLab.Web.Features.Stage;

/// <summary>A node of the stage in words and in marks that tests read.</summary>
internal static class NodeWords
{
    /// <summary>For example <c>n7, knows, value 42 generation 3, suspected by 2</c>.</summary>
    public static string Of(NodeRow row)
    {
        var words = new List<string> { row.Id.ToString() };
        if (!row.IsUp)
        {
            words.Add(row.HasLeft ? "has left" : "not running");
        }
        else
        {
            words.Add(row.IsInformed ? "knows" : "does not know");
            words.Add(string.Create(
                CultureInfo.InvariantCulture, $"value {row.Value} generation {row.Generation.Number}"));
        }

        AddTroubles(row, words);
        return string.Join(", ", words);
    }

    /// <summary>
    /// What it holds: <c>informed</c>, <c>stale</c> (written, but older than the newest) or <c>none</c>.
    /// </summary>
    public static string StateOf(NodeRow row)
    {
        return row.IsInformed ? "informed" : row.Generation > Generation.Zero ? "stale" : "none";
    }

    /// <summary>What the lens believes of it, in one word; null where the lens is the truth.</summary>
    public static string? BeliefOf(NodeRow row, bool hasLens)
    {
        return hasLens ? row.BelievedState?.ToString().ToLowerInvariant() ?? "unknown" : null;
    }

    private static void AddTroubles(NodeRow row, List<string> words)
    {
        if (row.IsPaused)
        {
            words.Add("paused");
        }

        if (row.Slowness > TimeSpan.Zero)
        {
            words.Add($"slow by {TimeText.Of(row.Slowness)} a message");
        }

        if (row.Suspecting > 0)
        {
            words.Add(string.Create(CultureInfo.InvariantCulture, $"suspected by {row.Suspecting}"));
        }

        if (row.Burying > 0)
        {
            words.Add(string.Create(CultureInfo.InvariantCulture, $"believed dead by {row.Burying}"));
        }

        if (row.BelievedState is { } belief)
        {
            words.Add($"the lens believes it {belief.ToString().ToLowerInvariant()}");
        }
    }
}
