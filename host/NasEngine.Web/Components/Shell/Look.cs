using MudBlazor;

namespace NasEngine.Web.Components.Shell;

/// <summary>Colours and type of the pages, light and dark.</summary>
internal static class Look
{
    private static readonly string[] Fonts =
        ["system-ui", "-apple-system", "Segoe UI", "Roboto", "DejaVu Sans", "Liberation Sans", "sans-serif"];

    /// <summary>The theme.</summary>
    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#2458c5",
            Secondary = "#0f766e",
            AppbarBackground = "#ffffff",
            AppbarText = "#1b2430",
            Background = "#f5f6f8",
            Surface = "#ffffff",
            TextPrimary = "#1b2430",
            TextSecondary = "#566173",
            LinesDefault = "#e1e5ea",
            TableLines = "#e8ebef",
            Success = "#1a7f4b",
            Warning = "#9a6100",
            Error = "#b3261e",
            Info = "#2458c5",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#8fb3ff",
            Secondary = "#5ec4b6",
            AppbarBackground = "#161b22",
            AppbarText = "#e6e9ee",
            Background = "#0f1318",
            Surface = "#161b22",
            TextPrimary = "#e6e9ee",
            TextSecondary = "#9aa5b4",
            LinesDefault = "#2a313b",
            TableLines = "#252c35",
            Success = "#5fd08f",
            Warning = "#e5b454",
            Error = "#ff8a80",
            Info = "#8fb3ff",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = ".875rem" },
            H5 = new H5Typography { FontFamily = Fonts, FontSize = "1.35rem", FontWeight = "650" },
            H6 = new H6Typography { FontFamily = Fonts, FontSize = "1.02rem", FontWeight = "600" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px", AppbarHeight = "52px" },
    };
}
