namespace GossipLab.Tests.TestKit;

/// <summary>The checkout the tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] MadeByTools =
        ["bin", "obj", ".git", ".vs", ".idea", "node_modules", "TestResults"];

    // A bundle on few long lines; its README says how it is made.
    private static readonly string[] MadeByOthers = ["signalr.mjs"];

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The path of a file or folder, from its parts.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The text of a file.</summary>
    public static string Read(params string[] parts) => File.ReadAllText(PathOf(parts));

    /// <summary>Every file people wrote below a folder, as paths from the root with forward slashes.</summary>
    public static IEnumerable<string> FilesBelow(string folder) =>
        Walk(PathOf(folder)).SelectMany(Directory.EnumerateFiles)
            .Where(path => !MadeByOthers.Contains(Path.GetFileName(path)))
            .Select(RelativeToRoot).Order(StringComparer.Ordinal);

    /// <summary>Every folder below one, itself included, that holds something people wrote.</summary>
    public static IEnumerable<string> FoldersBelow(string folder) =>
        Walk(PathOf(folder)).Where(path => Walk(path).Any(below => Directory.EnumerateFiles(below).Any()))
            .Select(RelativeToRoot).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Walk(string folder) =>
        Directory.EnumerateDirectories(folder)
            .Where(child => !MadeByTools.Contains(Path.GetFileName(child)))
            .SelectMany(Walk)
            .Prepend(folder);

    private static string RelativeToRoot(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GossipLab.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new InvalidOperationException($"No GossipLab.sln above {AppContext.BaseDirectory}.");
    }
}
