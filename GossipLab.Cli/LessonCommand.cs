using GossipLab.Web.Lessons;

namespace GossipLab.Cli;

/// <summary>Plays lesson files and says what is wrong with them.</summary>
internal static class LessonCommand
{
    private const long MostBytes = 1 << 20;

    public static int Run(IReadOnlyList<string> words, Terminal terminal)
    {
        var files = new Arguments(words).Operands;
        if (files.Count == 0)
        {
            throw new FormatException("give at least one lesson file");
        }

        var isSound = true;
        foreach (var file in files)
        {
            var faults = LessonShelf.Check(InputFile.Read(file, MostBytes), out var lesson);
            isSound &= faults.Count == 0;
            foreach (var fault in faults)
            {
                terminal.Out.WriteLine($"{file}: {fault}");
            }

            if (lesson is not null)
            {
                terminal.Out.WriteLine(FormattableString.Invariant($"{file}: sound, {lesson.Steps.Count} steps"));
            }
        }

        return isSound ? ExitCode.Done : ExitCode.Faults;
    }
}
