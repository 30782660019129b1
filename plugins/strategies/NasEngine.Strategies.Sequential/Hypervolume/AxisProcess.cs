using NasEngine.Contracts;

namespace NasEngine.Strategies.Sequential;

/// <summary>What is believed of architectures' values on an axis of the front, in standard deviations of what was measured.</summary>
internal abstract class AxisProcess
{
    /// <summary>What is believed of the value of an architecture that was tried.</summary>
    public abstract double Mean(Architecture architecture);

    /// <summary>What is believed after what is pending came out in one way or another.</summary>
    /// <param name="pending">What is pending.</param>
    /// <param name="normals">A standard normal number for each, in each of the ways.</param>
    public abstract IAxisFutures Draw(IReadOnlyList<Architecture> pending, double[][] normals);
}

/// <summary>An axis after draws of what is pending.</summary>
internal interface IAxisFutures
{
    /// <summary>Values that were drawn: ways × pending.</summary>
    double[][] Drawn { get; }

    /// <summary>The mean of an architecture's value in each of the ways, and its variance, which is the same in all; positive.</summary>
    (double[] Means, double Variance) Predict(Architecture architecture);
}

/// <summary>A cost that is known before a network runs.</summary>
/// <param name="cost">Its value in standard deviations.</param>
internal sealed class KnownAxis(Func<Architecture, double> cost) : AxisProcess
{
    /// <inheritdoc/>
    public override double Mean(Architecture architecture) => cost(architecture);

    /// <inheritdoc/>
    public override IAxisFutures Draw(IReadOnlyList<Architecture> pending, double[][] normals) =>
        new Futures(cost, [.. normals.Select(_ => pending.Select(cost).ToArray())]);

    private sealed class Futures(Func<Architecture, double> cost, double[][] drawn) : IAxisFutures
    {
        private const double Certain = 1e-12;

        public double[][] Drawn => drawn;

        public (double[] Means, double Variance) Predict(Architecture architecture)
        {
            var means = new double[drawn.Length];
            Array.Fill(means, cost(architecture));
            return (means, Certain);
        }
    }
}
