using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Growth.EditDistance;

/// <summary>
/// A Gaussian process over networks whose covariance is exp(−‖x − y‖²) of their embedded edit distances (Auto-Keras, arXiv 1806.10282,
/// eq. 2), of standardised scores.
/// </summary>
internal sealed class EditProcess
{
    private readonly NetworkOutline[] _networks;
    private readonly EditProcessOptions _options;
    private readonly DistanceEmbedding _embedding;
    private readonly double[][] _points;
    private readonly Cholesky<double> _factored;
    private readonly Vector<double> _alpha;
    private readonly (double Mean, double Deviation) _scale;

    /// <summary>The process with these scores.</summary>
    /// <param name="networks">What was measured, at least one.</param>
    /// <param name="scores">Of each.</param>
    /// <param name="options">Its constants.</param>
    /// <param name="random">What the embedding is drawn by.</param>
    public EditProcess(NetworkOutline[] networks, double[] scores, EditProcessOptions options, RandomSource random)
    {
        (_networks, _options) = (networks, options);
        _embedding = new DistanceEmbedding(networks.Length, random);
        _points = [.. networks.Select(Embedded)];
        var mean = scores.Average();
        var deviation = Math.Sqrt(scores.Average(score => (score - mean) * (score - mean)));
        _scale = (mean, deviation > 0 ? deviation : 1);
        _factored = Matrix<double>.Build.Dense(
            networks.Length, networks.Length, (i, j) => Covariance(_points[i], _points[j]) + (i == j ? options.Noise : 0)).Cholesky();
        _alpha = _factored.Solve(Vector<double>.Build.Dense([.. scores.Select(score => (score - _scale.Mean) / _scale.Deviation)]));
    }

    /// <summary>Mean and standard deviation of a network's score, without noise.</summary>
    public (double Mean, double Deviation) Predict(NetworkOutline network)
    {
        var point = Embedded(network);
        var covariances = Vector<double>.Build.Dense([.. _points.Select(other => Covariance(point, other))]);
        var variance = 1 - covariances.DotProduct(_factored.Solve(covariances));
        return (_scale.Mean + (_scale.Deviation * covariances.DotProduct(_alpha)), _scale.Deviation * Math.Sqrt(Math.Max(0, variance)));
    }

    /// <summary>The upper confidence bound μ + β·σ.</summary>
    public double UpperBound(NetworkOutline network)
    {
        var (mean, deviation) = Predict(network);
        return mean + (_options.Beta * deviation);
    }

    private double[] Embedded(NetworkOutline network) =>
        _embedding.Of([.. _networks.Select(other => NetworkDistance.Of(network, other, _options.Skips))]);

    private static double Covariance(double[] one, double[] other) =>
        Math.Exp(-one.Zip(other, (a, b) => (a - b) * (a - b)).Sum());
}

/// <summary>Constants of an <see cref="EditProcess"/>.</summary>
/// <param name="Beta">β of the upper confidence bound, at least 0.</param>
/// <param name="Skips">λ, what skip connections count beside layers, at least 0.</param>
/// <param name="Noise">Variance of a measurement about the function, as a share of the scores' variance, positive.</param>
internal sealed record EditProcessOptions(double Beta, double Skips, double Noise);
