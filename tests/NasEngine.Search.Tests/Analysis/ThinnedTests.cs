using NasEngine.Contracts;

namespace NasEngine.Search.Tests.Analysis;

/// <summary>Fewer points that look as all do.</summary>
public sealed class ThinnedTests
{
    [Fact]
    public void A_short_curve_stays_but_for_what_cannot_be_drawn() =>
        Thinned.Curve([0, 1, 2, 3], [5, double.NaN, 7, double.PositiveInfinity], 4).Should().BeEquivalentTo((new double[] { 0, 2 }, new double[] { 5, 7 }));

    [Fact]
    public void A_long_curve_keeps_its_ends_and_in_every_stretch_its_least_and_greatest()
    {
        var random = RandomSource.For(2, 0, "test");
        var x = Enumerable.Range(0, 10_000).Select(i => (double)i).ToArray();
        var y = x.Select(_ => random.NextDouble()).ToArray();
        y[4321] = 9;
        y[8765] = -9;

        var (thinX, thinY) = Thinned.Curve(x, y, 400);

        thinX.Length.Should().BeInRange(100, 404);
        (thinX[0], thinY[0], thinX[^1], thinY[^1]).Should().Be((x[0], y[0], x[^1], y[^1]));
        thinX.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        thinX.Zip(thinY).Should().OnlyContain(point => y[(int)point.First] == point.Second).And.Contain((4321, 9)).And.Contain((8765, -9));
        const double Width = 9999.0 / 100;
        foreach (var stretch in x.GroupBy(at => (int)(at / Width)))
        {
            var kept = thinX.Zip(thinY).Where(point => (int)(point.First / Width) == stretch.Key).Select(point => point.Second).ToArray();
            (kept.Min(), kept.Max()).Should().Be((stretch.Min(at => y[(int)at]), stretch.Max(at => y[(int)at])));
        }
    }

    [Fact]
    public void A_cloud_keeps_one_point_of_every_cell_that_has_any()
    {
        var random = RandomSource.For(4, 0, "test");
        var points = Enumerable.Range(0, 5000).Select(_ => (X: random.NextDouble(), Y: random.NextDouble())).Append((X: 0.0, Y: 0.0)).Append((X: 1.0, Y: 1.0)).ToArray();
        (int, int) Cell((double X, double Y) point) => (Math.Min(9, (int)(point.X * 10)), Math.Min(9, (int)(point.Y * 10)));

        var kept = Thinned.Cloud([.. points.Select(point => point.X)], [.. points.Select(point => point.Y)], 10);

        kept.Select(place => Cell(points[place])).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(points.Select(Cell).Distinct());
    }
}
