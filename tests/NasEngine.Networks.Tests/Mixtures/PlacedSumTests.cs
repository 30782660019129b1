using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks.Tests.Mixtures;

public sealed class PlacedSumTests : IDisposable
{
    private readonly DisposeScope _scope = torch.NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void A_smaller_map_is_spread_over_the_grid_with_zeros_between()
    {
        var image = NetworkSpec.From(new FeatureShape(1, 5, 5));
        var sum = image.ResizeTo(3, 2).Place(Selection.By("size", [0, 1]), image).Build();
        var pixels = Enumerable.Range(0, 25).Select(pixel => 1f + pixel).ToArray();
        var choices = new Choices(0.25f, 0.5f);

        var output = new NetworkPlan(sum).Run(torch.tensor(pixels, [1, 1, 5, 5]), choices);

        // Rows 0, 1 and 3 and columns 0 and 2 of the image are read, and put back where they were.
        output.data<float>().Should().Equal(Enumerable.Range(0, 25).Select(pixel =>
            (0.5f * pixels[pixel]) + (pixel / 5 is 0 or 1 or 3 && pixel % 5 is 0 or 2 ? 0.25f * pixels[pixel] : 0)));
        output.sum().backward();
        choices.Values.grad!.data<float>().Should().Equal(
            (from row in new[] { 0, 1, 3 } from column in new[] { 0, 2 } select pixels[(5 * row) + column]).Sum(), pixels.Sum());
    }

    [Fact]
    public void Other_channels_or_a_grid_that_is_too_small_are_refused()
    {
        var image = NetworkSpec.From(new FeatureShape(1, 4, 4));
        FluentActions.Invoking(() => image.Then(new PlacedSum(Selection.Fixed(0), 3, 4))).Should().Throw<InputException>()
            .WithMessage("*place was given 1×4×4 for a grid of 1×3×4*");
        FluentActions.Invoking(() => image.Place(Selection.By("size", [0, 1]), image.Conv("a", 2, 1))).Should().Throw<InputException>()
            .WithMessage("*place was given 2×4×4*");
        FluentActions.Invoking(() => image.Place(Selection.By("size", [0, 0]), image)).Should().Throw<InputException>()
            .WithMessage("*it must select each*");
    }

    private sealed class Choices(params float[] values) : IWeightSource
    {
        public torch.Tensor Values { get; } = torch.tensor(values, requires_grad: true);

        public torch.Tensor Weight(Weight weight) => throw new ArgumentException(weight.Name);

        public RunningStatistics? Statistics(BatchNorm norm) => null;

        torch.Tensor IWeightSource.Choices(string decision) => Values;
    }
}
