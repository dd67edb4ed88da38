namespace GossipLab.Cli;

/// <summary>What a script learns.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>A lesson has a fault.</summary>
    public const int Faults = 1;

    /// <summary>The command line or a file is wrong; nothing was run.</summary>
    public const int Refused = 2;

    /// <summary>It was interrupted; what a sweep found is kept.</summary>
    public const int Interrupted = 130;
}
