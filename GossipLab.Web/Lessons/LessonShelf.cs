
namespace GossipLab.Web.Lessons;

/// <summary>The lessons there are: those that come with the product, and those in a folder given at start.</summary>
public sealed class LessonShelf
{
    private const int MostFiles = 100;
    private const string Library = "GossipLab.Web.Lessons.Library.";

    private static readonly TimeSpan TrialTime = TimeSpan.FromMilliseconds(900);

    /// <summary>Reads all lessons.</summary>
    /// <param name="folder">A folder with lessons of one's own (*.yaml), or null.</param>
    public LessonShelf(string? folder = null)
    {
        var lessons = new List<Lesson>();
        var assembly = typeof(LessonShelf).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Library)).Order())
        {
            // The name comes from the assembly itself.
            using var file = new StreamReader(assembly.GetManifestResourceStream(name)!);
            Put(lessons, name, file.ReadToEnd(), isOwn: false);
        }

        foreach (var path in folder is null ? [] : Directory.EnumerateFiles(folder, "*.yaml").Order().Take(MostFiles))
        {
            Put(lessons, Path.GetFileName(path), TextOf(path), isOwn: true);
        }

        All = [.. lessons.OrderBy(lesson => lesson.Number)];
    }

    /// <summary>The sound lessons, in order.</summary>
    public IReadOnlyList<Lesson> All { get; }

    /// <summary>What is wrong with files that could not be used.</summary>
    public IReadOnlyList<(string File, LessonFault Fault)> Faults => _faults;

    private readonly List<(string File, LessonFault Fault)> _faults = [];

    /// <summary>The lessons that visitors brought.</summary>
    public ImportedLessons Imported { get; } = new(TimeProvider.System);

    /// <summary>A lesson by its word in addresses; null where there is none.</summary>
    public Lesson? Find(string slug) => All.FirstOrDefault(lesson => lesson.Slug == slug) ?? Imported.Find(slug);

    /// <summary>Reads a lesson and plays it once, within a second.</summary>
    /// <returns>What is wrong with it; empty for a lesson that can be used.</returns>
    public static IReadOnlyList<LessonFault> Check(string text, out Lesson? lesson, TimeProvider? time = null)
    {
        time ??= TimeProvider.System;
        var faults = LessonReader.Read(text, out var read);
        if (read is not null)
        {
            var start = time.GetTimestamp();
            faults = LessonTrial.Play(read, () => time.GetElapsedTime(start) < TrialTime);
        }

        lesson = faults.Count == 0 ? read : null;
        return faults;
    }

    private static string TextOf(string path) => new FileInfo(path).Length > 4L * YamlTree.MostCharacters
        ? new string(' ', YamlTree.MostCharacters + 1) : File.ReadAllText(path);

    // Lessons of ours are played by the tests; a second of every start would be too much.
    private void Put(List<Lesson> lessons, string file, string text, bool isOwn)
    {
        var faults = isOwn ? Check(text, out var lesson) : LessonReader.Read(text, out lesson);
        _faults.AddRange(faults.Select(fault => (file, fault)));
        if (lesson is not null && lessons.Exists(other => other.Slug == lesson.Slug))
        {
            _faults.Add((file, new LessonFault(1, $"there is a lesson «{lesson.Slug}» already")));
        }
        else if (lesson is not null)
        {
            lessons.Add(lesson);
        }
    }
}
