using System.Globalization;
using System.Text;
using GossipLab.Core.Membership;

namespace GossipLab.Core.Experiments.Configuration;

/// <summary>Puts other settings into a sound text and leaves everything else as it is.</summary>
internal sealed class GossipWriting
{
    private const string Indent = "  ";
    private readonly GossipReading _reading;
    private readonly MembershipOptions _options;

    private GossipWriting(GossipReading reading, MembershipOptions options) =>
        (_reading, _options) = (reading, options);

    public static string Write(GossipReading reading, MembershipOptions options)
    {
        var writing = new GossipWriting(reading, options);
        return reading.Format == ConfigurationFormat.SerfAgent ? writing.Profile() : writing.Edited();
    }

    private string Edited()
    {
        var changed = GossipKey.All
            .Where(key => key.IsKnownTo(_reading.Format) && key.Differs(_reading.Options, _options)).ToList();
        var edits = new List<(int At, int Length, string Text)>();
        var missing = new List<GossipKey>();
        foreach (var key in changed)
        {
            if (_reading.Find(key) is { } entry)
            {
                edits.Add((entry.Start, entry.Length, Literal(key, entry.Kind)));
            }
            else
            {
                missing.Add(key);
            }
        }

        if (missing.Count > 0)
        {
            var (at, added) = Added(missing);
            edits.Add((at, 0, added));
        }

        var text = new StringBuilder(_reading.Text);
        foreach (var (at, length, replacement) in edits.OrderByDescending(edit => edit.At))
        {
            text.Remove(at, length).Insert(at, replacement);
        }

        return text.ToString();
    }

    private (int At, string Text) Added(List<GossipKey> keys)
    {
        var lines = keys.Select(Line).ToList();
        if (_reading.Section is { } section)
        {
            var brace = _reading.Text.IndexOf('{', section.Start);
            return (brace + 1, Inside(section, lines, brace));
        }

        var text = _reading.Text;
        if (!_reading.IsJson)
        {
            var before = text.Length == 0 || text[^1] == '\n' ? "" : "\n";
            var body = string.Concat(lines.Select(line => $"{Indent}{line}\n"));
            return (text.Length, $"{before}{_reading.SectionName} {{\n{body}}}\n");
        }

        var root = _reading.Root!; // A sound text was read.
        var inner = string.Join(",\n", lines.Select(line => Indent + Indent + line));
        var comma = root.Entries.Count > 0 ? "," : "\n";
        return (root.Start + 1, $"\n{Indent}\"{_reading.SectionName}\": {{\n{inner}\n{Indent}}}{comma}");
    }

    private string Inside(ConfigurationEntry section, List<string> lines, int brace)
    {
        var indent = IndentOf(_reading.Text, brace);
        var comma = _reading.IsJson ? "," : "";
        var added = string.Join(comma, lines.Select(line => $"\n{indent}{Indent}{line}"));
        if (section.Entries.Count == 0)
        {
            return added + "\n" + indent;
        }

        // What follows the brace in its line goes on in a line of its own.
        var rest = _reading.Text.AsSpan(brace + 1);
        var end = rest.IndexOf('\n');
        var isLineEmpty = rest[..(end < 0 ? rest.Length : end)].IndexOfAnyExcept(" \t\r") < 0;
        return added + comma + (isLineEmpty ? "" : $"\n{indent}{Indent}");
    }

    private string Line(GossipKey key)
    {
        var (name, value) = (key.In(_reading.Format), Literal(key, Usual(key, _reading.Format)));
        return _reading.IsJson ? $"\"{name}\": {value}" : $"{name} = {value}";
    }

    // Go writes a duration as nanoseconds, and its JSON reader takes nothing else.
    private static ConfigurationKind Usual(GossipKey key, ConfigurationFormat format) =>
        key.Count is not null || format == ConfigurationFormat.Memberlist
            ? ConfigurationKind.Number : ConfigurationKind.Text;

    private string Literal(GossipKey key, ConfigurationKind kind)
    {
        if (key.Span is not { } span)
        {
            return key.Count!(_options).ToString(CultureInfo.InvariantCulture); // It is one or the other.
        }

        return kind == ConfigurationKind.Number
            ? (span(_options).Ticks * 100).ToString(CultureInfo.InvariantCulture)
            : $"\"{GoDuration.Write(span(_options))}\"";
    }

    private string Profile()
    {
        var lines = GossipKey.All.Select(key =>
            $"{Indent}\"{key.Snake}\": {Literal(key, Usual(key, ConfigurationFormat.SerfProfile))}");
        return $"{{\n{string.Join(",\n", lines)}\n}}\n";
    }

    private static string IndentOf(string text, int place)
    {
        var start = place > 0 ? text.LastIndexOf('\n', place - 1) + 1 : 0;
        var end = start;
        while (end < text.Length && text[end] is ' ' or '\t')
        {
            end++;
        }

        return text[start..end];
    }
}
