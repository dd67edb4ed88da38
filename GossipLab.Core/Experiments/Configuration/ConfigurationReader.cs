namespace GossipLab.Core.Experiments.Configuration;

/// <summary>
/// Reads JSON, and of HCL what agents are configured with: blocks with and without labels, <c>key = value</c>, texts,
/// heredocs, numbers, lists, objects and the three kinds of comments. No expressions: neither Consul nor Serf has any.
/// Keeps where everything stands, so that a value can be replaced and the rest stays as it is.
/// </summary>
internal sealed class ConfigurationReader
{
    /// <summary>The most objects within each other.</summary>
    public const int MaxDepth = 16;

    /// <summary>The most keys and values.</summary>
    public const int MaxEntries = 2_000;

    private readonly ConfigurationScanner _scan;
    private readonly bool _isJson;
    private int _entries;

    private ConfigurationReader(string text)
    {
        _scan = new ConfigurationScanner(text, isJson: false);
        _scan.SkipBlank();
        _isJson = _scan.Next == '{';
        _scan = new ConfigurationScanner(text, _isJson);
    }

    /// <summary>Reads a text: JSON if its first character is a brace, else HCL.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isJson">Whether it is JSON.</param>
    /// <returns>The whole file as an object without a key.</returns>
    /// <exception cref="ConfigurationFault">The text is neither.</exception>
    public static ConfigurationEntry Read(string text, out bool isJson)
    {
        var reader = new ConfigurationReader(text);
        isJson = reader._isJson;
        reader._scan.SkipBlank();
        var root = new ConfigurationEntry("", reader._scan.Line, reader._scan.At) { Kind = ConfigurationKind.Block };
        if (isJson)
        {
            reader.ReadObject(root, 0);
            reader._scan.SkipBlank();
            return reader._scan.IsAtEnd
                ? root : throw reader._scan.Fault("the object has ended, yet there is more text");
        }

        reader.ReadEntries(root, 0, '\0');
        root.Length = text.Length - root.Start;
        return root;
    }

    private void ReadObject(ConfigurationEntry entry, int depth)
    {
        if (depth > MaxDepth)
        {
            throw _scan.Fault($"more than {MaxDepth} objects within each other");
        }

        entry.Kind = ConfigurationKind.Block;
        _scan.Take('{', "an opening brace");
        ReadEntries(entry, depth, '}');
        _scan.Take('}', "a closing brace");
        entry.Length = _scan.At - entry.Start;
    }

    private void ReadEntries(ConfigurationEntry parent, int depth, char end)
    {
        _scan.SkipBlank();
        while (!_scan.IsAtEnd && _scan.Next != end)
        {
            parent.Add(ReadEntry(depth));
            _scan.SkipBlank();
            if (_scan.TryTake(','))
            {
                _scan.SkipBlank();
                if (_isJson && _scan.Next == end)
                {
                    throw _scan.Fault("JSON has no comma after the last entry");
                }
            }
            else if (_isJson && _scan.Next != end)
            {
                throw _scan.Fault("a comma is missing between two entries");
            }
        }
    }

    private ConfigurationEntry ReadEntry(int depth)
    {
        var line = _scan.Line;
        var key = _scan.Next == '"' ? _scan.TakeText() : TakeBareKey();
        _scan.SkipBlank();
        if (_isJson)
        {
            _scan.Take(':', $"a colon after «{key}»");
        }
        else
        {
            // The labels of a block say which service or check it is: nothing to gossip.
            while (_scan.Next == '"')
            {
                _scan.TakeText();
                _scan.SkipBlank();
            }

            if (!_scan.TryTake('=') && !_scan.TryTake(':') && _scan.Next != '{')
            {
                throw _scan.Fault($"after «{key}» comes «=» and a value, or a block in braces");
            }
        }

        _scan.SkipBlank();
        var entry = new ConfigurationEntry(key, line, _scan.At);
        ReadValue(entry, depth);
        return entry;
    }

    private string TakeBareKey() => _isJson
        ? throw _scan.Fault("a key in quotes is expected") : _scan.TakeIdentifier();

    private void ReadValue(ConfigurationEntry entry, int depth)
    {
        if (++_entries > MaxEntries)
        {
            throw _scan.Fault($"more than {MaxEntries} keys and values");
        }

        switch (_scan.Next)
        {
            case '{': ReadObject(entry, depth + 1); return;
            case '[': ReadList(entry, depth + 1); return;
            case '"': (entry.Kind, entry.Value) = (ConfigurationKind.Text, _scan.TakeText()); break;
            case '<' when !_isJson: (entry.Kind, entry.Value) = (ConfigurationKind.Text, _scan.TakeHeredoc()); break;
            case '-' or (>= '0' and <= '9'):
                (entry.Kind, entry.Value) = (ConfigurationKind.Number, _scan.TakeNumber());
                break;
            default: (entry.Kind, entry.Value) = (ConfigurationKind.Word, _scan.TakeWord()); break;
        }

        entry.Length = _scan.At - entry.Start;
    }

    private void ReadList(ConfigurationEntry entry, int depth)
    {
        if (depth > MaxDepth)
        {
            throw _scan.Fault($"more than {MaxDepth} lists within each other");
        }

        entry.Kind = ConfigurationKind.List;
        _scan.Take('[', "an opening bracket");
        _scan.SkipBlank();
        while (_scan.Next != ']')
        {
            var item = new ConfigurationEntry("", _scan.Line, _scan.At);
            ReadValue(item, depth);
            foreach (var inner in item.Entries)
            {
                entry.Add(inner);
            }

            _scan.SkipBlank();
            var hasComma = _scan.TryTake(',');
            if (!hasComma && _scan.Next != ']')
            {
                throw _scan.Fault("a comma or a closing bracket is missing");
            }

            _scan.SkipBlank();
            if (_isJson && hasComma && _scan.Next == ']')
            {
                throw _scan.Fault("JSON has no comma after the last value");
            }
        }

        _scan.Take(']', "a closing bracket");
        entry.Length = _scan.At - entry.Start;
    }
}
