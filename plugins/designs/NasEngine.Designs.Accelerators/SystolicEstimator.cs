using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Designs.Accelerators;

/// <summary>Runs a network on the array of a trial, in closed form (<see cref="ArrayFigures"/>); nothing is trained.</summary>
internal sealed class SystolicEstimator : IEstimator
{
    private readonly DesignOptions _options;
    private readonly AcceleratorSpace _space;
    private readonly ImmutableArray<Gemm> _layers;

    /// <summary>Makes it.</summary>
    /// <exception cref="InputException">The space is not one of accelerators.</exception>
    public SystolicEstimator(DesignOptions options, EstimatorSetup setup)
    {
        _options = options;
        _space = setup.Space.MustBeAccelerator("Estimator 'systolic-array'");
        _layers = NetworkLayers.Of(KnownNetworks.All[options.Network]());
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Metrics => DesignMetrics.All;

    /// <inheritdoc/>
    public void Train(Candidate candidate, IJobProgress progress, CancellationToken cancellation)
    {
    }

    /// <inheritdoc/>
    public Measurement Evaluate(Candidate candidate, IJobProgress progress, CancellationToken cancellation) => candidate.Work is Trial trial
        ? ArrayFigures.Of(_options.Units, _space.Array(trial.Architecture), _layers)
        : throw new InputException("Estimator 'systolic-array' measures trials; use a strategy that proposes them, such as random.");

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
