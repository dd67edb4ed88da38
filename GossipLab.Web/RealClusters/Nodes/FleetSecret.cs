using System.Security.Cryptography;
using System.Text;

namespace GossipLab.Web.RealClusters.Nodes;

/// <summary>
/// What the nodes of one cluster prove to each other that they know: made anew for each, in a file that only whoever
/// runs this program can read.
/// </summary>
/// <param name="Text">The secret.</param>
/// <param name="File">Where it is.</param>
internal sealed record FleetSecret(string Text, string File)
{
    private const int Bytes = 24;

    /// <summary>Makes one.</summary>
    /// <param name="folder">Where its file is to be.</param>
    public static FleetSecret In(string folder)
    {
        Directory.CreateDirectory(folder);
        var secret = new FleetSecret(
            Convert.ToHexString(RandomNumberGenerator.GetBytes(Bytes)), Path.Combine(folder, "secret"));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(secret.File, options);
        file.Write(Encoding.ASCII.GetBytes(secret.Text));
        return secret;
    }
}
