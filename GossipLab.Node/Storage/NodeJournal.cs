using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GossipLab.Core.Hosting;

namespace GossipLab.Node.Storage;

/// <summary>
/// Keeps a node's state in a file that only grows: one line a state, each with its checksum, forced to the disk before
/// it counts. The last whole line is the state; a line that a crash cut off was never acknowledged. A file that is
/// damaged otherwise is set aside and reported. One file beats a database here: there is one row, an append and a flush
/// is the least a disk can do, and it can be read by eye.
/// <code>
/// value generation incarnation writer checksum
/// </code>
/// </summary>
public sealed class NodeJournal : INodeStore
{
    /// <summary>Beyond this the file is begun anew with its last line.</summary>
    public const int LongestBytes = 1 << 18;

    private const string FileName = "state.log";
    private const string Nobody = "-";
    private const int Fields = 5;
    private const int SumLetters = 16;

    private readonly string _path;
    private FileStream? _file;
    private int _wholeBytes;

    /// <summary>A journal.</summary>
    /// <param name="folder">Where it is; made where it is missing.</param>
    /// <exception cref="IOException">The folder cannot be used, or another node uses it.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be used.</exception>
    public NodeJournal(string folder)
    {
        _path = Path.Combine(Directory.CreateDirectory(folder).FullName, FileName);
        _file = Open(FileMode.OpenOrCreate);
    }

    /// <summary>What was wrong with the file, and where it is now; null where nothing was.</summary>
    public string? Damage { get; private set; }

    /// <inheritdoc/>
    public KeptState? Read()
    {
        if (_file!.Length > LongestBytes)
        {
            SetAside("the file is longer than any that a node writes");
            return null;
        }

        var bytes = new byte[_file.Length];
        _file.Position = 0;
        _file.ReadExactly(bytes);
        _wholeBytes = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        var lines = Encoding.ASCII.GetString(bytes, 0, _wholeBytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var states = Array.ConvertAll(lines, TryParse);
        if (Array.IndexOf(states, null) is >= 0 and var bad)
        {
            SetAside(string.Create(CultureInfo.InvariantCulture, $"line {bad + 1} is damaged"));
            return null;
        }

        return states.LastOrDefault();
    }

    /// <inheritdoc/>
    public void Keep(KeptState state)
    {
        try
        {
            _file ??= Open(FileMode.OpenOrCreate);
            var line = Encoding.ASCII.GetBytes(Format(state));
            if (_wholeBytes + line.Length > LongestBytes)
            {
                BeginAnew(line);
            }
            else
            {
                Append(line);
            }

            _wholeBytes = (int)_file!.Length;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            _file?.Dispose();
            _file = null;
            throw fault as IOException ?? new IOException(fault.Message, fault);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private static string Format(KeptState state)
    {
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{state.Value} {state.Generation} {state.Incarnation} {state.Writer ?? Nobody}");
        return $"{text} {SumOf(text)}\n";
    }

    private static KeptState? TryParse(string line)
    {
        var parts = line.Split(' ');
        return parts.Length == Fields && parts[^1] == SumOf(line[..line.LastIndexOf(' ')])
            && long.TryParse(parts[0], CultureInfo.InvariantCulture, out var value)
            && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var generation)
            && uint.TryParse(parts[2], CultureInfo.InvariantCulture, out var incarnation)
                ? new KeptState(value, generation, parts[3] == Nobody ? null : parts[3], incarnation) : null;
    }

    private static string SumOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)))[..SumLetters];

    private FileStream Open(FileMode mode) => new(_path, new FileStreamOptions
    {
        Mode = mode,
        Access = FileAccess.ReadWrite,
        Share = FileShare.None,
        BufferSize = 0,
    });

    // What a crash or a full disk left of a line would spoil the one after it.
    private void Append(byte[] line)
    {
        _file!.SetLength(_wholeBytes);
        _file.Position = _wholeBytes;
        _file.Write(line);
        _file.Flush(flushToDisk: true);
    }

    // The new file takes the old one's place at once: a crash leaves one of the two.
    private void BeginAnew(byte[] line)
    {
        var next = _path + ".new";
        using (var file = new FileStream(next, FileMode.Create, FileAccess.Write))
        {
            file.Write(line);
            file.Flush(flushToDisk: true);
        }

        _file!.Dispose();
        File.Move(next, _path, overwrite: true);
        _file = Open(FileMode.Open);
    }

    private void SetAside(string why)
    {
        var aside = string.Create(CultureInfo.InvariantCulture,
            $"{_path}.damaged-{DateTime.UtcNow:yyyyMMdd'T'HHmmss'.'fff}");
        _file!.Dispose();
        File.Move(_path, aside);
        _file = Open(FileMode.CreateNew);
        _wholeBytes = 0;
        Damage = $"{_path}: {why}; it is now {aside}, and the node begins without it";
    }
}
