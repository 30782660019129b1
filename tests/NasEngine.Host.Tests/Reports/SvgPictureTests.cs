using System.Globalization;
using System.Xml.Linq;
using NasEngine.Host.Plots;
using NasEngine.Host.Reports.Charts;

namespace NasEngine.Host.Tests.Reports;

/// <summary>Plots as pictures in a page.</summary>
public sealed class SvgPictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_line_goes_through_its_points_in_proportion_and_stops_at_what_is_no_number()
    {
        var curve = Draw(new Line("train", [0, 5, 10, 11, 12], [0, 1, 2, double.NaN, 2]));

        var (x, y) = (Points(curve).Select(point => point.X).ToArray(), Points(curve).Select(point => point.Y).ToArray());
        x.Should().HaveCount(3);
        (x[1] - x[0]).Should().BeGreaterThan(50).And.BeApproximately(x[2] - x[1], 0.21);
        (y[0] - y[1]).Should().BeGreaterThan(20).And.BeApproximately(y[1] - y[2], 0.21);
        curve.Descendants(Svg + "text").Select(text => text.Value).Should().Contain(["step", "loss (nats)", "2"]);
    }

    [Fact]
    public void Colours_are_those_of_the_page_it_stands_in()
    {
        var picture = Draw(new Line("each", [1, 2], [1, 2], LineKind.Dots), new Line("best", [1, 2], [1, 2], LineKind.Steps)).ToString();

        picture.Should().ContainAll("var(--line0)", "var(--quiet)", "var(--text)", "var(--grid)").And.NotContain("rgb(");
    }

    [Fact]
    public void Many_dots_are_one_path_each_place_once()
    {
        double[] places = [.. Enumerable.Range(0, 30).Select(dot => (double)(dot % 10))];

        var picture = Draw(new Line("each", places, places, LineKind.Dots));

        picture.Descendants(Svg + "path").Single().Attribute("d")!.Value.Split('M').Should().HaveCount(1 + 10);
        picture.Descendants(Svg + "path").Single().Attribute("style")!.Value.Should().StartWith("stroke:var(--quiet);");
        picture.Descendants(Svg + "ellipse").Should().BeEmpty();
    }

    [Fact]
    public void What_lies_outside_of_the_part_that_is_shown_is_not_drawn()
    {
        var all = new Plot("front", "x", "y", [new Line("each", [0, 5, 1000], [0, 5, -1000], LineKind.Dots)]);

        Draw(all with { Window = new PlotWindow(-1, 6, -1, 6) }).Descendants(Svg + "ellipse").Should().HaveCount(2);
        Draw(all).Descendants(Svg + "ellipse").Should().HaveCount(3);
    }

    [Fact]
    public void Names_in_a_picture_are_of_no_other_picture_of_the_page()
    {
        var plot = new Plot("curve", "x", "y", [new Line("each", [0, 5], [0, 5])]);
        string[] names = [.. new[] { 1, 2 }.SelectMany(number => SvgPicture.Of(PlotChart.Of(plot), "curve", number, 300, 200).Descendants().Attributes("id"))
            .Select(id => id.Value)];

        names.Should().OnlyHaveUniqueItems();
        Draw(plot).ToString().Should().Contain($"url(#{names[0]})", "what is named is used");
    }

    [Fact]
    public void Rows_have_their_names_from_above()
    {
        var rows = Draw(new Plot("when", "minutes", "", [new Line("a", [0, 5, double.NaN], [0, 0, double.NaN], LineKind.Bars)]) { Rows = ["a \u001b", "b"] });

        rows.Descendants(Svg + "text").Select(text => text.Value.Trim()).Should().Contain(["a", "b"]);
        var heights = rows.Descendants(Svg + "text").Where(text => text.Value.Trim() is "a" or "b").ToDictionary(text => text.Value.Trim(), Height);
        heights["a"].Should().BeLessThan(heights["b"]);
    }

    private static double Height(XElement text) =>
        double.Parse(text.Attribute("transform")!.Value.Split(',', ')')[1], CultureInfo.InvariantCulture);

    private static (double X, double Y)[] Points(XElement picture) =>
    [
        .. picture.Descendants(Svg + "polyline").First(line => line.Attribute("style")!.Value.Contains("--line0")).Attribute("points")!.Value
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(point => point.Split(','))
            .Select(point => (double.Parse(point[0], CultureInfo.InvariantCulture), double.Parse(point[1], CultureInfo.InvariantCulture))),
    ];

    private static XElement Draw(params Line[] lines) => Draw(new Plot("Loss", "step", "loss (nats)", lines));

    private static XElement Draw(Plot plot) => SvgPicture.Of(PlotChart.Of(plot), plot.Title, 1, 560, 270);
}
