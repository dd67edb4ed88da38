using Bunit;
using GossipLab.Core.Simulation;
using GossipLab.Tests.TestKit;
using GossipLab.Web.Features.Parameters;

namespace GossipLab.Tests.Web.Features;

/// <summary>Nothing of the parameters changes until it is applied; what is wrong says so in its place.</summary>
public sealed class ParameterPanelTests : MudContext
{
    private Scenario? _applied;

    [Fact]
    public void An_untouched_panel_has_nothing_to_apply()
    {
        var panel = RenderPanel(epoch: 1);

        Assert.Empty(panel.FindAll("[data-testid=parameter-apply]"));
    }

    [Fact]
    public void What_was_changed_is_applied_to_the_run()
    {
        var panel = RenderPanel(epoch: 1);

        Find(panel, "parameter-fan-out").Change("4");
        Find(panel, "parameter-apply").Click();

        Assert.Equal(4, _applied?.Node.Dissemination.FanOut);
    }

    [Fact]
    public void A_wrong_number_is_explained_in_its_place_and_cannot_be_applied()
    {
        var panel = RenderPanel(epoch: 1);

        Find(panel, "parameter-fan-out").Change("40");

        Assert.Equal("A whole number from 1 to 16.", Find(panel, "parameter-fault-fan-out").TextContent);
        Assert.Equal("true", Find(panel, "parameter-fan-out").GetAttribute("aria-invalid"));
        Assert.True(Find(panel, "parameter-apply").HasAttribute("disabled"));
    }

    [Fact]
    public void Undo_puts_the_run_back_into_the_fields()
    {
        var panel = RenderPanel(epoch: 1);
        Find(panel, "parameter-fan-out").Change("40");

        Find(panel, "parameter-reset").Click();

        Assert.Equal("2", Find(panel, "parameter-fan-out").GetAttribute("value"));
    }

    [Fact]
    public void Settings_show_only_where_they_mean_something()
    {
        var panel = RenderPanel(epoch: 1);
        Assert.Empty(panel.FindAll("[data-testid=parameter-probe-interval]"));

        Find(panel, "parameter-membership").Change("swim");

        Assert.Equal("1,000", Find(panel, "parameter-probe-interval").GetAttribute("value"));
    }

    [Fact]
    public void Another_run_begins_the_panel_anew()
    {
        var panel = RenderPanel(epoch: 1);
        Find(panel, "parameter-fan-out").Change("4");

        panel.Render(parameters => parameters
            .Add(one => one.Epoch, 2).Add(one => one.Scenario, new Scenario { Nodes = 24 }));

        Assert.Equal("24", Find(panel, "parameter-nodes").GetAttribute("value"));
        Assert.Empty(panel.FindAll("[data-testid=parameter-apply]"));
    }

    private IRenderedComponent<ParameterPanel> RenderPanel(int epoch) => Render<ParameterPanel>(parameters => parameters
        .Add(one => one.Scenario, new Scenario())
        .Add(one => one.Epoch, epoch)
        .Add(one => one.Applied, scenario => _applied = scenario));
}
