using NasEngine.Contracts;

namespace NasEngine.Strategies.Learned;

/// <summary>A network that reads a sequence of tokens and gives a score in (0, 1), its parameters in one list.</summary>
internal abstract class Surrogate
{
    /// <summary>Parameters in all.</summary>
    public abstract int Count { get; }

    /// <summary>What it begins with: embeddings uniform in ±0.1 (PNAS, supplementary material), weights in ±1/√inputs, biases 0.</summary>
    public abstract double[] Begin(RandomSource random);

    /// <summary>A reader of sequences; one that are much alike is fastest read one after another.</summary>
    public abstract Func<int[], double> Reader(double[] parameters);

    /// <summary>Adds the gradient of (score − target)² of a sequence.</summary>
    public abstract void Learn(double[] parameters, int[] tokens, double target, Span<double> gradient);

    private protected static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private protected static void Spread(Affine affine, double[] parameters, RandomSource random)
    {
        Parameters.Uniform(affine.Outputs * affine.Inputs, 1 / Math.Sqrt(affine.Inputs), random).CopyTo(parameters, affine.Start);
        Array.Clear(parameters, affine.Biases, affine.Outputs);
    }
}
