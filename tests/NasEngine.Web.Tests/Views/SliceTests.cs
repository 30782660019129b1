using NasEngine.Contracts;
using NasEngine.Web.Tests.Programs;
using NasEngine.Host.Plots;
using NasEngine.Host.Plots.Slices;

namespace NasEngine.Web.Tests.Views;

/// <summary>A metric by the choices of one decision and of two, against counting out.</summary>
public sealed class SliceTests : ViewedSearches
{
    [Fact]
    public async Task A_slice_has_the_mean_of_each_choice_over_the_trials_that_were_measured()
    {
        var watched = await ReadAsync(Workspace.Begin("one", 40));

        var plots = watched.Read(search => SlicePlots.Of(search, watched.Parts.Space!, MetricNames.ValidationAccuracy));

        plots.Should().HaveCount(6);
        var first = plots.Single(plot => plot.Title == watched.Parts.Space!.Decisions.Decisions[0].Name);
        first.Columns.Should().Equal(watched.Parts.Space!.Decisions.Decisions[0].Choices);
        first.Lines.Single(line => line.Kind == LineKind.Marks).Y.Should().Equal(
            Enumerable.Range(0, 5).Select(choice => Measured().Where(n => n % 5 == choice).Average(n => n * 7 % 40 / 100.0)), (a, b) => Math.Abs(a - b) < 1e-12);
        var dots = first.Lines.Single(line => line.Kind == LineKind.Dots);
        dots.X.Zip(dots.Trials!).Should().OnlyContain(dot => (int)Math.Round(dot.First) == dot.Second % 5, "a dot lies above its choice");
    }

    [Fact]
    public async Task A_pair_has_the_mean_and_the_count_of_the_trials_with_both_choices()
    {
        var watched = await ReadAsync(Workspace.Begin("one", 40));

        var map = watched.Read(search => PairMap.Of(search, watched.Parts.Space!, MetricNames.ValidationAccuracy, across: 0, down: 1));

        for (var row = 0; row < 5; row++)
        {
            for (var column = 0; column < 5; column++)
            {
                var both = Measured().Where(n => n % 5 == column && n / 5 % 5 == row).ToArray();
                map.Cells[row][column].Count.Should().Be(both.Length);
                if (both.Length > 0)
                {
                    map.Cells[row][column].Mean!.Value.Should().BeApproximately(both.Average(n => n * 7 % 40 / 100.0), 1e-12);
                }
            }
        }

        map.Cells.SelectMany(row => row).Where(cell => cell.Count > 0).Select(cell => cell.Height).Should().Contain(0).And.Contain(1);
    }

    [Theory]
    [InlineData(2, "seconds")]
    [InlineData(179, "seconds")]
    [InlineData(180, "minutes")]
    [InlineData(10_800, "hours")]
    [InlineData(260_000, "days")]
    public void A_stretch_of_time_is_read_in_units_of_which_there_are_some(double seconds, string unit)
    {
        var chosen = TimeUnit.For(TimeSpan.FromSeconds(seconds));

        chosen.Title.Should().Be($"{unit} since the start");
        chosen.Of(chosen.Length).Should().Be(1);
    }

    private static IEnumerable<int> Measured() => Enumerable.Range(0, 40).Where(n => n % 10 != 9);
}
