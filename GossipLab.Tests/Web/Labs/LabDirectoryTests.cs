using GossipLab.Core.Nodes;
using GossipLab.Web.Labs;

namespace GossipLab.Tests.Web.Labs;

/// <summary>Labs outlive circuits, within limits.</summary>
public sealed class LabDirectoryTests
{
    [Fact]
    public async Task A_lab_is_found_again_by_its_id()
    {
        await using var labs = LabRig.Directory(new LabLimits());

        var lab = labs.Open(LabRig.Rumour(), LabRig.Manual);

        Assert.Same(lab, labs.Find(lab.Id));
        Assert.Null(labs.Find("never"));
        Assert.Null(labs.Find(null));
    }

    [Fact]
    public async Task A_full_server_whose_labs_are_watched_says_so_in_words()
    {
        await using var labs = LabRig.Directory(new LabLimits { MostLabs = 1 });
        using var watching = labs.Open(LabRig.Rumour(), LabRig.Manual).Subscribe(() => { });

        var refused = Assert.Throws<LabLimitException>(() => labs.Open(LabRig.Rumour(), LabRig.Manual));

        Assert.Contains("1 labs at once", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_server_gives_up_the_lab_that_nobody_watched_for_longest()
    {
        await using var labs = LabRig.Directory(new LabLimits { MostLabs = 2 });
        var first = labs.Open(LabRig.Rumour(), LabRig.Manual);
        var second = labs.Open(LabRig.Rumour(), LabRig.Manual);
        using var watching = second.Subscribe(() => { });

        var third = labs.Open(LabRig.Rumour(), LabRig.Manual);

        Assert.Null(labs.Find(first.Id));
        Assert.Same(second, labs.Find(second.Id));
        Assert.Same(third, labs.Find(third.Id));
    }

    [Fact]
    public async Task A_cluster_too_large_for_the_server_is_refused_with_its_limit()
    {
        await using var labs = LabRig.Directory(new LabLimits { MostNodes = 10 });

        var refused = Assert.Throws<LabLimitException>(() => labs.Open(LabRig.Rumour(), LabRig.Manual));

        Assert.Equal("This server's labs have at most 10 nodes; 16 were asked for.", refused.Message);
    }

    [Fact]
    public async Task With_a_failure_detector_fewer_nodes_fit()
    {
        await using var labs = LabRig.Directory(new LabLimits { MostNodesWithTables = 10 });

        var refused = Assert.Throws<LabLimitException>(
            () => labs.Open(LabRig.Rumour() with { Node = GossipNodeOptions.Swim }, LabRig.Manual));

        Assert.Equal(
            "This server's labs have at most 10 nodes with a failure detector; 16 were asked for.", refused.Message);
    }
}
