using Acornima;

namespace GossipLab.Web.Expressions;

/// <summary>Turns text into a tree, or says where it cannot be one.</summary>
internal static class ExpressionSyntax
{
    public static ExpressionFault? Read(string text, out Acornima.Ast.Expression? root)
    {
        root = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return new ExpressionFault(1, "there is nothing here; write for example informed == running");
        }

        if (FindForeign(text) is { } foreign)
        {
            return foreign;
        }

        try
        {
            root = new Parser().ParseExpression(text, strict: true);
            return null;
        }
        catch (ParseErrorException unreadable)
        {
            return new ExpressionFault(unreadable.Column + 1, Plain(unreadable, text));
        }
    }

    // A line break or a comment would move the columns that messages point at.
    private static ExpressionFault? FindForeign(string text)
    {
        var line = text.AsSpan().IndexOfAny('\n', '\r');
        if (line >= 0)
        {
            return new ExpressionFault(line + 1, "an expression is one line");
        }

        var comment = text.IndexOf("//", StringComparison.Ordinal);
        comment = comment >= 0 ? comment : text.IndexOf("/*", StringComparison.Ordinal);
        return comment >= 0 ? new ExpressionFault(comment + 1, "an expression has no comments") : null;
    }

    private static string Plain(ParseErrorException unreadable, string text)
    {
        var column = unreadable.Column;
        if (column >= text.TrimEnd().Length)
        {
            return "something is missing at the end";
        }

        return text[column] == '=' ? "write == to compare" : $"«{text[column]}» does not belong here";
    }
}
