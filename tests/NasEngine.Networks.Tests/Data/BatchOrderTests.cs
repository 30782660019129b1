using NasEngine.Contracts;

namespace NasEngine.Networks.Tests.Data;

public sealed class BatchOrderTests
{
    private static readonly int[] Images = [.. Enumerable.Range(100, 23)];

    [Fact]
    public void An_epoch_shows_no_image_twice()
    {
        var order = Order();
        var epoch = Enumerable.Range(0, order.BatchesPerEpoch).SelectMany(number => order.Batch(number).ToArray()).ToArray();

        order.BatchesPerEpoch.Should().Be(4);
        epoch.Should().OnlyHaveUniqueItems().And.HaveCount(20).And.BeSubsetOf(Images);
    }

    [Fact]
    public void A_batch_does_not_depend_on_those_asked_for_before()
    {
        var inOrder = Order();
        var all = Enumerable.Range(0, 12).Select(number => inOrder.Batch(number).ToArray()).ToArray();

        var jumping = Order();
        foreach (var number in new[] { 11, 3, 4, 0, 7 })
        {
            jumping.Batch(number).ToArray().Should().Equal(all[number]);
        }
    }

    [Fact]
    public void Epochs_differ() => Order().Batch(0).ToArray().Should().NotEqual(Order().Batch(4).ToArray());

    [Fact]
    public void Purposes_differ() =>
        Order().Batch(0).ToArray().Should().NotEqual(new BatchOrder(Images, 5, seed: 9, "other").Batch(0).ToArray());

    [Fact]
    public void A_batch_larger_than_the_data_is_refused() =>
        FluentActions.Invoking(() => new BatchOrder(Images, 24, seed: 9, "test")).Should().Throw<InputException>()
            .WithMessage("The batch size is 24, and there are only 23 images to draw from; give a smaller batch size.");

    private static BatchOrder Order() => new(Images, 5, seed: 9, "test");
}
