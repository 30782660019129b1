using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using static NasEngine.Strategies.Tests.Relaxed.RelaxedSearch;

namespace NasEngine.Strategies.Tests.Relaxed;

public sealed class DMaskingTests
{
    private static readonly ToySpace Toy = new();

    [Fact]
    public void It_finds_the_best_of_the_toy_space()
    {
        var options = new { LearningRate = 0.1, ArchitectureEvery = 1, WeightEpochs = 0 };
        var run = Run(Create("dmasking", Toy, options, steps: 300)).Advance(300);

        run.Strategy.Recommend(1).Should().Equal(Toy.All().MaxBy(ToyEstimator.Accuracy)!);
    }

    [Fact]
    public void The_weights_have_ten_epochs_for_themselves_then_the_architecture_every_fourth_step()
    {
        var run = Run(Create("dmasking", Toy, steps: 900)).Advance(900);

        var learnt = Enumerable.Range(0, 900).Where(step => !run.Step(step).Validate.IsEmpty).ToArray();
        learnt.Should().HaveCount(200);
        learnt.Min().Should().BeGreaterThanOrEqualTo(100);
    }

    [Fact]
    public void All_choices_run_at_weights_that_are_drawn_for_each_pass_and_sharpen_as_the_temperature_falls()
    {
        var options = new { ArchitectureEvery = 1, WeightEpochs = 0, LearningRate = 1e-6 };
        var run = Run(Create("dmasking", Toy, options, steps: 900)).Advance(900);

        run.Trained(0).Decisions["first.kernel"].Should().HaveCount(3);
        run.Trained(0).Should().NotBe(run.Validated(0));
        Sharpness(0).Should().BeLessThan(0.6);
        Sharpness(800).Should().BeGreaterThan(0.9);

        double Sharpness(int from) =>
            Enumerable.Range(from, 100).Average(step => run.Trained(step).Decisions["first.kernel"].Max(one => one.Weight));
    }

    [Fact]
    public void With_a_limit_on_the_expected_cost_it_ends_near_the_limit_and_recommends_what_keeps_to_it()
    {
        var options = new { LearningRate = 0.05, ArchitectureEvery = 1, WeightEpochs = 0, Cost = "excess", CostWeight = 5 };
        var run = Run(Create("dmasking", Toy, options, Accuracy.Under(MetricNames.Macs, 4000), steps: 600)).Advance(600);

        var found = run.Strategy.Recommend(3);

        found.Should().HaveCount(3).And.OnlyHaveUniqueItems();
        Toy.Cost(found[0]).Macs.Should().BeLessThanOrEqualTo(4000);
        ToyEstimator.Accuracy(found[0]).Should().BeGreaterThanOrEqualTo(
            Toy.All().Where(one => Toy.Cost(one).Macs <= 4000).Select(ToyEstimator.Accuracy).Order().Reverse().ElementAt(2));
        run.Strategy.Status.Scalars["target_macs"].Should().Be(4000);
        run.Strategy.Status.Scalars["expected_macs"].Should().BeInRange(2500, 5500);
        run.Strategy.Status.Scalars["temperature"].Should().BeApproximately(5 * Math.Pow(0.956, 89), 1e-9);
    }

    [Fact]
    public void A_dearer_objective_ends_in_cheaper_networks()
    {
        double Macs(object options) => Toy.Cost(Run(Create("dmasking", Toy, options, Accuracy.Under(MetricNames.Macs, 4000), steps: 300))
            .Advance(300).Strategy.Recommend(1).Single()).Macs;

        var free = Macs(new { LearningRate = 0.1, ArchitectureEvery = 1, WeightEpochs = 0, Cost = "sum", CostWeight = 0 });
        var dear = Macs(new { LearningRate = 0.1, ArchitectureEvery = 1, WeightEpochs = 0, Cost = "sum", CostWeight = 10 });

        dear.Should().Be(1000).And.BeLessThan(free);
    }
}
