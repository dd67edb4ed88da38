using System.Globalization;
using System.Text;
using System.Text.Json;
using Acornima;
using Acornima.Ast;
using Syntax = Acornima.Ast.Node;

namespace GossipLab.Web.Expressions;

/// <summary>
/// Walks a tree and writes the script that is run. Only what is listed here can be said, and what is run is what was
/// written here, so no other construct of the script language can slip through.
/// </summary>
/// <param name="text">The text of the tree.</param>
internal sealed class ExpressionTranslation(string text)
{
    private readonly StringBuilder _script = new();
    private int _parts;
    private int _depth;

    /// <summary>What is run.</summary>
    public string Script => _script.ToString();

    /// <summary>Writes a part and says what it answers.</summary>
    /// <exception cref="FaultException">The part cannot be said.</exception>
    public ExpressionType Translate(Syntax part)
    {
        if (++_parts > ExpressionLimits.MostParts)
        {
            throw Fault(part, $"an expression has at most {ExpressionLimits.MostParts} parts");
        }

        if (++_depth > ExpressionLimits.MostDepth)
        {
            throw Fault(part, $"parts are nested at most {ExpressionLimits.MostDepth} deep");
        }

        var type = part switch
        {
            NumericLiteral literal => Write(Number(literal), ExpressionType.Number),
            BooleanLiteral literal => Write(literal.Value ? "true" : "false", ExpressionType.Truth),
            StringLiteral literal => Write(JsonSerializer.Serialize(literal.Value), ExpressionType.Text),
            Identifier name => Named(name),
            CallExpression { Optional: false, Callee: Identifier name } call => Call(name, call.Arguments, call),
            UnaryExpression unary => Unary(unary),
            LogicalExpression logical => Logical(logical),
            BinaryExpression binary => Binary(binary),
            ConditionalExpression choice => Choose(choice),
            _ => throw Fault(part, Refused(part)),
        };
        _depth--;
        return type;
    }

    private static string Number(NumericLiteral literal) => literal.Value.ToString("R", CultureInfo.InvariantCulture);

    private static string Refused(Syntax part) => part switch
    {
        AssignmentExpression => "nothing can be changed from here; write == to compare",
        UpdateExpression => "nothing can be changed from here",
        ArrowFunctionExpression or FunctionExpression => "functions cannot be written here",
        RegExpLiteral => "patterns cannot be written here",
        MemberExpression => "nothing has parts here; write a name such as informed",
        SequenceExpression => "only one expression can stand here",
        TemplateLiteral => "write text in plain quotes",
        _ => "this cannot be said here; use observations, numbers, comparisons, && and ||",
    };

    private FaultException Fault(Syntax part, string reason) =>
        new(new ExpressionFault(Math.Min(part.Start, text.Length) + 1, reason));

    private ExpressionType Write(string script, ExpressionType type)
    {
        _script.Append(script);
        return type;
    }

    private ExpressionType Named(Identifier name)
    {
        if (NodeIn(name.Name) is { } node)
        {
            return Write(node.ToString(CultureInfo.InvariantCulture), ExpressionType.Node);
        }

        return Call(name, default, name);
    }

    private static int? NodeIn(string name) =>
        name.Length is > 1 and < 9 && name[0] == 'n' && int.TryParse(name.AsSpan(1), NumberStyles.None,
            CultureInfo.InvariantCulture, out var number) ? number : null;

    private ExpressionType Call(Identifier name, in NodeList<Acornima.Ast.Expression> given, Syntax place)
    {
        if (Observations.Find(name.Name) is not { } observation)
        {
            var near = Observations.Nearest(name.Name);
            throw Fault(name, $"nothing is called «{name.Name}»" + (near is null ? "" : $"; did you mean {near}?"));
        }

        if (given.Count != observation.Parameters.Count)
        {
            throw Fault(place, observation.Parameters.Count == 0
                ? $"{observation.Name} takes nothing in parentheses"
                : $"write {observation.Signature}: {observation.Parameters.Count} in parentheses, not {given.Count}");
        }

        _script.Append('_').Append(observation.Name).Append('(');
        for (var index = 0; index < given.Count; index++)
        {
            _script.Append(index == 0 ? "" : ",");
            Give(observation.Parameters[index], given[index]);
        }

        return Write(")", observation.Gives);
    }

    private void Give(ObservationParameter parameter, Syntax given)
    {
        if (parameter.Choices.Count > 0
            && (given is not StringLiteral text || !parameter.Choices.Contains(text.Value, StringComparer.Ordinal)))
        {
            throw Fault(given, $"{parameter.Name} is one of {string.Join(", ", parameter.Choices.Select(Quote))}");
        }

        Expect(parameter.Type, given);
    }

    private static string Quote(string choice) => $"'{choice}'";

    private void Expect(ExpressionType wanted, Syntax part)
    {
        if (Translate(part) is var type && type != wanted)
        {
            throw Fault(part, $"this is {TypeWords.Of(type)}; here belongs {TypeWords.Of(wanted)}");
        }
    }

    private ExpressionType Unary(UnaryExpression unary)
    {
        var (sign, type) = unary.Operator switch
        {
            Operator.LogicalNot => ("!", ExpressionType.Truth),
            Operator.UnaryNegation => ("-", ExpressionType.Number),
            Operator.UnaryPlus => ("+", ExpressionType.Number),
            _ => throw Fault(unary, Refused(unary)),
        };
        _script.Append('(').Append(sign).Append(' ');
        Expect(type, unary.Argument);
        return Write(")", type);
    }

    private ExpressionType Logical(LogicalExpression logical)
    {
        var sign = logical.Operator switch
        {
            Operator.LogicalAnd => "&&",
            Operator.LogicalOr => "||",
            _ => throw Fault(logical, Refused(logical)),
        };
        Pair(logical.Left, sign, logical.Right, ExpressionType.Truth);
        return ExpressionType.Truth;
    }

    private ExpressionType Binary(BinaryExpression binary)
    {
        if (Comparison(binary.Operator) is { } same)
        {
            _script.Append('(');
            var left = Translate(binary.Left);
            _script.Append(same);
            Expect(left, binary.Right);
            return Write(")", ExpressionType.Truth);
        }

        var (sign, gives) = binary.Operator switch
        {
            Operator.Addition => ("+", ExpressionType.Number),
            Operator.Subtraction => ("-", ExpressionType.Number),
            Operator.Multiplication => ("*", ExpressionType.Number),
            Operator.Division => ("/", ExpressionType.Number),
            Operator.Remainder => ("%", ExpressionType.Number),
            Operator.Exponentiation => ("**", ExpressionType.Number),
            Operator.LessThan => ("<", ExpressionType.Truth),
            Operator.LessThanOrEqual => ("<=", ExpressionType.Truth),
            Operator.GreaterThan => (">", ExpressionType.Truth),
            Operator.GreaterThanOrEqual => (">=", ExpressionType.Truth),
            _ => throw Fault(binary, Refused(binary)),
        };
        Pair(binary.Left, sign, binary.Right, ExpressionType.Number);
        return gives;
    }

    private static string? Comparison(Operator sign) => sign switch
    {
        Operator.Equality or Operator.StrictEquality => "===",
        Operator.Inequality or Operator.StrictInequality => "!==",
        _ => null,
    };

    // Spaces, so that no two signs become one.
    private void Pair(Syntax left, string sign, Syntax right, ExpressionType of)
    {
        _script.Append('(');
        Expect(of, left);
        _script.Append(' ').Append(sign).Append(' ');
        Expect(of, right);
        _script.Append(')');
    }

    private ExpressionType Choose(ConditionalExpression choice)
    {
        _script.Append('(');
        Expect(ExpressionType.Truth, choice.Test);
        _script.Append('?');
        var type = Translate(choice.Consequent);
        _script.Append(':');
        Expect(type, choice.Alternate);
        return Write(")", type);
    }

    /// <summary>Carries a fault out of the depth of a tree; never leaves this folder.</summary>
    internal sealed class FaultException(ExpressionFault fault) : Exception(fault.Reason)
    {
        public ExpressionFault Fault { get; } = fault;
    }
}
