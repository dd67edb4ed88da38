using System.Globalization;
using System.Net;
using GossipLab.Core.Dissemination;
using GossipLab.Core.Hosting;
using GossipLab.Core.Values;

namespace GossipLab.Node.Settings;

/// <summary>All settings there are.</summary>
public static class SettingTable
{
    private const int ShortestSecret = 16;
    private const int LongestSecret = 4096;

    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromHours(1);

    /// <summary>The table, in the order of the help.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        new("name", "1 to 128 letters of A-Z a-z 0-9 - _ . : @", "its name, unlike any other's (host-port)",
            static (to, text) => AddressBook.IsName(text) ? to with { Name = text } : null),
        new("bind", "loopback, any, or an IP address", "where it listens (loopback; any with a secret)", Bind),
        new("port", "1 to 65535", "the port it listens on (8080)",
            static (to, text) => Number(text, 1, 65535) is { } port ? to with { Port = (int)port } : null),
        new("advertise", "a host, or host:port", "where others reach it (found out)",
            static (to, text) => OwnAddress.TryComplete(text, to.Port) is null ? null : to with { Advertise = text })
        {
            ArticleVariable = "ADVERTISE_ADDR",
        },
        new("join", "up to 16 of host or host:port, divided by commas",
            "members that it asks to be let in, again and again until one answers", Join)
        {
            ArticleVariable = "CLUSTER_ADDR",
            IsList = true,
        },
        new("preset", "usual, article or fast", "what the protocol's settings begin with (usual)",
            static (to, text) => Word<NodePreset>(text) is { } preset ? to with { Preset = preset } : null),
        new("value", "a whole number from -2^63 to 2^63-1", "the value it is born with (42)",
            static (to, text) => Number(text, long.MinValue, long.MaxValue) is { } value
                ? to with { Value = value } : null),
        new("interval", "10ms to 1h", "the time between two rounds (2s)",
            static (to, text) => Duration(text) is { } span && span >= ShortestInterval && span <= LongestInterval
                ? to with { Interval = span } : null),
        new("fanout", "1 to 16", "how many others it tells each round (2)",
            static (to, text) => Number(text, 1, DisseminationOptions.MaxFanOut) is { } fanOut
                ? to with { FanOut = (int)fanOut } : null),
        new("tie-break", "highest-writer, keep-mine or highest-value",
            "what decides between two values of one generation (highest-writer)",
            static (to, text) => Word<TieBreak>(text) is { } tie and not (TieBreak.KeepBoth or TieBreak.Sum)
                ? to with { TieBreak = tie } : null),
        new("membership", "lan, wan or local", "memberlist's preset for the failure detector (lan)",
            static (to, text) => Word<MembershipPreset>(text) is { } preset ? to with { Membership = preset } : null),
        new("data", "a folder", "where it keeps value and incarnation, so that they survive a crash (nowhere)",
            static (to, text) => text.Length > 0 && text.IndexOfAny(Path.GetInvalidPathChars()) < 0
                ? to with { DataFolder = text } : null),
        new("secret-file", "a file of 16 to 4096 bytes", "what nodes prove to each other that they know (nothing)",
            Secret),
        new("api", "both, article or v1", "which routes clients find (both)",
            static (to, text) => Word<ApiKind>(text) is { } api ? to with { Api = api } : null),
        new("faults", "on or off", "whether whoever knows the secret may disturb its messages (off)",
            static (to, text) => Switch(text) is { } on ? to with { AllowsFaults = on } : null)
        {
            IsSwitch = true,
        },
        new("end-with-input", "on or off", "whether it ends when its input ends (off)",
            static (to, text) => Switch(text) is { } on ? to with { EndsWithInput = on } : null)
        {
            IsSwitch = true,
        },
        new("log", "text, json or off", "how the log is written (text)",
            static (to, text) => Word<LogFormat>(text) is { } format ? to with { Log = format } : null),
    ];

    /// <summary>A setting by its name as a flag; null where there is none.</summary>
    /// <param name="name">The name.</param>
    public static Setting? Find(string name) => All.FirstOrDefault(setting => setting.Name == name);

    private static NodeSettings? Bind(NodeSettings to, string text) => text switch
    {
        "loopback" => to with { Bind = IPAddress.Loopback },
        "any" => to with { Bind = IPAddress.Any },
        _ when IPAddress.TryParse(text, out var address) => to with { Bind = address },
        _ => null,
    };

    private static NodeSettings? Join(NodeSettings to, string text)
    {
        var added = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(one => OwnAddress.TryComplete(one, NodeSettings.UsualPort)).ToArray();
        string[] all = [.. to.Join, .. added.OfType<string>()];
        return added.Contains(null) || all.Length > NodeHostOptions.MaxContacts ? null : to with { Join = all };
    }

    private static NodeSettings? Secret(NodeSettings to, string text)
    {
        try
        {
            var file = new FileInfo(text);
            if (!file.Exists || file.Length is < ShortestSecret or > LongestSecret)
            {
                return null;
            }

            var secret = File.ReadAllText(text).Trim();
            return secret.Length < ShortestSecret ? null : to with { Secret = secret };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static long? Number(string text, long least, long most) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number >= least && number <= most ? number : null;

    private static bool? Switch(string text) => text switch
    {
        "on" or "true" => true,
        "off" or "false" => false,
        _ => null,
    };

    private static T? Word<T>(string text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (NameOf(value) == text)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>A word as settings write it: HighestWriter is highest-writer.</summary>
    /// <param name="value">The value.</param>
    public static string NameOf<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((letter, place) =>
            char.IsUpper(letter) ? (place > 0 ? "-" : "") + char.ToLowerInvariant(letter) : letter.ToString()));

    private static TimeSpan? Duration(string text)
    {
        var digits = text.TrimEnd('m', 's', 'h');
        double? unit = text[digits.Length..] switch
        {
            "ms" => 1,
            "s" => 1_000,
            "m" => 60_000,
            "h" => 3_600_000,
            _ => null,
        };
        return unit is { } milliseconds
            && double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number * milliseconds < LongestInterval.TotalMilliseconds * 2
                ? TimeSpan.FromMilliseconds(number * milliseconds) : null;
    }
}
