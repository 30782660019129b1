using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Search.Tests;

public sealed class FinalRankingTests
{
    private static readonly Measurement Measured = new();

    [Fact]
    public void The_higher_score_of_the_final_measurement_comes_first() =>
        Ranking(Scored(0.6), Scored(0.7), Scored(0.65)).Should().Equal(1, 2, 0);

    [Fact]
    public void Equals_stay_in_the_order_in_which_the_search_chose_them() =>
        Ranking(Scored(0.7), Scored(0.7), Scored(0.7)).Should().Equal(0, 1, 2);

    [Fact]
    public void What_misses_a_requirement_stands_behind_what_keeps_to_it_the_nearer_the_sooner() =>
        Ranking(Scored(0.9, excess: 0.5), Scored(0.8, excess: 0.1), Scored(0.1)).Should().Equal(2, 1, 0);

    [Fact]
    public void One_without_a_score_stands_behind_those_with_one_and_one_that_failed_is_last() =>
        Ranking(
            new Finalist(At(0), Measurement.Failed(FailureKind.NotANumber, "No number."), null),
            new Finalist(At(1), Measured, null) { FinalScore = new FinalScore(null, 0) },
            Scored(-3)).Should().Equal(2, 1, 0);

    [Fact]
    public void The_event_brings_the_winners_into_its_order()
    {
        var state = new SearchState(Toy.Spec()).Apply(new FinalistsChosen(
            [At(0), At(1), At(2)],
            Toy.NoAlphas));

        state.Apply(new FinalistsRanked([2, 0, 1])).Finalists.Select(finalist => finalist.Chosen).Should().Equal(2, 0, 1);
    }

    private static Architecture At(int number) => new("toy", [number, 0]);

    private static Finalist Scored(double score, double excess = 0) =>
        new(At(0), Measured, null) { FinalScore = new FinalScore(score, excess) };

    private static ImmutableArray<int> Ranking(params ImmutableArray<Finalist> finalists) => FinalRanking.Of(finalists);
}
