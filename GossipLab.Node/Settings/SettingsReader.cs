using System.Text.Json;

namespace GossipLab.Node.Settings;

/// <summary>What was read: settings, or why there are none.</summary>
/// <param name="Settings">The settings; null where there is a fault or only help is wanted.</param>
/// <param name="Fault">One line that names the setting, its value and what it may be; null where there is none.</param>
public sealed record SettingsReading(NodeSettings? Settings, string? Fault);

/// <summary>
/// Reads settings from a file, the environment and flags; the later win. The file is <c>appsettings.json</c> with an
/// object «Node» whose keys are the flags' names.
/// </summary>
public static class SettingsReader
{
    private const string Section = "Node";

    /// <summary>Whether somebody asks what settings there are.</summary>
    /// <param name="flags">The flags.</param>
    public static bool WantsHelp(IReadOnlyList<string> flags) => flags.Any(flag => flag is "--help" or "-h" or "-?");

    /// <summary>Reads them.</summary>
    /// <param name="flags">The flags.</param>
    /// <param name="variable">Finds an environment variable.</param>
    /// <param name="file">The text of the settings file; null where there is none.</param>
    public static SettingsReading Read(
        IReadOnlyList<string> flags, Func<string, string?> variable, string? file)
    {
        var settings = new NodeSettings();
        foreach (var read in new[] { () => FromFile(file), () => FromEnvironment(variable), () => FromFlags(flags) })
        {
            var (found, fault) = read();
            if (fault is not null)
            {
                return new SettingsReading(null, fault);
            }

            // A list that is given again is another list.
            foreach (var setting in found.Select(one => one.Setting).Where(one => one.IsList).Distinct())
            {
                settings = settings with { Join = [] };
            }

            foreach (var one in found.OrderBy(one => IndexOf(one.Setting)))
            {
                if (one.Setting.Apply(settings, one.Text) is not { } applied)
                {
                    return new SettingsReading(
                        null, $"{one.Source}: «{Shown(one.Text)}» is not {one.Setting.Range}");
                }

                settings = applied;
            }
        }

        return new SettingsReading(settings, FaultBetween(settings));
    }

    private static string? FaultBetween(NodeSettings settings) => settings switch
    {
        { AllowsFaults: true, Secret: null } => "--faults: «on» needs a secret (--secret-file), so that not everybody may",
        _ => null,
    };

    // The port comes before the addresses that take it.
    private static int IndexOf(Setting setting) => SettingTable.All.TakeWhile(one => one != setting).Count();

    private static (IReadOnlyList<Given> Found, string? Fault) FromFile(string? file)
    {
        if (file is null)
        {
            return ([], null);
        }

        try
        {
            using var json = JsonDocument.Parse(file, new JsonDocumentOptions
            {
                CommentHandling = JsonCommentHandling.Skip,
                AllowTrailingCommas = true,
            });
            return json.RootElement.TryGetProperty(Section, out var node) && node.ValueKind == JsonValueKind.Object
                ? FromObject(node) : ([], null);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return ([], $"appsettings.json: {fault.Message}");
        }
    }

    private static (IReadOnlyList<Given> Found, string? Fault) FromObject(JsonElement node)
    {
        var found = new List<Given>();
        foreach (var property in node.EnumerateObject())
        {
            var source = $"appsettings.json, {Section}.{property.Name}";
            if (SettingTable.Find(property.Name) is not { } setting)
            {
                return ([], $"{source}: there is no such setting; --help shows all");
            }

            found.AddRange(property.Value.ValueKind == JsonValueKind.Array
                ? property.Value.EnumerateArray().Select(one => new Given(setting, one.ToString(), source))
                : [new Given(setting, TextOf(property.Value), source)]);
        }

        return (found, null);
    }

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "on",
        JsonValueKind.False => "off",
        _ => value.ToString(),
    };

    private static (IReadOnlyList<Given> Found, string? Fault) FromEnvironment(Func<string, string?> variable)
    {
        var found = from setting in SettingTable.All
                    from name in new[] { setting.ArticleVariable, setting.Variable }
                    where name is not null && !string.IsNullOrEmpty(variable(name))
                    group new Given(setting, variable(name)!, name) by setting into same
                    select same.Last();
        return ([.. found], null);
    }

    private static (IReadOnlyList<Given> Found, string? Fault) FromFlags(IReadOnlyList<string> flags)
    {
        var found = new List<Given>();
        for (var place = 0; place < flags.Count; place++)
        {
            var (flag, text) = (flags[place], (string?)null);
            if (flag.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
            {
                (flag, text) = (flag[..equals], flag[(equals + 1)..]);
            }

            if (!flag.StartsWith("--", StringComparison.Ordinal) || SettingTable.Find(flag[2..]) is not { } setting)
            {
                return ([], $"«{Shown(flag)}» is no setting; --help shows all");
            }

            var hasNext = place + 1 < flags.Count && !flags[place + 1].StartsWith("--", StringComparison.Ordinal);
            text ??= hasNext ? flags[++place] : setting.IsSwitch ? "on" : null;
            if (text is null)
            {
                return ([], $"{flag}: a value is missing; it is {setting.Range}");
            }

            found.Add(new Given(setting, text, flag));
        }

        return (found, null);
    }

    private static string Shown(string text) => text.Length <= 80 ? text : text[..80] + "…";

    private sealed record Given(Setting Setting, string Text, string Source);
}
