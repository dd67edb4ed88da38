using Acornima.Ast;
using Jint;

namespace GossipLab.Web.Expressions;

/// <summary>A checked expression over the observations of a run.</summary>
public sealed class Expression
{
    internal Expression(string text, ExpressionType type, Prepared<Script> script)
    {
        Text = text;
        Type = type;
        Script = script;
    }

    /// <summary>What was written.</summary>
    public string Text { get; }

    /// <summary>What it answers.</summary>
    public ExpressionType Type { get; }

    internal Prepared<Script> Script { get; }

    /// <summary>Reads and checks an expression.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="type">What it should answer; null for anything.</param>
    /// <param name="expression">The expression; null where there is a fault.</param>
    /// <returns>What is wrong with it; null where nothing is.</returns>
    public static ExpressionFault? Parse(string text, ExpressionType? type, out Expression? expression)
    {
        ArgumentNullException.ThrowIfNull(text);
        expression = null;
        if (text.Length > ExpressionLimits.MostCharacters)
        {
            return new ExpressionFault(ExpressionLimits.MostCharacters + 1,
                $"an expression has at most {ExpressionLimits.MostCharacters} characters; this one has {text.Length}");
        }

        if (ExpressionSyntax.Read(text, out var root) is { } unreadable)
        {
            return unreadable;
        }

        try
        {
            var translation = new ExpressionTranslation(text);
            var gives = translation.Translate(root!);
            if (type is { } wanted && wanted != gives)
            {
                return new ExpressionFault(1, $"this is {TypeWords.Of(gives)}; here belongs {TypeWords.Of(wanted)}");
            }

            expression = new Expression(text, gives, Engine.PrepareScript(translation.Script, strict: true));
            return null;
        }
        catch (ExpressionTranslation.FaultException refused)
        {
            return refused.Fault;
        }
    }
}
