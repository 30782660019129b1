using NasEngine.Contracts;
using static NasEngine.Networks.Tests.Estimators.EstimatorFixture;

namespace NasEngine.Networks.Tests.Estimators;

/// <summary>Parts of the data that would be nothing, all, or too small are refused when an estimator is made, before anything is trained.</summary>
public sealed class DataPartTests
{
    [Theory]
    [InlineData(0.001, "leaves nothing to validate on; give a heldOut above 0.0455, or more images.")]
    [InlineData(0.99, "leaves nothing to train on; give a heldOut below 0.9545, or more images.")]
    public void A_share_that_rounds_to_none_or_to_all_is_refused_with_those_that_do_not(double heldOut, string told) =>
        FluentActions.Invoking(() => DataSplit.Of(Images(110, 10), heldOut, 1, "It")).Should().Throw<InputException>().WithMessage(
            $"It holds out {heldOut} of each class to validate on, and of 110 images that rounds to *, which {told}");

    [Theory]
    [InlineData(0.046)]
    [InlineData(0.95)]
    public void The_share_that_is_told_works(double heldOut) =>
        DataSplit.Of(Images(110, 10), heldOut, 1, "It").Should().Match<DataSplit>(split => split.Train.Length >= 10 && split.Validation.Length >= 10);

    [Theory]
    [InlineData("from-scratch", "Estimator 'from-scratch' trains on batches of 5000 images, and there are only * give a batchSize of * or less.")]
    [InlineData("supernet", "Estimator 'supernet' trains on batches of 5000 images, and there are only * give a batchSize of * or less.")]
    public void A_batch_larger_than_its_part_is_refused_with_the_largest_that_fits(string estimator, string told) =>
        FluentActions.Invoking(() => Create<IEstimator>(estimator, new { BatchSize = 5000 })).Should().Throw<InputException>().WithMessage(told);

    [Fact]
    public void A_validation_batch_larger_than_its_part_is_refused() => FluentActions
        .Invoking(() => Create<IEstimator>("supernet", new { BatchSize = 20, ValidationBatchSize = 5000 })).Should().Throw<InputException>()
        .WithMessage("Estimator 'supernet' validates on batches of 5000 images, and there are only *; give a validationBatchSize of * or less.");

    private static LabelledImages Images(int count, int classes) =>
        new(new ImageShape(1, 1, 1), new byte[count], Enumerable.Range(0, count).Select(i => (byte)(i % classes)).ToArray());
}
