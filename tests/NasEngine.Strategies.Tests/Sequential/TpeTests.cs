using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Sequential;

namespace NasEngine.Strategies.Tests;

public sealed class TpeTests
{
    private const double Tolerance = 1e-12;

    private static readonly DecisionSpace Space = new("three", [
        new Decision("a", ["0", "1", "2"]), new Decision("b", ["0", "1"]), new Decision("c", ["0", "1", "2", "3"])]);

    private static readonly int[][] Trials = [[0, 0, 0], [1, 0, 2], [2, 1, 3], [0, 1, 1], [1, 1, 0]];

    private static readonly int[][] Asked = [[0, 0, 0], [1, 1, 1], [2, 0, 3]];

    [Fact]
    public void The_density_of_all_decisions_is_that_of_Optuna()
    {
        var estimator = new ParzenEstimator(Space, [0, 1, 2], Trials, 1);
        Densities(estimator).Should().Equal([-2.392124916337034, -3.4081660509782488, -3.817133789637615], Same);
    }

    [Theory]
    [InlineData(0, -0.9932517730102837, -0.9932517730102834, -1.3499267169490157)]
    [InlineData(1, -0.8266785731844681, -0.575364144903562, -0.8266785731844681)]
    [InlineData(2, -1.1239300966523997, -1.4916548767777171, -1.491654876777717)]
    public void The_density_of_one_decision_is_that_of_Optuna(int decision, double first, double second, double third) =>
        Densities(new ParzenEstimator(Space, [decision], Trials, 1)).Should().Equal([first, second, third], Same);

    [Fact]
    public void Of_more_than_25_trials_the_older_ones_weigh_less_as_in_Optuna()
    {
        var trials = Enumerable.Range(0, 30).Select(trial => new[] { trial % 3, trial % 2, trial % 4 });
        Densities(new ParzenEstimator(Space, [0, 1, 2], trials, 1))
            .Should().Equal([-2.6959968379809656, -2.596377085473131, -4.842762692635819], Same);
    }

    [Fact]
    public void Draws_are_as_frequent_as_the_density_says_and_the_densities_sum_to_one()
    {
        const int Draws = 40_000;
        var estimator = new ParzenEstimator(Space, [0, 1, 2], Trials, 1);
        var random = RandomSource.For(1, 0, "draws");
        var counts = new Dictionary<string, int>();
        for (var i = 0; i < Draws; i++)
        {
            var values = new int[3];
            estimator.Draw(values, random);
            var key = string.Join('.', values);
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        var expected = Assignments.Of(Space)
            .ToDictionary(values => string.Join('.', values), values => Draws * Math.Exp(estimator.LogDensity(values)));
        expected.Values.Sum().Should().BeApproximately(Draws, 1e-6);
        expected.Should().OnlyContain(pair => Math.Abs(counts.GetValueOrDefault(pair.Key) - pair.Value) < 5 * Math.Sqrt(pair.Value));
    }

    [Fact]
    public void A_decision_that_is_not_active_counts_for_nothing_and_is_not_drawn()
    {
        var space = new ToySpace().Decisions;
        int[] flat = [0, 1, 0, 0, -1, -1], deep = [1, 1, 0, 0, 2, 1];
        var estimator = new ParzenEstimator(space, [4], [deep], 1);
        estimator.LogDensity(flat).Should().BeApproximately(0, Tolerance);

        int[] drawn = [0, 1, 0, 0, 5, 5];
        estimator.Draw(drawn, RandomSource.For(1, 0, "draw"));
        drawn[4].Should().Be(Architecture.Inactive);
    }

    [Fact]
    public void Good_are_a_share_of_the_trials_feasible_ones_first_failed_ones_never()
    {
        Outcome[] outcomes =
        [
            One(0, 5), One(1, 9, violation: 0.5), One(2, 7), One(3, 1),
            One(4, null, fault: true), One(5, null), One(6, 2), One(7, 8, violation: 0.1),
        ];

        Split(0.3).Should().Equal(0, 2);
        Split(0.8).Should().Equal(0, 2, 3, 6, 7);
        TrialSplit.Of(outcomes, 0.3, 25).Others.Select(one => one.Values[0]).Should().Equal(1, 3, 4, 6, 7);
        TrialSplit.Of(outcomes, 1, 1).Good.Should().ContainSingle().Which.Values[0].Should().Be(2);

        IEnumerable<int> Split(double gamma) => TrialSplit.Of(outcomes, gamma, 25).Good.Select(one => one.Values[0]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_proposes_what_is_common_among_the_good_and_rare_among_the_others(bool multivariate)
    {
        var widths = new WidthSpace();
        var setup = Searches.Setup(widths, new Objective(MetricNames.ValidationAccuracy, []));
        var run = Searches.Run(
            "tpe", setup, one => Searches.Accuracy(Searches.Slope(one)), options: new { Multivariate = multivariate }).Advance(100);
        var proposed = Searches.Proposed(run);
        proposed[80..].Average(one => one.Values[1]).Should().BeGreaterThan(proposed[..10].Average(one => one.Values[1]) + 1);
    }

    private static Outcome One(int number, double? score, double violation = 0, bool fault = false) =>
        new(new Architecture("one", [number]), score is { } value ? [value] : [], violation, [], fault);

    private static double[] Densities(ParzenEstimator estimator) => [.. Asked.Select(values => estimator.LogDensity(values))];

    private static bool Same(double one, double other) => Math.Abs(one - other) < Tolerance;
}
