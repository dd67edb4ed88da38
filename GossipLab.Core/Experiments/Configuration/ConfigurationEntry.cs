namespace GossipLab.Core.Experiments.Configuration;

/// <summary>What kind of value stands in a configuration.</summary>
public enum ConfigurationKind : byte
{
    /// <summary>A text in quotes, or a heredoc.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary><c>true</c>, <c>false</c> or <c>null</c>.</summary>
    Word,

    /// <summary>Entries in braces.</summary>
    Block,

    /// <summary>Values in brackets.</summary>
    List,
}

/// <summary>A key of a configuration with its value, and where both stand.</summary>
/// <param name="Key">The key, without quotes.</param>
/// <param name="Line">The line of the key; 1 for the first.</param>
/// <param name="Start">Where the value begins: its quote or brace, in characters from 0.</param>
public sealed record ConfigurationEntry(string Key, int Line, int Start)
{
    private readonly List<ConfigurationEntry> _entries = [];

    /// <summary>How many characters the value takes, quotes and braces included.</summary>
    public int Length { get; internal set; }

    /// <summary>What kind of value it is.</summary>
    public ConfigurationKind Kind { get; internal set; }

    /// <summary>The value of a text, number or word; empty for objects and lists.</summary>
    public string Value { get; internal set; } = "";

    /// <summary>What stands in an object, or in the objects of a list, in the order of the file.</summary>
    public IReadOnlyList<ConfigurationEntry> Entries => _entries;

    internal void Add(ConfigurationEntry entry) => _entries.Add(entry);
}
