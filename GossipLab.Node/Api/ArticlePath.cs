using System.Text;

namespace GossipLab.Node.Api;

/// <summary>A path as Go's gorilla/mux reads it: percent signs resolved, then compared letter by letter.</summary>
public static class ArticlePath
{
    /// <summary>The path of a request target, without its query.</summary>
    /// <param name="target">The target as it was sent.</param>
    public static string Of(string target)
    {
        var path = target.Split('?', 2)[0];
        return path.StartsWith('/') ? Unescape(path) : "/";
    }

    /// <summary>Go's <c>path.Clean</c> with a slash at the end kept: what mux sends a client to.</summary>
    /// <param name="path">The path.</param>
    public static string Clean(string path)
    {
        var kept = new List<string>();
        foreach (var step in path.Split('/'))
        {
            if (step == "..")
            {
                kept.RemoveRange(Math.Max(0, kept.Count - 1), Math.Min(1, kept.Count));
            }
            else if (step is not ("" or "."))
            {
                kept.Add(step);
            }
        }

        var clean = "/" + string.Join('/', kept);
        return path.EndsWith('/') && clean != "/" ? clean + "/" : clean;
    }

    private static string Unescape(string path)
    {
        var bytes = new List<byte>(path.Length);
        for (var place = 0; place < path.Length; place++)
        {
            if (path[place] == '%' && place + 2 < path.Length
                && char.IsAsciiHexDigit(path[place + 1]) && char.IsAsciiHexDigit(path[place + 2]))
            {
                bytes.Add(Convert.ToByte(path.Substring(place + 1, 2), 16));
                place += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(path, place, 1));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
