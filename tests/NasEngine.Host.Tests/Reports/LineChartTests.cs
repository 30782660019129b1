using System.Xml.Linq;
using NasEngine.Host.Reports;

namespace NasEngine.Host.Tests.Reports;

public sealed class LineChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_curve_is_one_line_from_corner_to_corner_of_its_axes()
    {
        var chart = XElement.Parse(LineChart.Of("Loss", "step", [("train", [(0, 0), (5, 1), (10, 2)])]));

        chart.Elements(Svg + "polyline").Single().Attribute("points")!.Value.Trim().Should().Be("56,206 302,118 548,30");
        chart.Elements(Svg + "text").Select(text => text.Value).Should().Contain(["Loss", "step", "train"]);
    }

    [Fact]
    public void A_curve_far_from_zero_fills_its_picture()
    {
        var chart = XElement.Parse(LineChart.Of("Best so far", "trial", [("val_accuracy", [(0, 0.91), (5, 0.92), (10, 0.93)])]));

        chart.Elements(Svg + "polyline").Single().Attribute("points")!.Value.Trim().Should().Be("56,206 302,118 548,30");
        chart.Elements(Svg + "text").Select(text => text.Value).Should().NotContain("0.2");
    }

    [Fact]
    public void A_target_is_dashed_and_within_the_picture()
    {
        var chart = XElement.Parse(LineChart.Of("MACs", "step", [("expected", [(0, 1), (1, 2)])], level: 4));

        var target = chart.Elements(Svg + "line").Single(line => line.Attribute("stroke-dasharray") is not null);
        target.Attribute("y1")!.Value.Should().Be("30", "it is the greatest value");
    }

    [Fact]
    public void A_point_that_is_no_number_is_left_out()
    {
        var chart = XElement.Parse(LineChart.Of("Loss", "step", [("train", [(0, 0), (5, double.NaN), (10, 2)])]));

        chart.Elements(Svg + "polyline").Single().Attribute("points")!.Value.Trim().Should().Be("56,206 548,30");
    }

    [Fact]
    public void Fewer_than_two_points_are_no_curve() => LineChart.Of("Loss", "step", [("train", [(0, 1)])]).Should().BeEmpty();
}
