using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NasEngine.Host.Reports.Charts;

/// <summary>
/// Makes a picture smaller that looks the same: dots and cells of one look are one path, and no place is finer than the eye.
/// </summary>
internal static partial class Shapes
{
    private const int Few = 8;

    private static readonly string[] Measures = ["cx", "cy", "rx", "ry", "x", "y", "width", "height"];

    /// <summary>
    /// Joins what is of one look and rounds all places to a tenth of a point. A dot or cell without a place, as where an axis has one
    /// value, is left out.
    /// </summary>
    public static void Join(XElement svg)
    {
        foreach (var shape in svg.Descendants().Where(one => one.Name.LocalName is "ellipse" or "rect" && !HasPlace(one)).ToArray())
        {
            shape.Remove();
        }

        foreach (var parent in svg.DescendantsAndSelf().ToArray())
        {
            Join(parent, "ellipse", Dot, Round);
            Join(parent, "rect", Cell, cell => cell.Attribute("style")!.Value);
        }

        foreach (var places in svg.Descendants().Attributes().Where(one => one.Name == "points" || one.Name == "transform"))
        {
            places.Value = Fine().Replace(
                places.Value, match => string.Create(CultureInfo.InvariantCulture, $"{Number(match.Value):0.#}"));
        }
    }

    private static bool HasPlace(XElement shape) => shape.Attributes().Where(one => Measures.Contains(one.Name.LocalName)).All(
        one => double.TryParse(one.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number));

    private static void Join(XElement parent, string name, Func<XElement, string> outline, Func<XElement, string> style)
    {
        var shapes = parent.Elements().Where(one => one.Name.LocalName == name && one.Attribute("style") is not null)
            .GroupBy(style).Where(alike => alike.Count() > Few).Select(alike => (Style: alike.Key, Alike: alike.ToArray())).ToArray();
        foreach (var (look, alike) in shapes)
        {
            var path = alike.Select(outline).Distinct().Aggregate(new StringBuilder(), (text, shape) => text.Append(shape)).ToString();
            alike[0].AddBeforeSelf(new XElement(parent.Name.Namespace + "path", new XAttribute("d", path), new XAttribute("style", look)));
            Array.ForEach(alike, shape => shape.Remove());
        }
    }

    private static string Dot(XElement dot) =>
        string.Create(CultureInfo.InvariantCulture, $"M{At(dot, "cx"):0.#} {At(dot, "cy"):0.#}h0");

    /// <summary>A dot is a line of no length with round ends.</summary>
    private static string Round(XElement dot) =>
        Fill().Match(dot.Attribute("style")!.Value).Groups[1].Value.Replace("fill", "stroke", StringComparison.Ordinal)
        + string.Create(CultureInfo.InvariantCulture, $"fill:none;stroke-linecap:round;stroke-width:{2 * At(dot, "rx"):0.#}");

    private static string Cell(XElement cell) => string.Create(
        CultureInfo.InvariantCulture,
        $"M{At(cell, "x"):0.#} {At(cell, "y"):0.#}h{At(cell, "width"):0.#}v{At(cell, "height"):0.#}h{-At(cell, "width"):0.#}z");

    private static decimal At(XElement shape, string name) => Number(shape.Attribute(name)!.Value);

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>How a dot is filled.</summary>
    [GeneratedRegex("^(fill:[^;]*;(fill-opacity:[^;]*;)?)")]
    private static partial Regex Fill();

    [GeneratedRegex(@"[0-9]+\.[0-9]{2,}")]
    private static partial Regex Fine();
}
