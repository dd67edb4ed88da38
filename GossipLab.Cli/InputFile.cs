namespace GossipLab.Cli;

/// <summary>Files that a command was given.</summary>
internal static class InputFile
{
    /// <summary>A file's text.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mostBytes">A longer one is refused before it is read.</param>
    /// <exception cref="FormatException">There is no such file, or it is too long.</exception>
    public static string Read(string path, long mostBytes)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new FormatException($"{path}: there is no such file");
        }

        return file.Length <= mostBytes
            ? File.ReadAllText(path) : throw new FormatException($"{path}: is longer than {mostBytes} bytes");
    }
}
