using System.Collections.Frozen;

namespace GossipLab.Web.Expressions;

/// <summary>Everything expressions can ask of a run, and the arithmetic they can do with it.</summary>
public static class Observations
{
    private static readonly FrozenDictionary<string, Observation> ByName =
        Join().ToFrozenDictionary(observation => observation.Name, StringComparer.Ordinal);

    /// <summary>All of them, in the order they are documented.</summary>
    public static IReadOnlyList<Observation> All { get; } = [.. Join()];

    /// <summary>One by its name; null where nothing is called so.</summary>
    public static Observation? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The name most like a word that is not one; null where none is like it.</summary>
    internal static string? Nearest(string word)
    {
        string? nearest = null;
        var least = 3;
        foreach (var observation in All)
        {
            var distance = Distance(word.AsSpan(0, Math.Min(word.Length, 40)), observation.Name);
            if (distance < least || (distance > 2 && nearest is null && word.Length > 3
                && observation.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase)))
            {
                (nearest, least) = (observation.Name, Math.Min(distance, least));
            }
        }

        return nearest;
    }

    private static IEnumerable<Observation> Join() =>
        [.. ValueObservations.All, .. MemberObservations.All, .. EventObservations.All, .. Arithmetic.All];

    // Levenshtein's distance, with one row.
    private static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        Span<int> row = stackalloc int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
        {
            row[column] = column;
        }

        for (var line = 0; line < left.Length; line++)
        {
            var diagonal = row[0];
            row[0] = line + 1;
            for (var column = 0; column < right.Length; column++)
            {
                var change = diagonal + (char.ToLowerInvariant(left[line]) == right[column] ? 0 : 1);
                diagonal = row[column + 1];
                row[column + 1] = Math.Min(change, 1 + Math.Min(row[column], row[column + 1]));
            }
        }

        return row[right.Length];
    }
}
