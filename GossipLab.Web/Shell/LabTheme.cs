using MudBlazor;

namespace GossipLab.Web.Shell;

/// <summary>
/// MudBlazor's type and sizes. Its colours are not here but in mud.css, which says them in tokens; the scope without
/// weight lets that file win wherever MudBlazor writes its own.
/// </summary>
internal static class LabTheme
{
    private const string ScopeWithoutWeight = ":where(:root)";

    public static MudTheme Create() => new()
    {
        PseudoCss = new() { Scope = ScopeWithoutWeight },
        LayoutProperties = new()
        {
            AppbarHeight = "var(--app-bar-height)",
            DefaultBorderRadius = "var(--radius)",
            DrawerWidthLeft = "264px",
            DrawerWidthRight = "360px",
        },
        Typography = CreateTypography(),
    };

    private static Typography CreateTypography() => new()
    {
        Default = Type<DefaultTypography>("var(--type-normal)", "400", "1.5"),
        H1 = Type<H1Typography>("var(--type-hero)", "650", "1.2"),
        H2 = Type<H2Typography>("var(--type-title)", "650", "1.3"),
        H3 = Type<H3Typography>("var(--type-large)", "650", "1.4"),
        H4 = Type<H4Typography>("var(--type-large)", "600", "1.4"),
        H5 = Type<H5Typography>("var(--type-normal)", "650", "1.4"),
        H6 = Type<H6Typography>("var(--type-normal)", "600", "1.4"),
        Subtitle1 = Type<Subtitle1Typography>("var(--type-large)", "400", "1.5"),
        Subtitle2 = Type<Subtitle2Typography>("var(--type-normal)", "600", "1.5"),
        Body1 = Type<Body1Typography>("var(--type-normal)", "400", "1.5"),
        Body2 = Type<Body2Typography>("var(--type-normal)", "400", "1.5"),
        Button = Type<ButtonTypography>("var(--type-normal)", "600", "1.5"),
        Caption = Type<CaptionTypography>("var(--type-small)", "400", "1.5"),
        Overline = Type<OverlineTypography>("var(--type-small)", "600", "1.5"),
    };

    private static T Type<T>(string size, string weight, string lineHeight)
        where T : BaseTypography, new() => new()
        {
            FontFamily = ["var(--font-ui)"],
            FontSize = size,
            FontWeight = weight,
            LineHeight = lineHeight,
            LetterSpacing = "normal",
            TextTransform = "none",
        };
}
