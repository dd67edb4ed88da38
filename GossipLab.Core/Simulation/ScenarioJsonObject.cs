using System.Text.Json;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <summary>
/// Reads one object of a scenario file by the names of its members, and notes every fault with its path. A member that
/// is absent or cannot be read gives its fallback, so that reading goes on and finds the next fault.
/// </summary>
internal sealed class ScenarioJsonObject
{
    private const string SpanWords = "a number of milliseconds with at most 4 decimals";
    private const string MomentWords = "a number of milliseconds with at most 3 decimals";
    private const string ChanceWords = "a chance: 0 to 1 with at most 6 decimals, or a fraction such as \"1/3\"";

    private readonly List<ScenarioFault> _faults;
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly List<string> _known = [];
    private readonly bool _isComplete;

    /// <summary>Begins to read an object.</summary>
    /// <param name="element">The object; anything else is a fault.</param>
    /// <param name="path">Where it stands, for example <c>$.network</c>.</param>
    /// <param name="faults">Where faults are noted.</param>
    /// <param name="isComplete">Whether a member is missing when it is asked for and absent.</param>
    public ScenarioJsonObject(JsonElement element, string path, List<ScenarioFault> faults, bool isComplete = false)
    {
        _faults = faults;
        _isComplete = isComplete && element.ValueKind == JsonValueKind.Object;
        Path = path;
        if (element.ValueKind != JsonValueKind.Object)
        {
            FaultAt(path, $"{ScenarioJsonScalar.Quote(element)} is not an object");
            return;
        }

        foreach (var member in element.EnumerateObject())
        {
            Add(member);
        }
    }

    /// <summary>Where the object stands.</summary>
    public string Path { get; }

    /// <summary>A text.</summary>
    public string Text(string name, string fallback)
    {
        if (Require(name) is not { } member)
        {
            return fallback;
        }

        if (ScenarioJsonScalar.Text(member) is { } text)
        {
            return text;
        }

        Fault(name, $"{ScenarioJsonScalar.Quote(member)} is not a text");
        return fallback;
    }

    /// <summary>True or false.</summary>
    public bool Flag(string name, bool fallback) =>
        Read(name, Require(name), ScenarioJsonScalar.Flag, "true or false") ?? fallback;

    /// <summary>A whole number of 32 bits.</summary>
    public int Count(string name, int fallback) =>
        Read(name, Require(name), ScenarioJsonScalar.Count, "a whole number of 32 bits") ?? fallback;

    /// <summary>A whole number of 64 bits.</summary>
    public long Whole(string name, long fallback) =>
        Read(name, Require(name), ScenarioJsonScalar.Whole, "a whole number of 64 bits") ?? fallback;

    /// <summary>A whole number of 64 bits without a sign.</summary>
    public ulong Unsigned(string name, ulong fallback) =>
        Read(name, Require(name), ScenarioJsonScalar.Unsigned, "a whole number of 64 bits from 0") ?? fallback;

    /// <summary>A duration.</summary>
    public TimeSpan Span(string name, TimeSpan fallback) =>
        Read(name, Require(name), ScenarioJsonScalar.Span, SpanWords) ?? fallback;

    /// <summary>A duration where there may be none.</summary>
    public TimeSpan? SpanOrNull(string name) => Read(name, Find(name), ScenarioJsonScalar.Span, SpanWords);

    /// <summary>Durations; none where there is no list.</summary>
    public IReadOnlyList<TimeSpan> Spans(string name)
    {
        var spans = new List<TimeSpan>();
        foreach (var (item, path) in Items(name))
        {
            var span = ScenarioJsonScalar.Span(item);
            spans.Add(span ?? TimeSpan.Zero);
            if (span is null)
            {
                FaultAt(path, $"{ScenarioJsonScalar.Quote(item)} is not {SpanWords}");
            }
        }

        return spans;
    }

    /// <summary>A moment.</summary>
    public Instant Moment(string name) =>
        Read(name, Require(name), ScenarioJsonScalar.Moment, MomentWords) ?? Instant.Zero;

    /// <summary>A chance.</summary>
    public Ratio Chance(string name, Ratio fallback) =>
        Read(name, Require(name), ScenarioJsonScalar.Chance, ChanceWords) ?? fallback;

    /// <summary>A chance where there may be none.</summary>
    public Ratio? ChanceOrNull(string name) => Read(name, Find(name), ScenarioJsonScalar.Chance, ChanceWords);

    /// <summary>A member of an enumeration.</summary>
    public T Member<T>(string name, T fallback)
        where T : struct, Enum =>
        Read(name, Require(name), ScenarioJsonScalar.Member<T>, $"one of {ScenarioJsonScalar.Words<T>()}") ?? fallback;

    /// <summary>A node by its number.</summary>
    public NodeId Node(string name) => new(Count(name, 0));

    /// <summary>An object in this one, or null where there is none.</summary>
    public ScenarioJsonObject? Child(string name) =>
        Find(name) is { } member ? new ScenarioJsonObject(member, PathOf(name), _faults) : null;

    /// <summary>An object in a list of this one; all that is asked of it must be there.</summary>
    public ScenarioJsonObject At(JsonElement item, string path) => new(item, path, _faults, isComplete: true);

    /// <summary>The items of a list with their paths; none where there is no list.</summary>
    public IEnumerable<(JsonElement Item, string Path)> Items(string name)
    {
        if (Require(name) is not { } member)
        {
            yield break;
        }

        if (member.ValueKind != JsonValueKind.Array)
        {
            Fault(name, $"{ScenarioJsonScalar.Quote(member)} is not a list");
            yield break;
        }

        var index = 0;
        foreach (var item in member.EnumerateArray())
        {
            yield return (item, FormattableString.Invariant($"{PathOf(name)}[{index++}]"));
        }
    }

    /// <summary>Notes the members that nobody asked for.</summary>
    public void Finish()
    {
        foreach (var name in _names)
        {
            if (!_known.Contains(name))
            {
                Fault(name, $"is not known here; known are {string.Join(", ", _known)}");
            }
        }
    }

    /// <summary>Notes a fault of a member.</summary>
    public void Fault(string name, string problem) => FaultAt(PathOf(name), problem);

    /// <summary>Notes a fault somewhere below. More than are shown to people are not noted.</summary>
    public void FaultAt(string path, string problem)
    {
        if (_faults.Count < ScenarioJson.MostFaults)
        {
            _faults.Add(new ScenarioFault(path, problem));
        }
    }

    private T? Read<T>(string name, JsonElement? member, Func<JsonElement, T?> read, string expected)
        where T : struct
    {
        if (member is not { } element)
        {
            return null;
        }

        var value = read(element);
        if (value is null)
        {
            Fault(name, $"{ScenarioJsonScalar.Quote(element)} is not {expected}");
        }

        return value;
    }

    private JsonElement? Require(string name)
    {
        var member = Find(name);
        if (member is null && _isComplete)
        {
            Fault(name, "is missing");
        }

        return member;
    }

    private JsonElement? Find(string name)
    {
        _known.Add(name);
        return _members.TryGetValue(name, out var member) ? member : null;
    }

    private void Add(JsonProperty member)
    {
        var name = NameOf(member);
        if (_members.TryAdd(name, member.Value))
        {
            _names.Add(name);
        }
        else
        {
            Fault(name, "is there twice");
        }
    }

    private static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD"; // half a surrogate pair: legal in JSON, not a text, and unknown anyway
        }
    }

    private string PathOf(string name) => name.Length > 0 && name.All(char.IsAsciiLetterOrDigit)
        ? $"{Path}.{ScenarioJsonScalar.Shorten(name)}"
        : $"{Path}['{ScenarioJsonScalar.Shorten(string.Concat(name.Where(letter => !char.IsControl(letter))))}']";
}
