using GossipLab.Core.Simulation;
using GossipLab.Web.Features.Faults;

namespace GossipLab.Tests.Web.Features;

/// <summary>What can be done to a node depends on its condition.</summary>
public sealed class NodeActTests
{
    [Fact]
    public void A_node_that_is_down_can_only_come_back() =>
        Assert.Equal([NodeActKind.Restart, NodeActKind.RestartEmpty], KindsFor(default));

    [Fact]
    public void A_paused_node_can_go_on_and_not_be_paused_again()
    {
        var kinds = KindsFor(new NodeCondition(true, false, IsPaused: true, TimeSpan.Zero, 0));

        Assert.Contains(NodeActKind.Resume, kinds);
        Assert.DoesNotContain(NodeActKind.Pause, kinds);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData(" -9223372036854775808 ", long.MinValue)]
    public void A_value_is_any_whole_number_of_64_bits(string text, long expected) =>
        Assert.Equal(expected, Asks.ReadValue(text));

    [Theory]
    [InlineData("9223372036854775808")]
    [InlineData("7.5")]
    [InlineData("seven")]
    public void What_is_no_value_is_explained(string text) =>
        Assert.StartsWith("A value is a whole number", Asks.Value(new(3), 7).FaultOf(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("0")]
    [InlineData("1e99")]
    [InlineData("forever")]
    public void A_pause_has_bounds(string text) =>
        Assert.Equal("Between 1 and 86,400,000 ms.", Asks.Pause(new(3)).FaultOf(text));

    [Fact]
    public void Every_answer_that_is_offered_can_be_used()
    {
        foreach (var ask in new[] { Asks.Pause(new(0)), Asks.Slow(new(0)), Asks.Loss(new(0)), Asks.Link(new(0), 16) })
        {
            var answers = ask.Quick.Select(quick => quick.Answer).Append(ask.Initial);
            Assert.All(answers, text => Assert.Null(ask.FaultOf(text)));
        }
    }

    private static IEnumerable<NodeActKind> KindsFor(NodeCondition condition) =>
        NodeAct.For(condition).Select(act => act.Kind);
}
