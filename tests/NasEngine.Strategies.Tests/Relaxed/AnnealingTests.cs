using NasEngine.Contracts;
using NasEngine.Strategies.Relaxed;

namespace NasEngine.Strategies.Tests.Relaxed;

public sealed class AnnealingTests
{
    private static readonly Annealing Paper = new(new EpochPlan(900, 90), WeightEpochs: 10, First: 5, Decay: 0.96, Every: 2);

    [Fact]
    public void The_temperature_stays_while_weights_alone_are_trained_then_falls_by_a_factor_each_epoch()
    {
        Paper.At(0).Should().Be(5);
        Paper.At(109).Should().Be(5);
        Paper.At(110).Should().BeApproximately(5 * 0.96, 1e-12);
        Paper.At(899).Should().BeApproximately(5 * Math.Pow(0.96, 79), 1e-12);
        Paper.At(5000).Should().Be(Paper.At(899));
    }

    [Fact]
    public void The_architecture_learns_in_every_second_step_behind_the_first_epochs()
    {
        Enumerable.Range(0, 900).Count(step => Paper.Learns(step)).Should().Be(400);
        Enumerable.Range(0, 100).Should().OnlyContain(step => !Paper.Learns(step));
    }

    [Fact]
    public void Epochs_are_of_one_length_whatever_the_budget_is()
    {
        var plan = new EpochPlan(Steps: 10, Count: 4);

        Enumerable.Range(0, 12).Select(step => plan.At(step)).Should().Equal(0, 0, 0, 1, 1, 2, 2, 2, 3, 3, 3, 3);
        Enumerable.Range(0, 12).Where(step => plan.Ends(step)).Should().Equal(2, 4, 7);
    }

    [Fact]
    public void Epochs_of_weights_alone_leave_some_for_the_architecture() =>
        FluentActions.Invoking(() => RelaxedSearch.Create("dmasking", new SkippingSpace(), new { Epochs = 5, WeightEpochs = 5 }))
            .Should().Throw<InputException>().WithMessage("Option 'weightEpochs' is 5 of 5 'epochs', which leaves none for the architecture; give fewer.");
}
