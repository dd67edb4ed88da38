namespace GossipLab.Cli;

/// <summary>Chooses a command, and says in words what is wrong.</summary>
public static class CommandLine
{
    private const string Help = """
        GossipLab without a browser: the same files, the same numbers, the same hashes.

          gossiplab simulate FILE|NAME   plays one run and prints its outcome and its trace hash
            --until MS     stop at this moment of virtual time; without it, when all know (at most 600000)
            --seed N       other dice than the file's
            --json FILE    write the outcome

          gossiplab sweep FILE           plays a sweep and prints the band of each point
            --workers N    how many runs at once, 1 to 64; default one a core
            --kept FILE    where runs are kept; «none» keeps nothing; default below your data folder
            --json FILE    write plan, engine, bands and figures
            --csv FILE     write a line for each point

          gossiplab lesson check FILE... plays lessons and prints what is wrong, line by line

        FILE is what the browser saves: *.gossiplab.json, *.gossipsweep.json, *.yaml. NAME is a run of the library,
        for example «hello». A sweep that was interrupted or killed goes on where it was when it is started again.
        Results go to standard output, progress to standard error.
        Exit codes: 0 done, 1 a lesson has a fault, 2 nothing was run: a wrong file or option, 130 interrupted.

        """;

    /// <summary>Runs a command.</summary>
    /// <param name="words">The command line.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="interrupt">Stops it.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        string[] words, Terminal terminal, CancellationToken interrupt)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(terminal);
        if (words.Length == 0 || words.Contains("--help") || words.Contains("-h") || words[0] == "help")
        {
            await terminal.Out.WriteAsync(Help);
            return words.Length == 0 ? ExitCode.Refused : ExitCode.Done;
        }

        try
        {
            return words switch
            {
                ["simulate", .. var rest] => SimulateCommand.Run(rest, terminal, interrupt),
                ["sweep", .. var rest] => await SweepCommand.RunAsync(rest, terminal, interrupt),
                ["lesson", "check", .. var rest] => LessonCommand.Run(rest, terminal),
                _ => throw new FormatException($"{words[0]}: there is no such command; try --help"),
            };
        }
        catch (Exception refused) when (refused is FormatException or IOException or UnauthorizedAccessException)
        {
            await terminal.Notes.WriteLineAsync($"gossiplab: {refused.Message}");
            return ExitCode.Refused;
        }
    }
}
