using Acornima.Ast;
using Jint;
using Jint.Native;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace GossipLab.Web.Expressions;

/// <summary>
/// Answers expressions about one run at a time. What it runs knows no class of ours and none of the framework's: the
/// observations are plain functions. Single-threaded.
/// </summary>
#pragma warning disable CA1001 // The engine's disposal only drops its caches, and runs own evaluators that nobody ends.
public sealed class Evaluator
#pragma warning restore CA1001
{
    private readonly Engine _engine;
    private readonly ExpressionLimits _limits;
    private RunObservations? _run;
    private ExpressionException? _refusal;

    /// <summary>An evaluator.</summary>
    /// <param name="limits">What one answer may cost; null for the usual limits.</param>
    public Evaluator(ExpressionLimits? limits = null)
    {
        _limits = limits ?? new ExpressionLimits();
        _engine = new Engine(options => options
            .Strict()
            .DisableStringCompilation()
            .TimeoutInterval(_limits.Time)
            .LimitMemory(_limits.MemoryBytes)
            .MaxStatements(_limits.Statements)
            .LimitRecursion(_limits.Recursion));
        foreach (var observation in Observations.All)
        {
            var name = '_' + observation.Name;
            var function = new ClrFunction(_engine, name, (_, given) => Ask(observation, given));
            _engine.Global.FastSetProperty(name, new(function, writable: false, enumerable: false,
                configurable: false));
        }
    }

    /// <summary>Answers a condition.</summary>
    /// <exception cref="ExpressionException">It has no answer in this run.</exception>
    public bool IsTrue(Expression expression, RunObservations run)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return Evaluate(expression.Script, run).AsBoolean();
    }

    /// <summary>Answers an expression: a number, a node's number, 1 or 0 for a truth, or a text.</summary>
    /// <exception cref="ExpressionException">It has no answer in this run.</exception>
    public Term Answer(Expression expression, RunObservations run)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var value = Evaluate(expression.Script, run);
        return value.IsString() ? Term.Of(value.AsString())
            : value.IsBoolean() ? Term.Of(value.AsBoolean()) : new Term(value.AsNumber());
    }

    internal JsValue Evaluate(in Prepared<Script> script, RunObservations? run)
    {
        _run = run;
        _refusal = null;
        try
        {
            return _engine.Evaluate(script);
        }
        catch (Exception stopped) when (Reason(stopped) is { } reason)
        {
            throw new ExpressionException(reason);
        }
        finally
        {
            _run = null;
        }
    }

    // What goes wrong while a script runs becomes one of the language's own sentences; our own bugs do not.
    private string? Reason(Exception stopped) => stopped switch
    {
        _ when _refusal is not null => _refusal.Message,
        TimeoutException => $"no answer within {_limits.Time.TotalMilliseconds} ms",
        MemoryLimitExceededException => $"an answer takes at most {_limits.MemoryBytes / 1000:N0} kB",
        StatementsCountOverflowException => $"an answer takes at most {_limits.Statements} statements",
        RecursionDepthOverflowException => $"calls are nested at most {_limits.Recursion} deep",
        JavaScriptException or JintException => "this cannot be computed",
        _ => null,
    };

    private JsValue Ask(Observation observation, JsValue[] given)
    {
        if (_run is not { } run)
        {
            return JsValue.Undefined;
        }

        Span<Term> terms = new Term[given.Length];
        for (var index = 0; index < given.Length; index++)
        {
            terms[index] = given[index].IsString()
                ? Term.Of(given[index].AsString()) : new Term(TypeConverter.ToNumber(given[index]));
        }

        try
        {
            var answer = observation.Read(run, terms);
            return observation.Gives switch
            {
                ExpressionType.Truth => answer.Number != 0 ? JsBoolean.True : JsBoolean.False,
                ExpressionType.Text => new JsString(answer.Text ?? ""),
                _ => JsNumber.Create(answer.Number),
            };
        }
        catch (ExpressionException refusal)
        {
            _refusal = refusal;
            throw;
        }
    }
}
