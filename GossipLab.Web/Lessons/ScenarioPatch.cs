using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GossipLab.Web.Lessons;

/// <summary>
/// The scenario within a lesson: written like a scenario file, without what all such files share; a step changes parts
/// of it.
/// </summary>
internal static class ScenarioPatch
{
    /// <summary>One over the other, key by key; lists and texts are replaced as wholes.</summary>
    public static YamlPart Merge(YamlPart under, YamlPart over)
    {
        if (under.Map is null || over.Map is null)
        {
            return over;
        }

        var members = under.Map.ToList();
        foreach (var (key, value) in over.Map)
        {
            var place = members.FindIndex(member => member.Key == key);
            if (place < 0)
            {
                members.Add((key, value));
            }
            else
            {
                members[place] = (key, Merge(members[place].Value, value));
            }
        }

        return new YamlPart(over.Line) { Map = members };
    }

    /// <summary>The scenario as the text of a file.</summary>
    public static string ToJson(YamlPart scenario)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("gossiplab", Core.Simulation.ScenarioJson.FileVersion);
            json.WriteString("engine", Core.Simulation.Scenario.EngineVersion);
            foreach (var (key, value) in scenario.Map ?? [])
            {
                json.WritePropertyName(key);
                Write(json, value);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>The line of a path such as <c>$.dissemination.fanOut</c> or <c>$.commands[2].node</c>.</summary>
    public static int? LineOf(YamlPart scenario, string path)
    {
        var (part, line) = (scenario, (int?)null);
        foreach (var step in path.Split('.', '[').Skip(1))
        {
            var next = int.TryParse(step.TrimEnd(']'), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                ? part.List?.ElementAtOrDefault(index) : part[step];
            if (next is null)
            {
                break;
            }

            (part, line) = (next, next.Line);
        }

        return line;
    }

    private static void Write(Utf8JsonWriter json, YamlPart part)
    {
        if (part.Map is { } members)
        {
            json.WriteStartObject();
            foreach (var (key, value) in members)
            {
                json.WritePropertyName(key);
                Write(json, value);
            }

            json.WriteEndObject();
        }
        else if (part.List is { } items)
        {
            json.WriteStartArray();
            items.ForEach(item => Write(json, item));
            json.WriteEndArray();
        }
        else
        {
            WriteText(json, part);
        }
    }

    private static void WriteText(Utf8JsonWriter json, YamlPart part)
    {
        var text = part.Text ?? "";
        if (!part.IsQuoted && text is "true" or "false")
        {
            json.WriteBooleanValue(text == "true");
        }
        else if (!part.IsQuoted
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteStringValue(text);
        }
    }
}
