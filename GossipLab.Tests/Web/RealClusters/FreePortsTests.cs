using GossipLab.Web.RealClusters.Nodes;

namespace GossipLab.Tests.Web.RealClusters;

/// <summary>Ports that nodes can have, and find again when they restart.</summary>
public sealed class FreePortsTests
{
    [Fact]
    public void Ports_are_given_once_and_can_be_given_back()
    {
        var ports = new FreePorts();
        var all = ports.Take(10_000);

        var none = Assert.Throws<InvalidOperationException>(() => ports.Take(3_000));

        Assert.Equal(10_000, all.Distinct().Count());
        Assert.Contains("free ports", none.Message, StringComparison.Ordinal);
        ports.Return(all);
        Assert.Equal(10_000, ports.Take(10_000).Count);
    }
}
