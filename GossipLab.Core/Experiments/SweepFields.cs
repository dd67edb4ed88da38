using System.Text.Json;

namespace GossipLab.Core.Experiments;

/// <summary>The fields of an object of a sweep file; each complaint names the field and what is allowed.</summary>
internal sealed class SweepFields
{
    private readonly JsonElement _object;
    private readonly string _path;

    public SweepFields(JsonElement element, string path)
    {
        (_object, _path) = (element, path);
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"{path}: must be an object");
        }
    }

    public string Text => _object.GetRawText();

    public void Allow(params ReadOnlySpan<string> names)
    {
        foreach (var field in _object.EnumerateObject())
        {
            if (!names.Contains(field.Name))
            {
                throw new FormatException($"{_path}.{field.Name}: there is no such field");
            }
        }
    }

    public SweepFields? Part(string name) =>
        _object.TryGetProperty(name, out var part) ? new SweepFields(part, $"{_path}.{name}") : null;

    public long Whole(string name, long usual, long least, long most)
    {
        if (!_object.TryGetProperty(name, out var field))
        {
            return usual;
        }

        return field.ValueKind == JsonValueKind.Number && field.TryGetInt64(out var value)
            && value >= least && value <= most
            ? value : throw new FormatException($"{_path}.{name}: must be a whole number within {least} to {most}");
    }

    public double? Number(string name)
    {
        if (!_object.TryGetProperty(name, out var field))
        {
            return null;
        }

        return field.ValueKind == JsonValueKind.Number && field.TryGetDouble(out var value) && value >= 0
            && double.IsFinite(value) ? value : throw new FormatException($"{_path}.{name}: must be 0 or more");
    }

    public int[] Wholes(string name)
    {
        if (!_object.TryGetProperty(name, out var field) || field.ValueKind != JsonValueKind.Array
            || field.GetArrayLength() > SweepAxis.MaxValues)
        {
            throw new FormatException($"{_path}.{name}: must be a list of 1 to {SweepAxis.MaxValues} whole numbers");
        }

        return [.. field.EnumerateArray().Select((item, index) =>
            item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var value)
                ? value : throw new FormatException($"{_path}.{name}[{index}]: must be a whole number"))];
    }

    public T Choice<T>(string name, T? usual)
        where T : struct, Enum
    {
        if (!_object.TryGetProperty(name, out var field))
        {
            return usual ?? throw new FormatException($"{_path}.{name}: is missing");
        }

        var wanted = field.ValueKind == JsonValueKind.String ? field.GetString() : null;
        foreach (var value in Enum.GetValues<T>())
        {
            if (SweepJson.NameOf(value) == wanted)
            {
                return value;
            }
        }

        var known = string.Join(", ", Enum.GetValues<T>().Select(value => SweepJson.NameOf(value)));
        throw new FormatException($"{_path}.{name}: must be one of {known}");
    }
}
