using System.Globalization;
using GossipLab.Core.Simulation;
using GossipLab.Web.Expressions;

namespace GossipLab.Web.Lessons;

/// <summary>Makes a lesson of its file, or says all that is wrong with it.</summary>
internal sealed class LessonReader
{
    /// <summary>How many words a step says before its question.</summary>
    public const int MostWords = 60;

    private const int MostSteps = 12;
    private const int MostPoints = 12;
    private const int MostFaults = 20;
    private const double LongestSeconds = 3_600;

    private readonly List<LessonFault> _faults = [];

    /// <summary>Reads a file. Either all of it is sound, or nothing of it is used.</summary>
    /// <returns>What is wrong, line by line; empty for a sound lesson.</returns>
    public static IReadOnlyList<LessonFault> Read(string text, out Lesson? lesson)
    {
        lesson = null;
        if (YamlTree.Read(text, out var root) is { } unreadable)
        {
            return [unreadable];
        }

        var reader = new LessonReader();
        var read = reader.ReadLesson(root!);
        lesson = reader._faults.Count == 0 ? read : null;
        return [.. reader._faults.OrderBy(fault => fault.Line).Take(MostFaults)];
    }

    private Lesson? ReadLesson(YamlPart root)
    {
        if (!Keys(root, "slug", "number", "title", "goal", "minutes", "scenario", "steps", "takeaway"))
        {
            return null;
        }

        var slug = Text(root, "slug");
        if (slug.Length is < 1 or > 40 || slug.Any(letter => !char.IsAsciiLetterLower(letter) && letter != '-'))
        {
            Fault(root["slug"] ?? root, "slug is 1 to 40 small letters and hyphens");
        }

        var scenario = root["scenario"] ?? new YamlPart(root.Line) { Map = [] };
        var steps = new List<LessonStep>();
        var items = Items(root, "steps");
        if (items.Count is < 1 or > MostSteps)
        {
            Fault(root["steps"] ?? root, $"steps: a lesson has 1 to {MostSteps}");
        }

        foreach (var item in items.Take(MostSteps))
        {
            if (ReadStep(item, scenario) is { } step)
            {
                steps.Add(step);
            }
        }

        return new Lesson
        {
            Slug = slug,
            Number = (int)Whole(root, "number", 0, 99),
            Title = Text(root, "title"),
            Goal = Text(root, "goal"),
            Minutes = (int)Whole(root, "minutes", 1, 60),
            Takeaway = Text(root, "takeaway"),
            Steps = steps,
        };
    }

    private LessonStep? ReadStep(YamlPart part, YamlPart shared)
    {
        if (!Keys(part, "title", "text", "change", "until", "at_most", "ask", "explain", "try"))
        {
            return null;
        }

        var changed = part["change"] is { } change ? ScenarioPatch.Merge(shared, change) : shared;
        var scenario = ReadScenario(changed, part);
        var text = ReadPhrase(part, "text");
        if (text.WordCount > MostWords)
        {
            Fault(part["text"] ?? part, $"text has {text.WordCount} words; at most {MostWords}");
        }

        var until = ReadExpression(part, "until", ExpressionType.Truth);
        var question = part["ask"] is { } ask ? ReadQuestion(ask) : null;
        if (question is null)
        {
            Fault(part, "ask is missing");
        }

        return until is null || question is null || scenario is null ? null : new LessonStep
        {
            Line = part.Line,
            Title = Text(part, "title"),
            Text = text,
            Scenario = scenario,
            Until = until,
            AtMost = TimeSpan.FromSeconds(Whole(part, "at_most", 1, LongestSeconds)),
            Question = question,
            Explanation = ReadPhrase(part, "explain"),
            Tries = ReadTries(part, changed),
        };
    }

    private List<LessonTry> ReadTries(YamlPart part, YamlPart changed)
    {
        var tries = new List<LessonTry>();
        foreach (var item in part["try"] is null ? [] : Items(part, "try"))
        {
            if (Keys(item, "text", "change") && item["change"] is { } change
                && ReadScenario(ScenarioPatch.Merge(changed, change), item) is { } scenario)
            {
                tries.Add(new LessonTry(Text(item, "text"), scenario));
            }
        }

        return tries;
    }

    private LessonQuestion? ReadQuestion(YamlPart ask)
    {
        if (!Keys(ask, "kind", "text", "answer", "tolerance", "unit", "models", "options", "most", "along"))
        {
            return null;
        }

        if (!Enum.TryParse<QuestionKind>(Text(ask, "kind"), ignoreCase: true, out var kind))
        {
            Fault(ask["kind"] ?? ask, "kind is one of number, choice, node, order, curve");
        }

        var isOpen = kind is QuestionKind.Number or QuestionKind.Node;
        var options = ReadOptions(ask, "options",
            kind == QuestionKind.Choice ? ExpressionType.Truth : ExpressionType.Number);
        var (fewest, most) = kind == QuestionKind.Curve ? (3, MostPoints) : (2, 6);
        if (!isOpen && (options.Count < fewest || options.Count > most))
        {
            Fault(ask["options"] ?? ask, $"options: {fewest} to {most} of them");
        }

        return new LessonQuestion
        {
            Kind = kind,
            Text = ReadPhrase(ask, "text"),
            Answer = isOpen ? ReadExpression(ask, "answer",
                kind == QuestionKind.Node ? ExpressionType.Node : ExpressionType.Number) : null,
            Tolerance = ask["tolerance"] is null ? null : ReadExpression(ask, "tolerance", ExpressionType.Number),
            Unit = ask["unit"] is null ? "" : Text(ask, "unit"),
            Most = kind == QuestionKind.Curve ? ReadExpression(ask, "most", ExpressionType.Number) : null,
            Along = kind == QuestionKind.Curve ? Text(ask, "along") : "",
            Models = ReadOptions(ask, "models", ExpressionType.Number),
            Options = options,
        };
    }

    private List<LessonOption> ReadOptions(YamlPart ask, string key, ExpressionType type)
    {
        var options = new List<LessonOption>();
        foreach (var item in ask[key] is null ? [] : Items(ask, key))
        {
            if (Keys(item, "text", "when") && ReadExpression(item, "when", type) is { } when)
            {
                options.Add(new LessonOption(ReadPhrase(item, "text"), when));
            }
        }

        return options;
    }

    private Scenario? ReadScenario(YamlPart part, YamlPart place)
    {
        if (ScenarioJson.TryRead(ScenarioPatch.ToJson(part), out var scenario, out var faults))
        {
            return scenario;
        }

        foreach (var fault in faults)
        {
            _faults.Add(new LessonFault(ScenarioPatch.LineOf(part, fault.Path) ?? place.Line,
                $"scenario {fault.Path[1..].TrimStart('.')}: {fault.Problem}"));
        }

        return null;
    }

    private Expression? ReadExpression(YamlPart part, string key, ExpressionType type)
    {
        var text = Text(part, key);
        if (text.Length > 0 && Expression.Parse(text, type, out var expression) is { } fault)
        {
            Fault(part[key]!, $"{key}, {fault}");
            return null;
        }
        else
        {
            _ = Expression.Parse(text, type, out expression);
            return expression;
        }
    }

    private Phrase ReadPhrase(YamlPart part, string key)
    {
        if (Phrase.Parse(Text(part, key), out var phrase) is { } fault)
        {
            Fault(part[key] ?? part, $"{key}: {fault}");
        }

        return phrase;
    }

    private bool Keys(YamlPart part, params ReadOnlySpan<string> known)
    {
        if (part.Map is null)
        {
            Fault(part, "here belongs a map of keys and values");
            return false;
        }

        foreach (var (key, value) in part.Map)
        {
            if (!known.Contains(key))
            {
                Fault(value, $"«{key}» is not one of {string.Join(", ", known!)}");
            }
        }

        return true;
    }

    private string Text(YamlPart part, string key)
    {
        if (part[key] is not { Text: { Length: > 0 } text })
        {
            Fault(part[key] ?? part, $"{key} is missing");
            return "";
        }

        return text.Trim();
    }

    private double Whole(YamlPart part, string key, double least, double most)
    {
        if (double.TryParse(part[key]?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        Fault(part[key] ?? part, $"{key} is a whole number from {least} to {most:N0}");
        return least;
    }

    private List<YamlPart> Items(YamlPart part, string key)
    {
        if (part[key]?.List is { } items)
        {
            return items;
        }

        Fault(part[key] ?? part, $"{key} is a list");
        return [];
    }

    private void Fault(YamlPart part, string reason) => _faults.Add(new LessonFault(part.Line, reason));
}
