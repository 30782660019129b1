using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks.Tests.Execution;

/// <summary>Recurrent cells in double precision, against finite differences of the independent implementation.</summary>
public sealed class RecurrentGradientTests
{
    private const double Step = 1e-6;

    /// <summary>Sigmoid, tanh and the identity have slopes everywhere; a ReLU's is tested where none of its inputs is near 0.</summary>
    [Theory]
    [InlineData("0:tanh")]
    [InlineData("0:sigmoid,1:identity,1:tanh,2:sigmoid")]
    [InlineData("0:relu,1:relu,2:identity,1:tanh,4:relu")]
    public void Every_slope_by_a_weight_or_an_input_is_that_of_the_definition(string cell)
    {
        using var scope = torch.NewDisposeScope();
        var spec = NetworkSpec.From(new FeatureShape(2, 1, 4)).Recur("r", 3, RecurrentCell.Parse(cell)).Build();
        var random = RandomSource.For(3, 0, cell);
        var values = spec.Weights.ToDictionary(
            weight => weight.Name, weight => Enumerable.Range(0, (int)weight.Count).Select(_ => random.NextGaussian()).ToArray(), StringComparer.Ordinal);
        var images = NaiveMap.Fill(2, spec.Input, (_, _, _, _) => random.NextGaussian());
        var factors = Enumerable.Range(0, 2 * (int)spec.Output.Count).Select(_ => random.NextGaussian()).ToArray();
        var source = new Doubles(spec, values);
        var given = torch.tensor(images.Values, [2, 2, 1, 4]).requires_grad_();

        var output = new NetworkPlan(spec).Run(given, source);
        output.mul(torch.tensor(factors, [2, spec.Output.Count])).sum().backward();

        output.reshape(-1).data<double>().ToArray().Zip(NaiveNetwork.Run(spec, images, key => values[key]).Values)
            .Max(pair => Math.Abs(pair.First - pair.Second)).Should().BeLessThan(1e-12);
        foreach (var (name, numbers) in values.Append(KeyValuePair.Create("the input", images.Values)))
        {
            var slopes = (source.Tensors.TryGetValue(name, out var weight) ? weight : given).grad!.reshape(-1).data<double>().ToArray();
            for (var i = 0; i < numbers.Length; i++)
            {
                slopes[i].Should().BeApproximately(Slope(numbers, i), 1e-7, "{0}[{1}]", name, i);
            }
        }

        double Loss() => NaiveNetwork.Run(spec, images, key => values[key]).Values.Zip(factors).Sum(pair => pair.First * pair.Second);

        double Slope(double[] numbers, int place)
        {
            var at = numbers[place];
            numbers[place] = at + Step;
            var above = Loss();
            numbers[place] = at - Step;
            var below = Loss();
            numbers[place] = at;
            return (above - below) / (2 * Step);
        }
    }

    private sealed class Doubles(NetworkSpec spec, Dictionary<string, double[]> values) : IWeightSource
    {
        public Dictionary<string, torch.Tensor> Tensors { get; } = spec.Weights.ToDictionary(
            weight => weight.Name,
            weight => torch.tensor(values[weight.Name], [.. weight.Shape.Select(size => (long)size)]).requires_grad_(),
            StringComparer.Ordinal);

        torch.Tensor IWeightSource.Weight(Weight weight) => Tensors[weight.Name];

        RunningStatistics? IWeightSource.Statistics(BatchNorm norm) => null;
    }
}
