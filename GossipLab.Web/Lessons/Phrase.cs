using System.Globalization;
using GossipLab.Web.Expressions;

namespace GossipLab.Web.Lessons;

/// <summary>A text with questions in braces that the run answers: «{informed} of {nodes} know it».</summary>
public sealed class Phrase
{
    private readonly List<(string Text, Expression? Asks)> _pieces;

    private Phrase(List<(string, Expression?)> pieces) => _pieces = pieces;

    /// <summary>Nothing.</summary>
    public static Phrase Empty { get; } = new([]);

    /// <summary>How many words it has; a question counts as one.</summary>
    public int WordCount => _pieces.Sum(piece => piece.Asks is not null ? 1
        : piece.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);

    /// <summary>Reads a text.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public static string? Parse(string text, out Phrase phrase)
    {
        phrase = Empty;
        var pieces = new List<(string, Expression?)>();
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at);
            if (open < 0)
            {
                pieces.Add((text[at..], null));
                break;
            }

            var close = text.IndexOf('}', open);
            if (close < 0)
            {
                return "a brace is not closed";
            }

            var asked = text[(open + 1)..close];
            if (Expression.Parse(asked, null, out var expression) is { } fault)
            {
                return $"in «{{{asked}}}», {fault}";
            }

            pieces.Add((text[at..open], null));
            pieces.Add((asked, expression));
            at = close + 1;
        }

        phrase = new Phrase(pieces);
        return null;
    }

    /// <summary>The text with what a run answers.</summary>
    /// <exception cref="ExpressionException">The run has no answer.</exception>
    public string Tell(Evaluator evaluator, RunObservations run) => string.Concat(_pieces.Select(
        piece => piece.Asks is { } asks ? Words(evaluator.Answer(asks, run), asks.Type) : piece.Text));

    /// <summary>An answer in words.</summary>
    public static string Words(Term term, ExpressionType type) => type switch
    {
        ExpressionType.Text => term.Text ?? "",
        ExpressionType.Node => $"n{term.Number.ToString("0", CultureInfo.InvariantCulture)}",
        ExpressionType.Truth => term.Number != 0 ? "yes" : "no",
        _ => Number(term.Number),
    };

    /// <summary>A number as lessons say it.</summary>
    public static string Number(double number) => number.ToString(
        Math.Abs(number) >= 100 || number == Math.Round(number) ? "#,0" : "0.##", CultureInfo.InvariantCulture);
}
