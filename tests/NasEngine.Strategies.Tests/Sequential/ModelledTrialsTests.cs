using NasEngine.Contracts;
using NasEngine.Strategies.Sequential;

namespace NasEngine.Strategies.Tests;

public sealed class ModelledTrialsTests
{
    private static readonly Outcome[] Outcomes = [One(0, 5), One(1, null, fault: true), One(2, null), One(3, 7), One(4, 3), One(5, 9)];

    [Fact]
    public void The_first_ones_have_scores_that_do_not_depend_on_the_later_ones()
    {
        Scores(3).Should().Equal((0, 5), (1, 5), (3, 7));
        Scores(4).Should().Equal((0, 5), (1, 3), (3, 7), (4, 3));
        ModelledTrials.First(Outcomes[1..], 1).Should().BeEmpty();

        static IEnumerable<(int Number, double Score)> Scores(int count) =>
            ModelledTrials.First(Outcomes, count).Select(one => (one.Architecture.Values[0], one.Score));
    }

    [Fact]
    public void Of_many_the_newest_half_and_the_best_of_the_others_are_kept_in_order()
    {
        Outcome[] many = [.. new[] { 1, 9, 2, 8, 3, 0, 4 }.Select((score, number) => One(number, score))];
        ModelledTrials.AtMost([.. many], 4).Select(one => one.Architecture.Values[0]).Should().Equal(1, 3, 5, 6);
        ModelledTrials.AtMost([.. many], 7).Should().Equal(many);
    }

    [Fact]
    public void Hyperparameters_are_fitted_anew_at_a_quarter_more() =>
        Enumerable.Range(1, 16).Select(SurrogateKernels.FittedTo).Should().Equal(1, 2, 3, 4, 5, 6, 7, 8, 8, 10, 10, 12, 12, 12, 15, 15);

    private static Outcome One(int number, double? score, bool fault = false) =>
        new(new Architecture("one", [number]), score is { } value ? [value] : [], 0, [], fault);
}
