using NasEngine.Contracts;
using static NasEngine.Networks.Tests.Estimators.EstimatorFixture;
using static NasEngine.Networks.Tests.Estimators.SliceTests;

namespace NasEngine.Networks.Tests.Estimators;

/// <summary>Trials that start from the weights of an earlier one.</summary>
public sealed class InheritanceTests : IDisposable
{
    private readonly KeptInMemory _kept = new();
    private readonly IEstimator _parent = Create<IEstimator>("from-scratch", new { BatchSize = 20, Epochs = 3 });

    public void Dispose() => _parent.Dispose();

    [Fact]
    public void A_heir_that_does_not_train_measures_as_its_parent_did()
    {
        var parent = Kept(4);
        using var estimator = Heirs();
        var measured = estimator.Run(Heir(4, 3, epochs: 0));
        measured.Metrics["val_loss"].Should().Be(parent.Metrics["val_loss"]);
        measured.Metrics["val_accuracy"].Should().Be(parent.Metrics["val_accuracy"]);
        measured.Metrics.Should().NotContainKey("train_loss");
    }

    [Fact]
    public void A_heir_that_trains_goes_on_from_there_bit_for_bit_the_same_each_time()
    {
        Kept(4);
        using var one = Heirs();
        using var two = Heirs();
        var measured = one.Run(Heir(4, 3, epochs: 1));
        two.Run(Heir(4, 3, epochs: 1)).Should().Be(measured);
        two.Run(Trial(4, new Fidelity(1), number: 50)).Should().NotBe(measured);
    }

    [Fact]
    public void Equal_networks_are_kept_as_equal_bytes()
    {
        Kept(4);
        var first = _kept[3];
        Kept(4);
        _kept[3].Should().Equal(first);
    }

    [Fact]
    public void A_network_that_does_not_fit_is_a_result_that_says_so_in_one_sentence()
    {
        Kept(0);
        using var estimator = Heirs();
        estimator.Run(Heir(17, 3)).Failure.Should().Be(new Failure(
            FailureKind.BadArchitecture,
            "The network cannot start from that of candidate 3: it has a tensor 'stem.weight' [8, 1, 3, 3], and the other has it as [4, 1, 3, 3]; inherit: matching hands on what fits and draws the rest anew."));
    }

    [Fact]
    public void What_fits_is_handed_on_and_the_rest_drawn_anew_when_the_estimator_is_told_so()
    {
        Kept(0);
        using var estimator = Heirs(new { BatchSize = 20, Inherit = "matching" });
        var partly = estimator.Run(Heir(2, 3, epochs: 0));
        var fresh = estimator.Run(Trial(2, new Fidelity(0), number: 50));
        partly.Failure.Should().BeNull();
        partly.Metrics["val_loss"].Should().NotBe(fresh.Metrics["val_loss"]);
        estimator.Run(Heir(17, 3, epochs: 0)).Failure.Should().BeNull();
    }

    [Fact]
    public void A_network_that_nobody_kept_is_refused()
    {
        using var estimator = Heirs();
        estimator.Invoking(it => it.Run(Heir(4, 3))).Should().Throw<InputException>().WithMessage("The network of candidate 3 is not kept*");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(12)]
    public void A_trial_on_images_of_another_size_trains_and_measures_on_that_size(int side)
    {
        using var estimator = Heirs();
        var own = estimator.Run(Trial(4, new Fidelity(Epochs: 1)));
        var other = estimator.Run(Trial(4, new Fidelity(Epochs: 1, Resolution: side)));
        other.Failure.Should().BeNull();
        other.Metrics["train_loss"].Should().NotBe(own.Metrics["train_loss"]);
        other.Metrics["macs"].Should().Be(own.Metrics["macs"]);
        estimator.Run(Trial(4, new Fidelity(Epochs: 1, Resolution: 6))).Should().Be(own);
    }

    private Measurement Kept(int architecture)
    {
        var measured = _parent.Run(Trial(architecture, number: 3));
        _kept.Keep(3, (IKeepingEstimator)_parent, Trial(architecture, number: 3));
        return measured;
    }

    private IEstimator Heirs(object? options = null) =>
        Create<IEstimator>("from-scratch", Setup() with { Kept = _kept }, options ?? new { BatchSize = 20 });
}
