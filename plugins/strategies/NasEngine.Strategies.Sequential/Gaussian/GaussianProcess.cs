using System.Numerics.Tensors;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace NasEngine.Strategies.Sequential;

/// <summary>
/// A Gaussian process of mean 0 with measured values (Rasmussen and Williams, "Gaussian Processes for Machine Learning", 2006,
/// algorithm 2.1): K + noise·I = L·Lᵀ, α = (K + noise·I)⁻¹·y.
/// </summary>
internal sealed class GaussianProcess
{
    private const double LeastVariance = 1e-12;

    private readonly HammingKernel _kernel;
    private readonly int[][] _points;
    private readonly double[] _targets;
    private readonly int _measured;
    private readonly Cholesky<double> _factored;
    private readonly double[][] _factor;
    private readonly double[] _alpha;

    /// <summary>One core is what a strategy has; the others train.</summary>
    static GaussianProcess() => Control.UseSingleThread();

    /// <summary>The process with these values.</summary>
    /// <param name="kernel">The covariance.</param>
    /// <param name="points">Values of the architectures, at least one; one may be there several times.</param>
    /// <param name="targets">What was measured of each.</param>
    public GaussianProcess(HammingKernel kernel, int[][] points, double[] targets)
        : this(kernel, points, targets, points.Length)
    {
    }

    /// <summary>With values of the function itself, without noise, behind those that were measured.</summary>
    private GaussianProcess(HammingKernel kernel, int[][] points, double[] targets, int measured)
    {
        (_kernel, _points, _targets, _measured) = (kernel, points, targets, measured);
        var count = points.Length;
        _factored = Matrix<double>.Build.Dense(count, count, (i, j) => kernel.Of(points[i], points[j]) +
            (i != j ? 0 : i < measured ? kernel.Noise : HyperparameterFit.LeastNoise)).Cholesky();
        _factor = _factored.Factor.ToRowArrays();
        _alpha = _factored.Solve(Vector<double>.Build.Dense(targets)).ToArray();
    }

    /// <summary>log p(y | points): −½·yᵀα − Σ log L_ii − n/2·log 2π; nats.</summary>
    public double LogLikelihood =>
        -0.5 * (TensorPrimitives.Dot<double>(_targets, _alpha) + _factored.DeterminantLn + (_points.Length * Math.Log(2 * Math.PI)));

    /// <summary>α.</summary>
    public ReadOnlySpan<double> Alpha => _alpha;

    /// <summary>(K + noise·I)⁻¹.</summary>
    public Matrix<double> Precision() => _factored.Solve(Matrix<double>.Build.DenseIdentity(_points.Length));

    /// <summary>Mean and variance of the function, without noise, at an architecture.</summary>
    public (double Mean, double Variance) Predict(ReadOnlySpan<int> point)
    {
        var covariances = new double[_points.Length];
        for (var i = 0; i < covariances.Length; i++)
        {
            covariances[i] = _kernel.Of(_points[i], point);
        }

        var mean = TensorPrimitives.Dot<double>(covariances, _alpha);
        for (var i = 0; i < covariances.Length; i++)
        {
            var row = _factor[i];
            covariances[i] = (covariances[i] - TensorPrimitives.Dot<double>(row.AsSpan(0, i), covariances.AsSpan(0, i))) / row[i];
        }

        return (mean, Math.Max(LeastVariance, _kernel.Variance - TensorPrimitives.Dot<double>(covariances, covariances)));
    }

    /// <summary>
    /// This with what is pending, as if each had come out at its mean (the kriging believer of Ginsbourger, Le Riche and Carraro, 2010):
    /// means stay as they are, and there is less to find near what is pending.
    /// </summary>
    public GaussianProcess Believing(int[][] pending) => pending.Length == 0 ? this : new GaussianProcess(
        _kernel, [.. _points, .. pending], [.. _targets, .. pending.Select(point => Predict(point).Mean)]);

    /// <summary>This with places where the function itself is known without noise, whatever its values there.</summary>
    public GaussianProcess Knowing(int[][] points) => points.Length == 0 ? this : new GaussianProcess(
        _kernel, [.. _points, .. points], [.. _targets, .. new double[points.Length]], _measured);

    /// <summary>L⁻¹·k of an architecture's covariances k, and the variance of the function there.</summary>
    public (double[] Whitened, double Variance) Whiten(ReadOnlySpan<int> point)
    {
        var values = new double[_points.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var row = _factor[i];
            values[i] = (_kernel.Of(_points[i], point) - TensorPrimitives.Dot<double>(row.AsSpan(0, i), values.AsSpan(0, i))) / row[i];
        }

        return (values, Math.Max(LeastVariance, _kernel.Variance - TensorPrimitives.Dot<double>(values, values)));
    }

    /// <summary>L⁻¹·y of what was measured.</summary>
    public double[] WhitenedTargets()
    {
        var values = new double[_measured];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (_targets[i] - TensorPrimitives.Dot<double>(_factor[i].AsSpan(0, i), values.AsSpan(0, i))) / _factor[i][i];
        }

        return values;
    }

    /// <summary>Row <paramref name="number"/> of L, up to its diagonal.</summary>
    public ReadOnlySpan<double> FactorRow(int number) => _factor[number].AsSpan(0, number + 1);
}
