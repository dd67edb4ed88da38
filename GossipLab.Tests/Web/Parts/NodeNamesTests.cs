using GossipLab.Core.Protocol;
using GossipLab.Web.Parts;

namespace GossipLab.Tests.Web.Parts;

/// <summary>Names of nodes as people type them.</summary>
public sealed class NodeNamesTests
{
    [Theory]
    [InlineData("n7", 7)]
    [InlineData("N7", 7)]
    [InlineData(" 12 ", 12)]
    public void A_node_is_named_with_or_without_its_letter(string text, int index)
    {
        var isRead = NodeNames.TryRead(text, out var node);

        Assert.True(isRead);
        Assert.Equal(new NodeId(index), node);
    }

    [Theory]
    [InlineData("")]
    [InlineData("n")]
    [InlineData("n-1")]
    [InlineData("seven")]
    [InlineData("99999999999")]
    public void What_is_no_name_is_not_read(string text) => Assert.False(NodeNames.TryRead(text, out _));

    [Fact]
    public void A_list_may_hold_ranges_and_repeat_itself()
    {
        var isRead = NodeNames.TryReadList("n2-n4, 9 n3", count: 16, out var nodes, out var fault);

        Assert.True(isRead);
        Assert.Null(fault);
        Assert.Equal([new NodeId(2), new NodeId(3), new NodeId(4), new NodeId(9)], nodes);
    }

    [Theory]
    [InlineData("n2-n40", "there is no n40: nodes are n0 to n15")]
    [InlineData("n5-n2", "«n5-n2» is not a node like n3 or a range like n0-n7")]
    [InlineData("n1, x", "«x» is not a node like n3 or a range like n0-n7")]
    public void A_list_that_cannot_be_read_says_which_part(string text, string expected)
    {
        var isRead = NodeNames.TryReadList(text, count: 16, out _, out var fault);

        Assert.False(isRead);
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void A_list_is_written_with_ranges_from_three_on()
    {
        var text = NodeNames.Write([new(9), new(0), new(1), new(2), new(4), new(5)]);

        Assert.Equal("n0-n2, n4, n5, n9", text);
    }
}
