using System.Numerics.Tensors;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Sequential;

/// <summary>A value that only a trial measures.</summary>
/// <param name="process">What was learnt of it.</param>
/// <remarks>
/// With K = L·Lᵀ over the trials and what is pending, the values that are drawn for the latter are L·[L⁻¹y; ε], ε standard normal, and the
/// mean of a candidate is the product of its L⁻¹k with the same vector: one factor serves all draws.
/// </remarks>
internal sealed class MeasuredAxis(GaussianProcess process) : AxisProcess
{
    /// <inheritdoc/>
    public override double Mean(Architecture architecture) => process.Predict(architecture.Values.AsSpan()).Mean;

    /// <inheritdoc/>
    public override IAxisFutures Draw(IReadOnlyList<Architecture> pending, double[][] normals) =>
        new Futures(process.Knowing([.. pending.Select(one => one.Values.ToArray())]), normals);

    private sealed class Futures : IAxisFutures
    {
        private readonly GaussianProcess _process;
        private readonly double[] _measured;
        private readonly double[][] _normals;

        public Futures(GaussianProcess process, double[][] normals)
        {
            (_process, _measured, _normals) = (process, process.WhitenedTargets(), normals);
            Drawn = [.. normals.Select(way => way.Select((_, place) => Along(process.FactorRow(_measured.Length + place), way)).ToArray())];
        }

        public double[][] Drawn { get; }

        public (double[] Means, double Variance) Predict(Architecture architecture)
        {
            var (whitened, variance) = _process.Whiten(architecture.Values.AsSpan());
            return ([.. _normals.Select(way => Along(whitened, way))], variance);
        }

        /// <summary>The product with [L⁻¹y; ε], as far as the row goes.</summary>
        private double Along(ReadOnlySpan<double> row, double[] way)
        {
            var drawn = row[_measured.Length..];
            return TensorPrimitives.Dot(row[.._measured.Length], _measured) + TensorPrimitives.Dot(drawn, way.AsSpan(0, drawn.Length));
        }
    }
}
