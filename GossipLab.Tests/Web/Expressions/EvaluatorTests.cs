using GossipLab.Web.Expressions;
using Jint;

namespace GossipLab.Tests.Web.Expressions;

/// <summary>
/// The limits that hold should something slip through the language. Scripts are given to the engine past the language.
/// </summary>
public sealed class EvaluatorTests
{
    private static readonly ExpressionLimits Roomy = new() { Time = TimeSpan.FromMinutes(1), Statements = 0 };

    [Fact]
    public void Time_is_limited() => Assert.Equal("no answer within 20 ms",
        Refusal("for (;;);", Roomy with { Time = TimeSpan.FromMilliseconds(20) }));

    [Fact]
    public void Statements_are_limited() =>
        Assert.Equal("an answer takes at most 64 statements", Refusal("for (let i = 0;;) i++;",
            new ExpressionLimits()));

    [Fact]
    public void Memory_is_limited() => Assert.Equal("an answer takes at most 2,000 kB",
        Refusal("let a = []; for (;;) a.push('abcdefgh' + a.length);", Roomy));

    [Fact]
    public void Recursion_is_limited() => Assert.Equal("calls are nested at most 32 deep",
        Refusal("(function f() { return f(); })()", Roomy));

    [Theory]
    [InlineData("System.IO.File.Exists('/')")]
    [InlineData("importNamespace('System')")]
    [InlineData("clr.System")]
    [InlineData("eval('1')")]
    [InlineData("new Function('return 1')()")]
    public void Nothing_leads_out_of_the_script(string script) =>
        Assert.Equal("this cannot be computed", Refusal(script, new ExpressionLimits()));

    [Fact]
    public void One_answer_leaves_nothing_for_the_next()
    {
        var evaluator = new Evaluator();
        var limited = Engine.PrepareScript("{ let a = 0; while (a < 20) a++; a }", strict: true);

        for (var time = 0; time < 20; time++)
        {
            Assert.Equal(20, evaluator.Evaluate(limited, null).AsNumber());
        }
    }

    private static string Refusal(string script, ExpressionLimits limits)
    {
        var evaluator = new Evaluator(limits);
        return Assert.Throws<ExpressionException>(() => evaluator.Evaluate(Engine.PrepareScript(script), null)).Message;
    }
}
