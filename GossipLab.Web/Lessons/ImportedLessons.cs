using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace GossipLab.Web.Lessons;

/// <summary>
/// Lessons that visitors brought. Each is found by the fingerprint of its file, so the same file is the same lesson;
/// when there are too many, the one brought first makes room. A file with a fault changes nothing.
/// </summary>
/// <param name="time">The clock that a trial is given up by.</param>
public sealed class ImportedLessons(TimeProvider time)
{
    /// <summary>How many are kept at once.</summary>
    public const int MostLessons = 100;

    /// <summary>The largest cluster of a lesson that somebody brings.</summary>
    public const int MostNodes = 1_024;

    /// <summary>The most bytes of a file.</summary>
    public const int MostBytes = 4 * YamlTree.MostCharacters;

    private readonly ConcurrentDictionary<string, Lesson> _lessons = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = [];

    // One trial at a time: each may take a second of a core that labs need.
    private readonly Lock _trial = new();

    /// <summary>How many there are.</summary>
    public int Count => _lessons.Count;

    /// <summary>What is wrong with a file that is too large to be read.</summary>
    /// <param name="bytes">How large it is.</param>
    public static LessonFault TooLarge(long bytes) => new(1,
        FormattableString.Invariant($"a lesson's file has at most {MostBytes:N0} bytes; this has {bytes:N0}"));

    /// <summary>A lesson by its word in addresses; null where it is not kept.</summary>
    public Lesson? Find(string slug) => _lessons.GetValueOrDefault(slug);

    /// <summary>Reads a file, plays it once, and keeps its lesson.</summary>
    /// <param name="text">The file.</param>
    /// <param name="lesson">The lesson under its own address; null where there is a fault.</param>
    /// <returns>What is wrong with it; empty where the lesson is kept.</returns>
    public IReadOnlyList<LessonFault> Import(string text, out Lesson? lesson)
    {
        ArgumentNullException.ThrowIfNull(text);
        var slug = "own-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
        if (_lessons.TryGetValue(slug, out lesson))
        {
            return [];
        }

        lock (_trial)
        {
            var faults = LessonReader.Read(text, out var read);
            faults = read is null ? faults : FaultsOfSize(read);
            if (faults.Count == 0)
            {
                faults = LessonShelf.Check(text, out read, time);
            }

            lesson = faults.Count == 0 && read is not null ? read with { Slug = slug } : null;
            if (lesson is not null)
            {
                Keep(lesson);
            }

            return faults;
        }
    }

    private static List<LessonFault> FaultsOfSize(Lesson lesson) =>
    [
        .. lesson.Steps.Where(step => step.Tries.Select(change => change.Scenario).Append(step.Scenario)
            .Any(scenario => scenario.Nodes > MostNodes)).Select(step => new LessonFault(step.Line,
            FormattableString.Invariant($"nodes: a lesson that is brought has at most {MostNodes:N0}"))),
    ];

    private void Keep(Lesson lesson)
    {
        while (_order.Count >= MostLessons)
        {
            _lessons.TryRemove(_order.Dequeue(), out _);
        }

        if (_lessons.TryAdd(lesson.Slug, lesson))
        {
            _order.Enqueue(lesson.Slug);
        }
    }
}
