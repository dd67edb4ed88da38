namespace GossipLab.Web.Lessons;

/// <summary>A part of a YAML file: a text, a list, or a map whose keys keep their order. It knows its line.</summary>
internal sealed class YamlPart(int line)
{
    public int Line => line;

    /// <summary>What stands there, where it is a text.</summary>
    public string? Text { get; init; }

    /// <summary>Whether it was written in quotes, and so is a text whatever it looks like.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>The members, where it is a map.</summary>
    public List<(string Key, YamlPart Value)>? Map { get; init; }

    /// <summary>The items, where it is a list.</summary>
    public List<YamlPart>? List { get; init; }

    /// <summary>A member of a map; null where there is none.</summary>
    public YamlPart? this[string key] => Map?.Find(member => member.Key == key).Value;
}
