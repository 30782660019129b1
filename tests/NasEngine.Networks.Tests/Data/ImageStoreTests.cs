using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks.Tests.Data;

public sealed class ImageStoreTests : IDisposable
{
    private static readonly LabelledImages Images = new(
        new ImageShape(2, 3, 4), Enumerable.Range(0, 5 * 24).Select(i => (byte)(i * 2)).ToArray(), new byte[] { 4, 3, 2, 1, 0 });

    private static readonly PixelStatistics Statistics = new([10, 20], [2, 4]);

    private readonly DisposeScope _scope = torch.NewDisposeScope();
    private readonly ImageStore _store = new(Images, Statistics, torch.CPU);

    public void Dispose()
    {
        _store.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void A_batch_is_normalised_per_channel_and_in_the_order_asked_for()
    {
        var batch = _store.Batch([3, 0]);

        batch.Images.shape.Should().Equal(2, 2, 3, 4);
        batch.Labels.data<long>().Should().Equal(1, 4);
        for (var i = 0; i < 48; i++)
        {
            var (image, channel, place) = (i / 24 == 0 ? 3 : 0, i / 12 % 2, i % 12);
            var pixel = Images.Pixels.Span[(image * 24) + (channel * 12) + place];
            batch.Images.contiguous().data<float>()[i].Should().Be((pixel - Statistics.Mean[channel]) / Statistics.Deviation[channel]);
        }
    }

    [Fact]
    public void A_batch_lies_channels_last_in_memory() => _store.Batch([0, 1]).Images.stride().Should().Equal(24, 1, 8, 2);

    [Fact]
    public void All_images_come_in_batches_the_last_one_smaller() =>
        _store.Batches([0, 1, 2, 3, 4], 2).Select(batch => batch.Count).Should().Equal(2, 2, 1);

    [Fact]
    public void Augmented_images_are_crops_of_the_framed_image_some_mirrored()
    {
        var shown = new HashSet<string>();
        for (var seed = 0; seed < 200; seed++)
        {
            var batch = _store.Batch([2, 4], new Augmentation(RandomSource.For((ulong)seed, 0, "crops")));
            batch.Images.stride().Should().Equal(24, 1, 8, 2);
            var values = batch.Images[1].contiguous().data<float>().ToArray();
            var crop = AllCrops(4).Single(crop => crop.Values.SequenceEqual(values));
            shown.Add(crop.Name);
        }

        shown.Should().HaveCount(50);
    }

    /// <summary>Every crop of image <paramref name="number"/> by definition.</summary>
    private static IEnumerable<(string Name, float[] Values)> AllCrops(int number) =>
        from top in Enumerable.Range(-2, 5)
        from left in Enumerable.Range(-2, 5)
        from mirrored in new[] { false, true }
        select ($"{top} {left} {mirrored}", Enumerable.Range(0, 24).Select(i =>
        {
            var (channel, row, column) = (i / 12, (i / 4 % 3) + top, mirrored ? 3 - (i % 4) + left : (i % 4) + left);
            var inside = row is >= 0 and < 3 && column is >= 0 and < 4;
            var pixel = inside ? Images.Pixels.Span[(number * 24) + (channel * 12) + (row * 4) + column] : 0;
            return (pixel - Statistics.Mean[channel]) / Statistics.Deviation[channel];
        }).ToArray());
}
