using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Designs.Accelerators;

/// <summary>Runs a network on the array of a trial, in closed form (<see cref="ArrayModel"/>); nothing is trained.</summary>
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
        ? Figures(_options, _space.Array(trial.Architecture), _layers)
        : throw new InputException("Estimator 'systolic-array' measures trials; use a strategy that proposes them, such as random.");

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    /// <summary>What a network takes of an array.</summary>
    public static Measurement Figures(DesignOptions options, SystolicArray array, ImmutableArray<Gemm> layers)
    {
        var (cycles, traffic, macs) = (0.0, 0.0, 0L);
        foreach (var layer in layers)
        {
            var run = ArrayModel.Run(array, layer);
            (cycles, traffic, macs) = (cycles + run.Cycles, traffic + run.Traffic, macs + layer.Macs);
        }

        var milliseconds = cycles / (options.Gigahertz * 1e6);
        var area = options.Area.Of(array);
        return new Measurement()
            .With(DesignMetrics.Cycles, cycles)
            .With(DesignMetrics.Runtime, milliseconds)
            .With(DesignMetrics.Traffic, traffic)
            .With(DesignMetrics.Utilization, macs / (cycles * array.Elements))
            .With(DesignMetrics.Area, area)
            .With(DesignMetrics.BufferUse, array.BufferUse)
            .With(DesignMetrics.Efficiency, 1e3 / milliseconds / area);
    }
}
