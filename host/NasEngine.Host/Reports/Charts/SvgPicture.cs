using System.Globalization;
using System.Xml.Linq;
using NasEngine.Host.Reports.Page;
using OxyPlot;

namespace NasEngine.Host.Reports.Charts;

/// <summary>Charts as SVG pictures in a page.</summary>
internal static class SvgPicture
{
    /// <summary>Draws a chart.</summary>
    /// <param name="model">The chart.</param>
    /// <param name="title">What who cannot see it is told.</param>
    /// <param name="number">Its number in its page: what is named in it is named in no other.</param>
    /// <param name="width">Points across.</param>
    /// <param name="height">Points upright.</param>
    public static XElement Of(PlotModel model, string title, int number, int width, int height)
    {
        var svg = XElement.Parse(ChartColour.InStyle(
            new SvgExporter { Width = width, Height = height, IsDocument = false }.ExportToString(model)));
        svg.ReplaceAttributes(
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}")),
            new XAttribute("role", "img"), new XAttribute("aria-label", XmlText.Of(title)));
        var prefix = string.Create(CultureInfo.InvariantCulture, $"chart{number}-");
        foreach (var name in svg.Descendants().Attributes("id"))
        {
            name.Value = prefix + name.Value;
        }

        foreach (var clip in svg.Descendants().Attributes("clip-path"))
        {
            clip.Value = clip.Value.Replace("#", "#" + prefix, StringComparison.Ordinal);
        }

        Shapes.Join(svg);
        return svg;
    }
}
