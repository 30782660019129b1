using System.Xml.Linq;
using NasEngine.Contracts;
using NasEngine.Host.Reports;

namespace NasEngine.Host.Tests.Reports;

public sealed class ScatterChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly (double, double)[] All = [(0, 0), (50, 0.5), (100, 1), (100, 1)];
    private static readonly (double, double, string)[] Front = [(100, 1, "wide <1>"), (50, 0.5, "middle"), (0, 0, "small")];

    [Fact]
    public void The_axes_have_their_titles_and_every_point_is_within_them()
    {
        var chart = Draw();

        chart.Elements(Svg + "text").Select(text => text.Value).Should().Contain(["accuracy", "cost", "0", "0.2", "100"]);
        chart.Elements(Svg + "circle").Select(dot => ((double)dot.Attribute("cx")!, (double)dot.Attribute("cy")!))
            .Should().Equal((89.2, 369.1), (404, 208), (718.8, 46.9));
        chart.Elements(Svg + "circle").Select(dot => dot.Element(Svg + "title")!.Value).Should().Equal("small", "middle", "wide <1>");
    }

    [Fact]
    public void Every_trial_is_a_dot_each_place_once() =>
        Draw().Elements(Svg + "path").Single().Attribute("d")!.Value.Should().Be("M89 369h.01M404 208h.01M719 47h.01");

    [Theory]
    [InlineData(Direction.Minimize, "89.2,369.1 404,369.1 404,208 718.8,208 718.8,46.9")]
    [InlineData(Direction.Maximize, "89.2,369.1 89.2,369.1 404,208 404,208 718.8,46.9")]
    public void The_front_steps_through_the_worse_of_two_neighbours(Direction across, string points) =>
        Draw(across).Elements(Svg + "polyline").Single().Attribute("points")!.Value.Trim().Should().Be(points);

    [Fact]
    public void A_target_is_dashed_and_within_the_picture()
    {
        var target = Draw(limit: 200).Elements(Svg + "line").Single(line => line.Attribute("stroke-dasharray") is not null);

        ((double)target.Attribute("x1")!).Should().BeInRange(64, 744);
    }

    [Fact]
    public void Points_far_from_the_front_are_counted_and_left_out()
    {
        var chart = XElement.Parse(ScatterChart.Of(
            ("x", Direction.Minimize), ("y", Direction.Maximize), [.. All, (50, -1), (50, -1.1), (201, 0)], Front));

        chart.Elements(Svg + "text").Select(text => text.Value).Should().Contain("2 of 7 lie outside");
        chart.Elements(Svg + "path").Single().Attribute("d")!.Value.Split('M').Should().HaveCount(1 + 4);
        Draw().Value.Should().NotContain("outside");
    }

    [Fact]
    public void One_point_is_in_the_middle()
    {
        var dot = XElement.Parse(ScatterChart.Of(("x", Direction.Minimize), ("y", Direction.Maximize), [(3, 3)], [(3, 3, "only")])).Elements(Svg + "circle").Single();

        ((double)dot.Attribute("cx")!, (double)dot.Attribute("cy")!).Should().Be((404, 208));
    }

    private static XElement Draw(Direction across = Direction.Minimize, double? limit = null) =>
        XElement.Parse(ScatterChart.Of(("cost", across), ("accuracy", Direction.Maximize), All, Front, limit));
}
