using NasEngine.Contracts;

namespace NasEngine.Benchmarks.OneShot;

/// <summary>
/// A loss that is planted into a space: every choice of every decision is worth something by itself, and every pair of choices of two
/// decisions that stand side by side in a layer something together, both drawn from the seed. What is best is therefore known, layer
/// by layer.
/// </summary>
internal sealed class PlantedQuality
{
    private const double Alone = 0.1;
    private const double Together = 0.05;

    private readonly DecisionSpace _space;
    private readonly int[][] _layers;
    private readonly double[][] _choices;
    private readonly double[][,] _pairs;

    /// <summary>Draws what is worth what.</summary>
    public PlantedQuality(DecisionSpace space, ulong seed)
    {
        var random = RandomSource.For(seed, 0, "planted quality");
        _space = space;
        _layers = [.. Enumerable.Range(0, space.Decisions.Length).GroupBy(number => space.Decisions[number].Group).Select(layer => layer.ToArray())];
        _choices = [.. space.Decisions.Select(decision => Enumerable.Range(0, decision.Count).Select(_ => Alone * random.NextDouble()).ToArray())];
        _pairs = [.. space.Decisions.Zip(space.Decisions.Skip(1), (one, next) =>
        {
            var pairs = new double[one.Count, next.Count];
            for (var i = 0; i < pairs.Length; i++)
            {
                pairs[i / next.Count, i % next.Count] = one.Group == next.Group ? Together * random.NextDouble() : 0;
            }

            return pairs;
        })];
    }

    /// <summary>The least loss of all architectures.</summary>
    public double Least => _layers.Sum(layer => All(layer).Min(values => Of(layer, values)));

    /// <summary>The loss of an architecture drawn at random, in the mean.</summary>
    public double Mean => _layers.Sum(layer => All(layer).Average(values => Of(layer, values)));

    /// <summary>Cross-entropy of an architecture, nats.</summary>
    public double Loss(Architecture architecture) => _layers.Sum(layer => Of(layer, [.. layer.Select(number => architecture.Values[number])]));

    /// <summary>A step on this space.</summary>
    public Measurement Measure(Candidate candidate) => new Measurement().With(
        SeriesNames.ValidationLosses, [.. ((SupernetStep)candidate.Work).Validate.Cast<Architecture>().Select(Loss)]);

    private double Of(int[] layer, int[] values)
    {
        var loss = 0.0;
        for (var place = 0; place < layer.Length; place++)
        {
            loss += _choices[layer[place]][values[place]];
            loss += place + 1 < layer.Length && layer[place + 1] == layer[place] + 1 ? _pairs[layer[place]][values[place], values[place + 1]] : 0;
        }

        return loss;
    }

    private IEnumerable<int[]> All(int[] layer) => layer.Aggregate(
        (IEnumerable<int[]>)[[]], (all, number) => all.SelectMany(
            values => Enumerable.Range(0, _space.Decisions[number].Count).Select(choice => (int[])[.. values, choice])));
}
