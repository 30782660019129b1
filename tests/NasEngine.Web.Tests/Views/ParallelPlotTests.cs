using NasEngine.Web.Tests.Programs;
using NasEngine.Host.Plots.Parallel;

namespace NasEngine.Web.Tests.Views;

/// <summary>Lines across decisions and metrics: what goes through the brushes is what a look at every trial finds.</summary>
public sealed class ParallelPlotTests : ViewedSearches
{
    [Fact]
    public async Task Trials_go_through_all_brushes_or_are_among_the_others()
    {
        var plot = await PlotAsync(Workspace.Begin("one", 40), axes => new() { [0] = Brush.Between(axes[0], 0.3, 0.3), [6] = new Brush(0.5, 1) });

        long[] expected = [.. Enumerable.Range(0, 40).Where(n => n % 10 != 9 && n % 5 == 1 && n * 7 % 40 / 100.0 > 0.195).Select(n => (long)n)];
        plot.Axes.Select(axis => axis.Title).Skip(6).Should().Equal("val acc", "MACs");
        plot.Measured.Should().Be(36);
        plot.Best.Should().BeEquivalentTo(expected).And.HaveCountGreaterThan(1).And.HaveCount(plot.Through);
        plot.Best.Select(n => n * 7 % 40).Should().BeInDescendingOrder("the best come first");
        plot.Lines.Select(line => line.Number).Should().Equal(plot.Best.Reverse(), "and are drawn last");
        plot.Others.Should().HaveCount(36 - expected.Length);
        plot.Lines[^1].Rank.Should().Be(1);
    }

    [Fact]
    public async Task Lines_lie_in_the_band_of_their_choice_and_at_the_height_of_their_figure()
    {
        var plot = await PlotAsync(Workspace.Begin("one", 40), _ => []);

        plot.Lines.Should().HaveCount(36).And.AllSatisfy(line =>
        {
            ((int)(line.Places[0] * 5)).Should().Be((int)line.Number % 5);
            line.Places[7].Should().BeApproximately(line.Number / 38.0, 1e-12, "38 is the last that did not fail");
        });
        plot.Axes[0].Text(0.99).Should().Be(plot.Axes[0].Choices[4]);
    }

    [Fact]
    public async Task A_long_search_is_thinned_and_its_best_stays()
    {
        var search = Workspace.Begin(TestWorkspace.Spec("long", 4000));
        search.Trials(0, 4000, inCommit: 4000);

        var plot = await PlotAsync(search, _ => []);

        plot.Measured.Should().Be(3600);
        plot.Lines.Should().HaveCount(400);
        plot.Lines[^1].Number.Should().Be(plot.Best[0]);
    }

    [Theory]
    [InlineData(0.3, 0.3, 0.2, 0.4)]
    [InlineData(0.45, 0.15, 0.0, 0.6)]
    [InlineData(-1, 2, 0, 1)]
    public void A_brush_of_a_decision_is_of_whole_choices(double one, double other, double from, double to)
    {
        var brush = Brush.Between(new ParallelAxis("x", ["a", "b", "c", "d", "e"], 0, 4), one, other);

        brush.From.Should().BeApproximately(from, 1e-12);
        brush.To.Should().BeApproximately(to, 1e-12);
    }

    private async Task<ParallelPlot> PlotAsync(TestSearch search, Func<IReadOnlyList<ParallelAxis>, Dictionary<int, Brush>> brushes)
    {
        var watched = await ReadAsync(search);
        return watched.Read(one =>
        {
            var axes = ParallelPlot.AxesOf(one, watched.Parts.Space!);
            return ParallelPlot.Of(one, watched.Parts.Space!, axes, brushes(axes));
        });
    }
}
