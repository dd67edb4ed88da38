using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GossipLab.Core.Nodes;
using GossipLab.Core.Protocol;

namespace GossipLab.Web.RealClusters.Loopback;

/// <summary>
/// Keeps a node's value and incarnation in a small file with a checksum. A new state is written beside the old one and
/// takes its place at once, so a kill leaves one of the two.
/// </summary>
internal sealed class LoopbackDisk(string folder)
{
    private const int Fields = 5;

    private NodeDisk? _kept;

    private string File => Path.Combine(folder, "node");

    /// <summary>Reads what was kept; null where nothing was. A file that is damaged is set aside, not used.</summary>
    public NodeDisk? Read()
    {
        if (!System.IO.File.Exists(File))
        {
            return null;
        }

        if (TryRead(System.IO.File.ReadAllText(File)) is { } kept)
        {
            return _kept = kept;
        }

        System.IO.File.Move(File, File + ".damaged", overwrite: true);
        return null;
    }

    /// <summary>Keeps a state, on the disk and not in a cache before it returns.</summary>
    public void Keep(NodeDisk state)
    {
        if (state == _kept)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        var (value, generation, writer) = state.Value;
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{value} {generation.Number} {writer.Index} {state.Incarnation.Number}");
        using (var stream = new FileStream(File + ".new", FileMode.Create, FileAccess.Write))
        {
            stream.Write(Encoding.ASCII.GetBytes($"{text} {SumOf(text)}"));
            stream.Flush(flushToDisk: true);
        }

        System.IO.File.Move(File + ".new", File, overwrite: true);
        _kept = state;
    }

    private static NodeDisk? TryRead(string text)
    {
        var parts = text.Split(' ');
        return parts.Length == Fields && parts[^1] == SumOf(text[..text.LastIndexOf(' ')])
            ? new NodeDisk(
                new VersionedValue(
                    Number(parts[0]), new Generation(Number(parts[1])), new NodeId((int)Number(parts[2]))),
                new Incarnation((uint)Number(parts[3])))
            : null;
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static string SumOf(string text) => Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(text)));
}
