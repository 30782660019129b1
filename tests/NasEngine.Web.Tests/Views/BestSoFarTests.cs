using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Host.Plots;
using NasEngine.Search;
using NasEngine.Web.Tests.Programs;

namespace NasEngine.Web.Tests.Views;

/// <summary>The best so far over trials and over time: results may come in another order than their trials were proposed.</summary>
public sealed class BestSoFarTests : ViewedSearches
{
    [Fact]
    public async Task Over_time_it_is_the_best_of_what_had_come_and_never_goes_back()
    {
        var search = Workspace.Begin(TestWorkspace.Spec("accuracy") with { Objective = Maximize.Accuracy() });
        foreach (var number in Enumerable.Range(0, 3))
        {
            search.Propose(number);
        }

        Measured(number: 1, second: 5, accuracy: 0.3);
        Measured(number: 2, second: 6, accuracy: 0.4);
        Measured(number: 0, second: 9, accuracy: 0.5);

        var watched = await ReadAsync(search);

        Steps(null).Should().Equal((0, 0.5), (2, 0.5));
        Steps(new TimeUnit("seconds", TimeSpan.FromSeconds(1))).Should().Equal((5, 0.3), (6, 0.4), (9, 0.5));

        void Measured(long number, double second, double accuracy) =>
            search.Happened(second, new Measured(number, new Measurement().With(MetricNames.ValidationAccuracy, accuracy)));

        IEnumerable<(double, double)> Steps(TimeUnit? by) => watched.Read(one => SearchPlots.Best(one, SearchPlots.Places(one, by), "").Lines
            .Single(line => line.Kind == LineKind.Steps) is var best ? best.X.Zip(best.Y).ToArray() : []);
    }
}
