using GossipLab.Core.Protocol;
using GossipLab.Web.Features.Faults;
using GossipLab.Web.Labs;

namespace GossipLab.Tests.Web.Features;

/// <summary>A wall that is being planned.</summary>
public sealed class WallDraftTests
{
    [Fact]
    public void A_node_pressed_twice_is_on_neither_side()
    {
        var draft = new WallDraft().Toggle(new(4)).Toggle(new(1)).Toggle(new(4));

        Assert.Equal([new NodeId(1)], draft.Side);
    }

    [Fact]
    public void Half_of_seven_is_three() =>
        Assert.Equal([new NodeId(0), new(1), new(2)], WallDraft.Half(7).Side);

    [Fact]
    public void A_wall_takes_the_first_free_name()
    {
        var wall = WallDraft.Half(4).ToCommand([new WallView("w1", []), new WallView("w3", [])]);

        Assert.Equal("w2", wall.Name);
    }
}
