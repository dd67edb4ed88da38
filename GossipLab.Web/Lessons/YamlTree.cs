using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace GossipLab.Web.Lessons;

/// <summary>
/// Reads YAML within bounds: no longer than a lesson needs, no deeper, without aliases, which can stand for more than
/// any memory holds.
/// </summary>
internal sealed class YamlTree
{
    /// <summary>The longest file, in characters.</summary>
    public const int MostCharacters = 200_000;

    private const int MostParts = 5_000;
    private const int MostDepth = 12;

    private readonly Parser _events;
    private int _parts;

    private YamlTree(string text) => _events = new Parser(new StringReader(text));

    /// <summary>Reads a file.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public static LessonFault? Read(string text, out YamlPart? root)
    {
        root = null;
        if (text.Length > MostCharacters)
        {
            return new LessonFault(1,
                $"a lesson has at most {MostCharacters:N0} characters; this has {text.Length:N0}");
        }

        try
        {
            var tree = new YamlTree(text);
            tree._events.Consume<StreamStart>();
            tree._events.Consume<DocumentStart>();
            root = tree.Part(0);
            tree._events.Consume<DocumentEnd>();
            tree._events.Consume<StreamEnd>();
            return null;
        }
        catch (YamlException fault)
        {
            root = null;
            return new LessonFault(Math.Max(1, (int)fault.Start.Line), fault.Message);
        }
    }

    private YamlPart Part(int depth)
    {
        var line = LineOf(_events.Current);
        if (++_parts > MostParts || depth > MostDepth)
        {
            throw At(line, depth > MostDepth ? $"parts are nested at most {MostDepth} deep"
                : $"at most {MostParts} parts");
        }

        if (_events.TryConsume<Scalar>(out var text))
        {
            return new YamlPart(line) { Text = text.Value, IsQuoted = text.Style != ScalarStyle.Plain };
        }

        if (_events.TryConsume<SequenceStart>(out _))
        {
            var items = new List<YamlPart>();
            while (!_events.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Part(depth + 1));
            }

            return new YamlPart(line) { List = items };
        }

        return _events.TryConsume<MappingStart>(out _)
            ? Map(line, depth) : throw At(line, "aliases (* and &) cannot be used here");
    }

    private YamlPart Map(int line, int depth)
    {
        var members = new List<(string Key, YamlPart Value)>();
        while (!_events.TryConsume<MappingEnd>(out _))
        {
            var at = LineOf(_events.Current);
            if (!_events.TryConsume<Scalar>(out var key))
            {
                throw At(at, "a key is a plain word");
            }

            if (members.Exists(member => member.Key == key.Value))
            {
                throw At(at, $"«{key.Value}» stands here twice");
            }

            members.Add((key.Value, Part(depth + 1)));
        }

        return new YamlPart(line) { Map = members };
    }

    private static int LineOf(ParsingEvent? what) => (int)(what?.Start.Line ?? 1);

    private static YamlException At(int line, string reason) => new(new Mark(0, line, 1), new Mark(0, line, 1), reason);
}
