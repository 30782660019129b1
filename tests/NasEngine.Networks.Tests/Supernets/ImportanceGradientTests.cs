using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks.Tests.Execution;
using TorchSharp;

namespace NasEngine.Networks.Tests.Supernets;

/// <summary>
/// The gradient of the rule <c>importance</c>, Σ ω_k·∇NLL_k with ω = softmax(−s·NLL), is the gradient of
/// −log(Σ_k exp(−s·NLL_k))/s, which gives an oracle by finite differences.
/// </summary>
public sealed class ImportanceGradientTests : IDisposable
{
    private static readonly ToySpace Space = new(side: 4, widest: 8);
    private static readonly ImmutableArray<Architecture> Paths =
        [Space.Decisions.Architecture([0, 0, 1]), Space.Decisions.Architecture([2, 1, 0]), Space.Decisions.Architecture([1, 2, 1]), Space.Decisions.Architecture([2, 0, 0])];

    private readonly DisposeScope _scope = torch.NewDisposeScope();
    private readonly Supernet _supernet = new(Space, seed: 3, torch.CPU, threads: 2);
    private readonly Batch _batch = ToyBatches.Of(6, Space);

    public void Dispose()
    {
        _supernet.Dispose();
        _scope.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(5000)]
    public void The_online_sum_equals_the_closed_form(double scale)
    {
        var losses = new List<double>();
        var gradients = new List<Dictionary<string, double[]>>();
        using var sum = new SoftmaxWeightedSum(_supernet.Weights, scale);
        _supernet.Backward(Paths, _batch, (_, gradient) =>
        {
            losses.Add(gradient.Loss);
            gradients.Add(Whole(gradient));
            sum.Add(gradient);
        }, default);

        var largest = losses.Max(loss => -scale * loss);
        var weights = losses.Select(loss => Math.Exp((-scale * loss) - largest)).ToArray();
        foreach (var (name, actual) in sum.Mean().Gradients.Views)
        {
            var expected = Enumerable.Range(0, (int)actual.numel()).Select(i =>
                Enumerable.Range(0, Paths.Length).Sum(k => weights[k] * gradients[k].GetValueOrDefault(name, new double[actual.numel()])[i]) / weights.Sum());
            actual.data<float>().Select(value => (double)value).Zip(expected).Should().AllSatisfy(
                two => two.First.Should().BeApproximately(two.Second, 1e-6), name);
        }
    }

    [Fact]
    public void The_gradient_equals_finite_differences_of_an_independent_implementation()
    {
        const double scale = 2;
        using var sum = new SoftmaxWeightedSum(_supernet.Weights, scale);
        _supernet.Backward(Paths, _batch, (_, gradient) => sum.Add(gradient), default);
        var gradients = sum.Mean().Gradients.Views;

        var shared = _supernet.Weights.Tensors.ToDictionary(
            pair => pair.Key, pair => pair.Value.data<float>().Select(value => (double)value).ToArray());
        foreach (var (name, values) in shared)
        {
            foreach (var i in new[] { 0, values.Length / 2, values.Length - 1 })
            {
                const double h = 1e-5;
                var at = values[i];
                values[i] = at + h;
                var above = FreeEnergy(shared, scale);
                values[i] = at - h;
                var below = FreeEnergy(shared, scale);
                values[i] = at;

                ((double)gradients[name].flatten()[i].item<float>()).Should().BeApproximately((above - below) / (2 * h), 2e-5, $"{name}[{i}]");
            }
        }
    }

    /// <summary>−log(Σ_k exp(−s·NLL_k))/s by the naive implementation in double precision.</summary>
    private double FreeEnergy(Dictionary<string, double[]> shared, double scale)
    {
        var images = new NaiveMap((int)_batch.Count, Space.Input);
        _batch.Images.data<float>().Select(value => (double)value).ToArray().CopyTo(images.Values, 0);
        var labels = _batch.Labels.data<long>().ToArray();
        var total = Paths.Sum(path =>
        {
            var spec = Space.Describe(path);
            var weights = spec.Weights.ToDictionary(weight => weight.Name, weight => Part(shared[weight.Name], weight));
            return Math.Exp(-scale * NaiveNetwork.Loss(NaiveNetwork.Run(spec, images, key => weights[key]), labels));
        });
        return -Math.Log(total) / scale;
    }

    private Dictionary<string, double[]> Whole(PassResult gradient) => gradient.Weights.ToDictionary(
        pair => pair.Weight.Name,
        pair =>
        {
            var whole = new double[_supernet.Weights.Tensors[pair.Weight.Name].numel()];
            var values = pair.Gradient.contiguous().data<float>().ToArray();
            var places = Places(pair.Weight);
            for (var i = 0; i < values.Length; i++)
            {
                whole[places[i]] = values[i];
            }

            return whole;
        });

    private double[] Part(double[] whole, Weight weight) => [.. Places(weight).Select(place => whole[place])];

    /// <summary>Where each scalar of a path's weight lies in the shared tensor, by counting in mixed radix.</summary>
    private int[] Places(Weight weight)
    {
        var whole = _supernet.Weights.Tensors[weight.Name].shape;
        return [.. Enumerable.Range(0, (int)weight.Count).Select(i =>
        {
            var (place, stride) = (0, 1);
            for (var d = whole.Length - 1; d >= 0; d--)
            {
                place += i % weight.Shape[d] * stride;
                i /= weight.Shape[d];
                stride *= (int)whole[d];
            }

            return place;
        })];
    }
}
