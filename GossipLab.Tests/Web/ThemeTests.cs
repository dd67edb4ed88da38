using System.Text.RegularExpressions;
using Bunit;
using GossipLab.Tests.TestKit;
using GossipLab.Web.Shell;
using MudBlazor;

namespace GossipLab.Tests.Web;

/// <summary>The colours of both themes.</summary>
public sealed partial class ThemeTests : MudContext
{
    private static readonly Tokens[] Themes = [Tokens.Light, Tokens.Dark];

    private string WrittenByMudBlazor =>
        Render<MudThemeProvider>(provider => provider.Add(one => one.Theme, LabTheme.Create())).Markup;

    [Fact]
    public void Dark_gives_a_value_to_every_colour_of_light() =>
        Assert.Equal(Tokens.Light.ColourNames.Order(), Tokens.Dark.ColourNames.Order());

    [Fact]
    public void No_colour_that_MudBlazor_writes_is_left_to_it()
    {
        var mapped = Repository.Read("wwwroot-assets", "css", "mud.css");

        var written = PaletteVariables().Matches(WrittenByMudBlazor).Select(match => match.Value).ToList();

        Assert.Contains("--mud-palette-primary", written);
        Faults.AssertNone(written.Where(name => !mapped.Contains($"  {name}:")));
    }

    [Fact]
    public void MudBlazors_own_colours_give_way() => Assert.Contains(":where(:root){", WrittenByMudBlazor);

    [Fact]
    public void Bare_numbers_are_those_of_their_colour()
    {
        var wrong = from theme in Themes
                    from name in theme.ColourNames
                    where name.EndsWith("-rgb")
                    let channels = string.Join(", ", theme.ChannelsOf(name[..^"-rgb".Length]))
                    where theme[name] != channels
                    select $"{name}: {theme[name]} should be {channels}";

        Faults.AssertNone(wrong);
    }

    [Theory]
    [InlineData("^--(text|text-secondary|accent|ok|warn|error)$", 4.5)]
    [InlineData("^--(line-strong|data-.|data-none|health-.*|fault-.*)$", 3)]
    public void A_mark_stands_out_from_every_surface(string marks, double contrast)
    {
        var faint = from theme in Themes
                    from mark in theme.ColourNames.Where(name => Regex.IsMatch(name, marks))
                    from surface in (string[])["--surface", "--page"]
                    let found = theme.ContrastOf(mark, surface)
                    where found < contrast
                    select $"{mark} {theme[mark]} on {surface} {theme[surface]}: {found:0.00}";

        Faults.AssertNone(faint);
    }

    [Fact]
    public void A_label_can_be_read_on_its_fill()
    {
        var faint = from theme in Themes
                    from label in theme.ColourNames.Where(name => name.StartsWith("--on-data-"))
                    let found = theme.ContrastOf(label, label.Replace("--on-", "--"))
                    where found < 4.5
                    select $"{label} {theme[label]}: {found:0.00}";

        Faults.AssertNone(faint);
    }

    [GeneratedRegex(@"--mud-palette-[\w-]+(?=:)")]
    private static partial Regex PaletteVariables();
}
