using NasEngine.Contracts;
using static NasEngine.Networks.Tests.Estimators.EstimatorFixture;

namespace NasEngine.Networks.Tests.Estimators;

/// <summary>Trials that are slices of a supernet.</summary>
public sealed class SliceTests
{
    private static readonly object Options = new { BatchSize = 20, LearningRate = 0.2, Schedule = "constant" };

    [Fact]
    public void A_slice_is_measured_on_all_validation_images_and_leaves_the_supernet_as_it_is()
    {
        using var estimator = Trained(40);
        var before = State(estimator);

        var measured = estimator.Run(Slice(17));

        var cost = Space.Cost(Space.All().ElementAt(17));
        measured.Metrics["val_accuracy"].Should().BeGreaterThan(0.5);
        measured.Metrics["macs"].Should().Be(cost.Macs);
        measured.Metrics["params"].Should().Be(cost.Parameters);
        State(estimator).Should().Equal(before);
        estimator.Run(Slice(17, number: 99)).Should().Be(measured);
    }

    [Fact]
    public void Statistics_taken_anew_from_more_batches_measure_otherwise_and_few_batches_measure_coarsely()
    {
        using var estimator = Trained(10);
        var one = estimator.Run(Slice(17, new SlicedWeights(CalibrationBatches: 1)));
        var many = estimator.Run(Slice(17, new SlicedWeights(CalibrationBatches: 9)));
        many.Metrics["val_loss"].Should().NotBe(one.Metrics["val_loss"]);

        var coarse = estimator.Run(Slice(17, new SlicedWeights(ValidationBatches: 1)));
        (coarse.Metrics["val_accuracy"] * 20).Should().BeApproximately(Math.Round(coarse.Metrics["val_accuracy"] * 20), 1e-9);
    }

    [Fact]
    public void A_trial_may_start_from_a_slice_that_was_kept_and_measures_it_the_same_when_it_does_not_train()
    {
        using var supernet = Trained(40);
        var slice = supernet.Run(Slice(17));
        var kept = new KeptInMemory();
        kept.Keep(41, (IKeepingEstimator)supernet, Slice(17));
        using var alone = Create<IEstimator>("from-scratch", Setup() with { Kept = kept }, new { BatchSize = 20 });

        var inherited = alone.Run(Heir(17, 41, epochs: 0));

        inherited.Metrics["val_accuracy"].Should().Be(slice.Metrics["val_accuracy"]);
        inherited.Metrics["val_loss"].Should().Be(slice.Metrics["val_loss"]);
        alone.Run(Heir(17, 41, epochs: 3)).Metrics["val_loss"].Should().NotBe(slice.Metrics["val_loss"]);
    }

    [Theory]
    [InlineData(2.0, 1.0, null, "measures slices as they are, and the strategy wants one trained for 2 epochs*")]
    [InlineData(null, 0.5, null, "measures slices on all the data at their own resolution*")]
    [InlineData(null, 1.0, 3, "measures slices on all the data at their own resolution*")]
    public void A_slice_that_is_to_be_trained_or_measured_on_less_is_refused(double? epochs, double share, int? resolution, string message)
    {
        using var estimator = Trained(0);
        var trial = (Trial)Slice(0).Work with { Fidelity = new Fidelity(epochs, share, resolution) };
        estimator.Invoking(it => it.Run(new Candidate(0, trial))).Should().Throw<InputException>().WithMessage("Estimator 'supernet' " + message);
    }

    [Fact]
    public void An_estimator_without_a_supernet_refuses_a_slice()
    {
        using var estimator = Create<IEstimator>("from-scratch", Options);
        estimator.Invoking(it => it.Run(Slice(0, number: 7))).Should().Throw<InputException>()
            .WithMessage("Estimator 'from-scratch' has no supernet, and the strategy wants candidate 7 to be a slice of one; use the estimator 'supernet' with it.");
    }

    internal static Candidate Heir(int architecture, long parent, double? epochs = null, int number = 50) => new(
        number, new Trial(Space.All().ElementAt(architecture), new Fidelity(epochs)) { Weights = WeightOrigin.Of(parent) });

    private static Candidate Slice(int architecture, SlicedWeights? slice = null, long number = 41) =>
        new(number, new Trial(Space.All().ElementAt(architecture), Fidelity.Full) { Weights = slice ?? WeightOrigin.Supernet });

    private static IStatefulEstimator Trained(int steps)
    {
        var estimator = Create<IStatefulEstimator>("supernet", Options);
        for (var number = 0; number < steps; number++)
        {
            estimator.Run(Step(number, "uniform"));
        }

        return estimator;
    }

    private static byte[] State(IStatefulEstimator estimator)
    {
        using var stream = new MemoryStream();
        estimator.Save(stream);
        return stream.ToArray();
    }
}
