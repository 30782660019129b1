using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks.Tests.Training;

/// <summary>Mixed and erased training batches, against their definitions.</summary>
public sealed class BatchMixingTests : IDisposable
{
    private const int Side = 6;

    private readonly DisposeScope _scope = torch.NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(1.0)]
    public void Shares_are_of_the_beta_distribution(double alpha)
    {
        var random = RandomSource.For(1, 0, "beta");
        var shares = Enumerable.Range(0, 20_000).Select(_ => BatchMixing.Share(alpha, random)).ToArray();

        var mean = shares.Average();
        mean.Should().BeApproximately(0.5, 0.015);
        shares.Average(share => (share - mean) * (share - mean)).Should().BeApproximately(1 / (4 * ((2 * alpha) + 1)), 0.005);
    }

    [Fact]
    public void Mixup_blends_each_image_and_its_label_with_another_of_the_batch()
    {
        var batch = Apply(new MixingOptions(MixUp: 0.5, CutMix: 0, Erasing: 0), 1);

        for (var image = 0; image < 4; image++)
        {
            var other = (image + 3) % 4;
            Values(batch, image).Should().AllSatisfy(value =>
                value.Should().BeApproximately((float)((batch.Share * (image + 1)) + ((1 - batch.Share) * (other + 1))), 1e-5f));
        }

        batch.Labels.data<long>().Should().Equal(0, 1, 2, 3);
        batch.OtherLabels!.data<long>().Should().Equal(3, 0, 1, 2);
        batch.Share.Should().BeInRange(0, 1);
    }

    [Fact]
    public void CutMix_puts_a_rectangle_of_another_image_on_each_and_the_share_is_what_stays()
    {
        for (var seed = 0UL; seed < 50; seed++)
        {
            var batch = Apply(new MixingOptions(MixUp: 0, CutMix: 1, Erasing: 0), seed);
            var stays = Values(batch, 1).Select(value => value == 2).ToArray();

            Values(batch, 1).Should().OnlyContain(value => value == 2 || value == 1);
            stays.Average(own => own ? 1.0 : 0).Should().BeApproximately(batch.Share, 1e-9);
            IsRectangle([.. stays.Select(own => !own)]).Should().BeTrue();
        }
    }

    [Fact]
    public void Erasing_makes_a_rectangle_of_some_images_their_mean()
    {
        var (erased, all) = (0, 0);
        for (var seed = 0UL; seed < 100; seed++)
        {
            var batch = Apply(new MixingOptions(MixUp: 0, CutMix: 0, Erasing: 0.5), seed);
            for (var image = 0; image < 4; image++)
            {
                var values = Values(batch, image);
                values.Should().OnlyContain(value => value == image + 1 || value == 0);
                IsRectangle([.. values.Select(value => value == 0)]).Should().BeTrue();
                erased += values.Contains(0) ? 1 : 0;
                all++;
            }
        }

        ((double)erased / all).Should().BeInRange(0.4, 0.6);
    }

    [Fact]
    public void The_same_draws_give_the_same_batch_and_it_stays_channels_last()
    {
        var options = new MixingOptions(MixUp: 0.4, CutMix: 0.7, Erasing: 0.3);

        Apply(options, 9).Images.contiguous().data<float>().Should().Equal(Apply(options, 9).Images.contiguous().data<float>());
        Apply(options, 9).Images.stride().Should().Equal(2 * Side * Side, 1, 2 * Side, 2);
    }

    private static Batch Apply(MixingOptions options, ulong seed) =>
        new BatchMixing(options).Apply(Numbered(), RandomSource.For(seed, 0, "mixing"));

    /// <summary>Four images whose pixels are their number, from 1.</summary>
    private static Batch Numbered()
    {
        using var numbers = torch.tensor(new[] { 1f, 2f, 3f, 4f });
        using var shaped = numbers.reshape(4, 1, 1, 1);
        using var images = shaped.expand(4, 2, Side, Side);
        using var dense = images.contiguous();
        return new Batch(ChannelsLast.Of(dense), torch.tensor(new long[] { 0, 1, 2, 3 }));
    }

    private static float[] Values(Batch batch, int image) => batch.Images[image][0].contiguous().data<float>().ToArray();

    private static bool IsRectangle(bool[] marked)
    {
        var places = Enumerable.Range(0, marked.Length).Where(place => marked[place]).ToArray();
        return places.Length == 0
            || places.Length == (places.Max(place => place / Side) - places.Min(place => place / Side) + 1)
                * (places.Max(place => place % Side) - places.Min(place => place % Side) + 1);
    }
}
