using Bunit;
using GossipLab.Tests.TestKit;
using GossipLab.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace GossipLab.Tests.Web;

/// <summary>What is around every page.</summary>
public sealed class ShellTests : MudContext
{
    [Fact]
    public void The_bar_leads_to_every_page_that_there_is()
    {
        var bar = Render<AppBar>();

        var links = bar.FindAll("nav a").Select(link => (link.TextContent, link.GetAttribute("href")));

        (string, string?)[] pages =
        [
            ("Lab", "/lab"), ("Learn", "/learn"), ("Compare", "/compare"), ("Sweep", "/sweep"), ("Tune", "/tune"),
            ("Real cluster", "/real"),
        ];
        Assert.Equal(pages, links);
    }

    [Fact]
    public void The_skip_link_stays_on_its_page()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/lab?seed=7");

        var link = Find(Render<AppBar>(), "skip-link");

        Assert.Equal("http://localhost/lab?seed=7#content", link.GetAttribute("href"));
    }

    [Fact]
    public void The_menu_button_asks_for_the_menu()
    {
        var asked = 0;
        var bar = Render<AppBar>(parameters => parameters.Add(one => one.MenuOpened, () => asked++));

        Find(bar, "menu").Click();

        Assert.Equal(1, asked);
    }

    [Fact]
    public void The_theme_button_lets_the_browser_turn_and_remember()
    {
        var module = JSInterop.SetupModule("./js/shell/theme.mjs");
        module.SetupVoid("toggle", "gossiplab-theme").SetVoidResult();
        var button = Render<ThemeToggle>();

        Find(button, "theme-toggle").Click();

        Assert.Equal(["gossiplab-theme"], module.VerifyInvoke("toggle").Arguments);
    }

    [Fact]
    public void The_menu_closes_when_a_page_is_chosen()
    {
        var open = true;
        Render<MenuDrawer>(parameters => parameters
            .Add(one => one.Open, open)
            .Add(one => one.OpenChanged, value => open = value));

        Services.GetRequiredService<NavigationManager>().NavigateTo("/lab");

        Assert.False(open);
    }
}
