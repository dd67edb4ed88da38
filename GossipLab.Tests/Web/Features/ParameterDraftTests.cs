using GossipLab.Core.Membership;
using GossipLab.Core.Nodes;
using GossipLab.Core.Simulation;
using GossipLab.Web.Features.Parameters;

namespace GossipLab.Tests.Web.Features;

/// <summary>What stands in the parameters panel.</summary>
public sealed class ParameterDraftTests
{
    [Fact]
    public void A_fresh_draft_is_the_run_as_it_is()
    {
        var draft = new ParameterDraft(new Scenario());

        Assert.True(draft.IsSound);
        Assert.Equal(0, draft.Changes);
    }

    [Fact]
    public void A_changed_setting_is_counted_and_written()
    {
        var draft = new ParameterDraft(new Scenario());

        draft.Type(Field("fan-out"), "3");

        Assert.Equal(1, draft.Changes);
        Assert.Equal(3, draft.Edited.Node.Dissemination.FanOut);
        Assert.Equal(2, draft.Running.Node.Dissemination.FanOut);
    }

    [Theory]
    [InlineData("17")]
    [InlineData("0")]
    [InlineData("2.5")]
    [InlineData("many")]
    [InlineData("")]
    public void What_cannot_be_used_stays_in_its_field_with_the_range_beside_it(string text)
    {
        var draft = new ParameterDraft(new Scenario());

        draft.Type(Field("fan-out"), text);

        Assert.False(draft.IsSound);
        Assert.Equal(text, draft.TextOf(Field("fan-out")));
        Assert.Equal("A whole number from 1 to 16.", draft.FaultOf(Field("fan-out")));
        Assert.Equal(2, draft.Edited.Node.Dissemination.FanOut);
    }

    [Fact]
    public void Too_many_nodes_for_their_membership_are_explained_beside_their_number()
    {
        var draft = new ParameterDraft(new Scenario { Node = GossipNodeOptions.Swim });

        draft.Type(Field("nodes"), "200,000");

        Assert.False(draft.IsSound);
        Assert.Contains("with this membership", draft.FaultOf(Field("nodes")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_two_settings_together_stands_beside_one_of_them()
    {
        var draft = new ParameterDraft(new Scenario { Node = GossipNodeOptions.Swim });

        draft.Type(Field("probe-timeout"), "2000");

        Assert.False(draft.IsSound);
        Assert.NotNull(draft.FaultOf(Field("probe-timeout")));
    }

    [Fact]
    public void A_fault_that_belongs_to_no_setting_is_told_too()
    {
        var library = ScenarioLibrary.Find("partition-heal")!.Scenario; // It is in the library.
        var draft = new ParameterDraft(library);

        draft.Type(Field("nodes"), "4");

        Assert.False(draft.IsSound);
        Assert.Contains("$.commands[", draft.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_preset_replaces_what_it_knows_and_nothing_else()
    {
        var draft = new ParameterDraft(new Scenario { Nodes = 24 });
        draft.Type(Field("fan-out"), "99");

        draft.Take(ParameterPreset.All.First(preset => preset.Id == "wan").Take);

        Assert.True(draft.IsSound);
        Assert.Equal(24, draft.Edited.Nodes);
        Assert.Equal(MembershipOptions.Wan, draft.Edited.Node.Membership);
    }

    [Fact]
    public void Every_setting_reads_back_what_it_wrote()
    {
        var scenario = new Scenario { Node = GossipNodeOptions.Swim };
        foreach (var field in ParameterCatalog.All)
        {
            var text = field.Read(scenario);

            Assert.Equal(text, field.Read(field.TryWrite(scenario, text)!)); // What it says itself can be used.
        }
    }

    [Fact]
    public void Every_setting_has_a_name_of_its_own_and_says_what_it_does()
    {
        Assert.Equal(ParameterCatalog.All.Count, ParameterCatalog.All.Select(field => field.Id).Distinct().Count());
        Assert.All(ParameterCatalog.All, field => Assert.EndsWith(".", field.Hint, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("list")]
    [InlineData("swim")]
    [InlineData("swim-suspicion")]
    [InlineData("swim-lifeguard")]
    [InlineData("heartbeats")]
    public void Each_way_to_know_members_is_found_again(string choice)
    {
        var scenario = MembershipChoice.With(new Scenario(), choice);

        Assert.Equal(choice, MembershipChoice.Of(scenario));
        Assert.Empty(ScenarioFaults.In(scenario));
    }

    private static ParameterField Field(string id) => ParameterCatalog.All.First(field => field.Id == id);
}
