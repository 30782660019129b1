using NasEngine.Contracts;

namespace NasEngine.Strategies.Sequential;

/// <summary>How a perceptron is trained: Adam on the mean absolute error, as in the authors' code of BANANAS.</summary>
/// <param name="Epochs">Passes over the trials, at least 1.</param>
/// <param name="BatchSize">Trials of a step, at least 1.</param>
/// <param name="LearningRate">Adam's step size, positive.</param>
internal sealed record MlpTraining(int Epochs = 150, int BatchSize = 32, double LearningRate = 0.01)
{
    private const float SecondDecay = 0.99f;

    /// <summary>Trained parameters.</summary>
    /// <param name="shape">The perceptron's shape.</param>
    /// <param name="codes">The places of the ones of each trial, at least one trial.</param>
    /// <param name="targets">For each output a target per trial; NaN where there is none.</param>
    /// <param name="random">For the first weights and the order of the trials.</param>
    public float[] Fit(MlpShape shape, int[][] codes, float[][] targets, RandomSource random)
    {
        var parameters = Start(shape, random);
        var gradient = new float[parameters.Length];
        var adam = new FlatAdam((float)LearningRate, SecondDecay, shape.Parameters);
        var size = Math.Min(BatchSize, codes.Length);
        var mlp = new Mlp(shape, size);
        int[] order = [.. Enumerable.Range(0, codes.Length)];
        var batch = new int[size][];
        var slopes = new float[shape.Outputs * size];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle<int>(order);
            for (var at = 0; at < order.Length; at += size)
            {
                var members = order.AsSpan(at, Math.Min(size, order.Length - at));
                for (var i = 0; i < members.Length; i++)
                {
                    batch[i] = codes[members[i]];
                }

                mlp.Forward(parameters, batch.AsSpan(0, members.Length));
                Slopes(mlp, targets, members, slopes);
                mlp.Backward(parameters, batch.AsSpan(0, members.Length), slopes, gradient);
                adam.Descend(parameters, gradient);
            }
        }

        return parameters;
    }

    /// <summary>The slopes of the mean absolute error of a batch by the outputs: ±1/n, and 0 where there is no target.</summary>
    private static void Slopes(Mlp mlp, float[][] targets, ReadOnlySpan<int> members, Span<float> slopes)
    {
        for (var output = 0; output < targets.Length; output++)
        {
            for (var i = 0; i < members.Length; i++)
            {
                var error = mlp.Output(output, i) - targets[output][members[i]];
                slopes[(output * members.Length) + i] = float.IsNaN(error) ? 0 : (float)Math.Sign(error) / members.Length;
            }
        }
    }

    /// <summary>Weights uniform within ±√(6/(inputs + units)) (Glorot and Bengio, AISTATS 2010), biases 0.</summary>
    private static float[] Start(MlpShape shape, RandomSource random)
    {
        var parameters = new float[FlatAdam.Padded(shape.Parameters)];
        Fill(parameters.AsSpan(0, shape.Inputs * shape.Width), shape.Inputs + shape.Width, random);
        for (var layer = 1; layer <= shape.Layers; layer++)
        {
            Fill(parameters.AsSpan(shape.Start(layer), shape.Units(layer) * shape.Width), shape.Width + shape.Units(layer), random);
        }

        return parameters;
    }

    private static void Fill(Span<float> weights, int ends, RandomSource random)
    {
        var bound = Math.Sqrt(6.0 / ends);
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = (float)(bound * ((2 * random.NextDouble()) - 1));
        }
    }
}
