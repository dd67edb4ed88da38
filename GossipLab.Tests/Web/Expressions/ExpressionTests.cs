using GossipLab.Core.Dissemination;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;
using GossipLab.Web.Expressions;

namespace GossipLab.Tests.Web.Expressions;

public sealed class ExpressionTests
{
    [Theory]
    [InlineData("informed ==", 12, "something is missing at the end")]
    [InlineData("informed = 3", 1, "nothing can be changed from here; write == to compare")]
    [InlineData("1 + infromed", 5, "nothing is called «infromed»; did you mean informed?")]
    [InlineData("holders()", 1, "write holders(value): 1 in parentheses, not 0")]
    [InlineData("up(3)", 4, "this is a number; here belongs a node such as n3")]
    [InlineData("informed && true", 1, "this is a number; here belongs a condition (true or false)")]
    [InlineData("1 + 'a'", 5, "this is a text in quotes; here belongs a number")]
    [InlineData("informed ? 1 : 2", 1, "this is a number; here belongs a condition (true or false)")]
    [InlineData("count('Swim.Dead')", 7, "rule is one of 'Value.Set'")]
    [InlineData("informed + ) 2", 12, "«)» does not belong here")]
    [InlineData("1 // 2", 3, "an expression has no comments")]
    [InlineData("", 1, "there is nothing here")]
    public void A_fault_points_at_its_column(string text, int column, string reason)
    {
        var fault = Expression.Parse(text, null, out var expression);

        Assert.Null(expression);
        Assert.Equal(column, fault?.Column);
        Assert.StartsWith(reason, fault?.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("now = 3")]
    [InlineData("now++")]
    [InlineData("(() => 1)()")]
    [InlineData("(function () { for (;;); })()")]
    [InlineData("/(a+)+b/")]
    [InlineData("informed.constructor")]
    [InlineData("informed['constructor']")]
    [InlineData("globalThis")]
    [InlineData("eval('1')")]
    [InlineData("Function('return 1')")]
    [InlineData("System.IO.File")]
    [InlineData("new Date()")]
    [InlineData("[1, 2]")]
    [InlineData("({ a: 1 })")]
    [InlineData("`text`")]
    [InlineData("1, 2")]
    [InlineData("typeof now")]
    [InlineData("now ?? 1")]
    [InlineData("10n")]
    [InlineData("this")]
    [InlineData("now; now")]
    [InlineData("_now()")]
    [InlineData("min(...1)")]
    [InlineData("min?.(1, 2)")]
    [InlineData("1 << 30")]
    [InlineData("await now")]
    [InlineData("import('fs')")]
    public void What_is_not_an_observation_or_arithmetic_cannot_be_said(string text) =>
        Assert.NotNull(Expression.Parse(text, null, out _));

    [Fact]
    public void Its_length_is_limited()
    {
        var longest = "1" + new string(' ', ExpressionLimits.MostCharacters - 1);

        Assert.Null(Expression.Parse(longest, null, out _));
        Assert.Equal(501, Expression.Parse(longest + " ", null, out _)?.Column);
    }

    [Fact]
    public void Its_parts_are_limited()
    {
        var most = string.Join("+", Enumerable.Repeat("1", 20));

        Assert.Null(Expression.Parse(most, null, out _));
        Assert.Null(Expression.Parse("0", null, out _));
        Assert.Equal("an expression has at most 120 parts",
            Expression.Parse(Balanced(64), null, out _)?.Reason);
    }

    [Fact]
    public void Its_depth_is_limited()
    {
        Assert.Null(Expression.Parse(Nested(23), null, out _));
        Assert.Equal("parts are nested at most 24 deep", Expression.Parse(Nested(24), null, out _)?.Reason);
    }

    [Fact]
    public void Parentheses_as_many_as_fit_are_read_or_refused()
    {
        var text = new string('(', 249) + "1" + new string(')', 249);

        Assert.Null(Expression.Parse(text, null, out _));
    }

    [Fact]
    public void A_type_that_is_not_wanted_is_refused() =>
        Assert.Equal("this is a number; here belongs a condition (true or false)",
            Expression.Parse("informed", ExpressionType.Truth, out _)?.Reason);

    [Fact]
    public void It_answers_from_the_run()
    {
        var run = new ObservedRun(Rumour);
        run.RunUntil(2.5);
        var informed = run.Cluster.Census.Informed;

        Assert.Equal(informed, run.Number("informed"));
        Assert.Equal(informed / 16.0, run.Number("share"));
        Assert.Equal(2, run.Number("round"));
        Assert.True(run.IsTrue("up(n3) && informed > 1 && value(n0) == 7 && belief(n0, n1) == 'alive'"));
        Assert.Equal(64, run.Number("pow(2, 3) * (fanout == 2 ? 8 : 1)"));
        Assert.Equal("alive", run.Answer("belief(n0, n1)").Text);
        Assert.Equal(informed - 1, run.Number("count('Value.Accepted')"));
        Assert.Equal(informed, run.Number("holders(7)"));
    }

    [Fact]
    public void It_reads_when_how_many_came_to_know()
    {
        var run = new ObservedRun(Rumour);
        run.RunUntil(20);

        Assert.True(run.IsTrue("informed == 16 && rounds_to(1) >= 4 && rounds_to(0.5) < rounds_to(1)"));
        Assert.True(run.IsTrue("time_to(1) > rounds_to(1) * interval"));
        Assert.True(run.IsTrue("informed_after(0) == 1 && informed_after(1) == 1 + fanout"));
        Assert.True(run.IsTrue("informed_after(rounds_to(1)) == 16 && informed_after(rounds_to(1) - 1) < 16"));
        Assert.True(run.IsTrue("informed_after(rounds_to(0.5)) >= 8 && informed_after(99) == 16"));
    }

    [Fact]
    public void Statements_about_a_member_have_an_order_that_a_node_gives_them()
    {
        var run = new ObservedRun(Rumour);

        Assert.Equal([0.0, 1.0, 2.0, 3.0], ((string[])["strength('alive', 1)", "strength('suspect', 1)",
            "strength('dead', 1)", "strength('alive', 2)"]).Select(run.Number));
    }

    [Theory]
    [InlineData("strength('alive', 3)", "the incarnations compared are 1 and 2")]
    [InlineData("up(n99)", "there is no n99: nodes are n0 to n15")]
    [InlineData("rounds_to(1)", "so many nodes do not know the newest value yet")]
    [InlineData("rounds_to(2)", "a share lies above 0 and up to 1")]
    [InlineData("informed_after(0)", "it counts rounds, from 0, from a set on")]
    [InlineData("detection_time(n3)", "n3 never went down")]
    [InlineData("first('Swim.Self.Refuted')", "Swim.Self.Refuted was not used yet")]
    public void What_this_run_cannot_answer_is_said_in_words(string text, string message)
    {
        var run = new ObservedRun(Rumour);

        Assert.Equal(message, Assert.Throws<ExpressionException>(() => run.Answer(text)).Message);
    }

    [Fact]
    public void Every_observation_is_documented_and_named_once()
    {
        Assert.All(Observations.All, observation =>
            Assert.EndsWith(".", observation.Meaning, StringComparison.Ordinal));
        Assert.Equal(Observations.All.Count, Observations.All.Select(observation =>
            observation.Name).Distinct().Count());
    }

    private static Scenario Rumour => ClusterRig.Calm(16, new DisseminationOptions()) with
    {
        Commands = [new TimedCommand(new Instant(1), new SetValue(new NodeId(0), 7))],
    };

    private static string Nested(int deep) =>
        string.Concat(Enumerable.Repeat("-(", deep)) + "1" + new string(')', deep);

    private static string Balanced(int leaves) =>
        leaves == 1 ? "1" : $"({Balanced(leaves / 2)}+{Balanced(leaves / 2)})";
}
