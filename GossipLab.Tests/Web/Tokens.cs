using System.Globalization;
using System.Text.RegularExpressions;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Web;

/// <summary>The custom properties of one theme, and what can be computed from its colours.</summary>
internal sealed partial class Tokens
{
    private readonly Dictionary<string, string> _values;

    private Tokens(string file) => _values = Properties().Matches(Repository.Read("wwwroot-assets", "css", file))
        .DistinctBy(match => match.Groups["name"].Value)
        .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);

    public static Tokens Light { get; } = new("tokens.css");

    public static Tokens Dark { get; } = new("tokens-dark.css");

    /// <summary>The properties that hold a colour, as a hexadecimal number or as bare channels.</summary>
    public IEnumerable<string> ColourNames =>
        _values.Keys.Where(name => this[name].StartsWith('#') || name.EndsWith("-rgb"));

    public string this[string name] => _values[name];

    /// <summary>Red, green and blue, 0 to 255.</summary>
    public int[] ChannelsOf(string name) =>
        [.. Enumerable.Range(0, 3).Select(at => int.Parse(this[name].AsSpan(1 + 2 * at, 2), NumberStyles.HexNumber))];

    /// <summary>The contrast ratio of WCAG 2.2, 1 to 21.</summary>
    public double ContrastOf(string one, string other)
    {
        var (first, second) = (LuminanceOf(one), LuminanceOf(other));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    // WCAG 2.2, «relative luminance».
    private double LuminanceOf(string name)
    {
        double[] linear = [.. ChannelsOf(name).Select(channel => channel / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))];
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    [GeneratedRegex(@"^\s*(?<name>--[\w-]+):\s*(?<value>[^;]+);", RegexOptions.Multiline)]
    private static partial Regex Properties();
}
