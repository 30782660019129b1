using NasEngine.Contracts;

namespace NasEngine.Search.Tests.Analysis;

/// <summary>Importance of decisions against closed forms and the definition, counted out.</summary>
public sealed class PedAnovaTests
{
    [Fact]
    public void A_decision_that_alone_decides_has_all_of_it()
    {
        var (values, scores) = Grid((a, _) => a == 3 ? 1 : 0);

        PedAnova.Of(values, 2, scores, top: 0.25).Select(one => one.Share).Should().Equal(1, 0);
    }

    [Fact]
    public void Two_decisions_that_decide_alike_have_half_each()
    {
        var (values, scores) = Grid((a, b) => a + b);

        PedAnova.Of(values, 2, scores, top: 1.0 / 16).Select(one => one.Share).Should().Equal(0.5, 0.5);
    }

    /// <summary>
    /// Of 4 × 4, the top quarter are those with a = 3, but (3,0), and (2,3). Then P(top | a) = 0, 0, 1/4, 3/4 and P(top | b) = 0, 1/4, 1/4, 1/2 about
    /// the mean 1/4: variances 6/64 and 2/64.
    /// </summary>
    [Fact]
    public void The_shares_are_those_of_the_variances_of_the_means()
    {
        var (values, scores) = Grid((a, b) => (a == 3 && b > 0) || (a == 2 && b == 3) ? 1 : 0);

        PedAnova.Of(values, 2, scores, top: 0.25).Select(one => one.Share).Should().Equal(0.75, 0.25);
    }

    [Fact]
    public void It_is_the_variance_that_the_top_has_by_each_decision_where_some_are_not_active()
    {
        var random = RandomSource.For(3, 0, "test");
        const int Trials = 400, Decisions = 3;
        var values = Enumerable.Range(0, Trials * Decisions).Select(_ => (short)(random.NextInt(4) - 1)).ToArray();
        var scores = Enumerable.Range(0, Trials).Select(trial => values[3 * trial] * 2 + values[3 * trial + 1] + random.NextDouble()).ToArray();
        var best = scores.Order().TakeLast(40).ToHashSet();
        var variances = Enumerable.Range(0, Decisions).Select(decision =>
        {
            var means = Enumerable.Range(0, Trials).GroupBy(trial => values[3 * trial + decision])
                .Select(group => (Count: group.Count(), Mean: group.Average(trial => best.Contains(scores[trial]) ? 1.0 : 0)));
            return means.Sum(one => one.Count * Math.Pow(one.Mean - 0.1, 2)) / Trials;
        }).ToArray();

        var found = PedAnova.Of(values, Decisions, scores);

        found.Select(one => one.Share).Should().BeEquivalentTo(
            variances.Select(variance => variance / variances.Sum()), options => options.WithStrictOrdering()
                .Using<double>(pair => pair.Subject.Should().BeApproximately(pair.Expectation, 1e-12)).WhenTypeIs<double>());
        found.Should().OnlyContain(one => one.Spread > 0 && one.Spread < 0.2);
    }

    [Fact]
    public void The_same_trials_have_the_same_importance_and_spread()
    {
        var (values, scores) = Grid((a, b) => a * 2 + b);

        PedAnova.Of(values, 2, scores).Should().Equal(PedAnova.Of(values, 2, scores));
    }

    [Fact]
    public void Of_a_handful_of_trials_nothing_is_said() =>
        PedAnova.Of(new short[PedAnova.Least - 1], 1, new double[PedAnova.Least - 1]).Should().BeEmpty();

    [Fact]
    public void Where_no_decision_explains_anything_all_have_nothing()
    {
        var values = new short[2 * PedAnova.Least];

        PedAnova.Of(values, 2, [.. Enumerable.Range(0, PedAnova.Least).Select(trial => (double)trial)])
            .Should().Equal(new DecisionImportance(0, 0, 0), new DecisionImportance(1, 0, 0));
    }

    /// <summary>Two decisions of four choices, each pair of them four times.</summary>
    private static (short[] Values, double[] Scores) Grid(Func<int, int, double> score)
    {
        var trials = Enumerable.Range(0, 64).Select(trial => (A: trial / 4 % 4, B: trial % 4)).ToArray();
        return ([.. trials.SelectMany(trial => new[] { (short)trial.A, (short)trial.B })], [.. trials.Select(trial => score(trial.A, trial.B))]);
    }
}
