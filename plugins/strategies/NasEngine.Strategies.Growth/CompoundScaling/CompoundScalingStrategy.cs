using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Growth.CompoundScaling;

/// <summary>
/// Compound scaling (EfficientNet, ICML 2019, arXiv 1905.11946, section 3.3): a grid over depth α, width β and resolution γ with
/// α·β²·γ² ≈ 2 finds the best way to spend twice the base network's cost; then the network is scaled by α^φ, β^φ and γ^φ.
/// </summary>
/// <remarks>
/// The grid is the space's own choices. A scaling takes the nearest choice of each; one that lies beyond the space's largest is left out,
/// which the status says, and no network is trained twice. When the whole grid failed the search ends.
/// </remarks>
internal sealed class CompoundScalingStrategy : IStrategy
{
    private const string Owner = "strategy 'compound-scaling'";
    private const byte StateVersion = 1;

    private readonly CompoundScalingOptions _options;
    private readonly StrategySetup _setup;
    private readonly ScalingGrid _scalings;
    private readonly ImmutableArray<(Scaling Scaling, Architecture Architecture)> _grid;
    private int _proposed;
    private int _observed;
    private int _best = -1;
    private double _score = double.NegativeInfinity;
    private double _violation = double.PositiveInfinity;

    /// <exception cref="InputException">The space is not scaled, or has no scaling of that cost.</exception>
    public CompoundScalingStrategy(CompoundScalingOptions options, StrategySetup setup)
    {
        (_options, _setup) = (options, setup);
        var space = setup.Space as IScaledSpace ?? throw new InputException(
            $"The {Owner} needs a space that scales depth, width and resolution, and '{setup.Space.Decisions.Id}' does not; "
                + "'efficientnet' is such a space.");
        _scalings = new ScalingGrid(space);
        _grid = options.Coefficients is null ? _scalings.Near(options.Resources, options.Tolerance) : [];
        if (options.Coefficients is null && _grid.IsEmpty)
        {
            throw new InputException(
                $"Space '{space.Decisions.Id}' has no depth, width and resolution that cost {options.Resources} times its base "
                    + $"network up to {options.Tolerance:P0}; give it finer choices, or a larger tolerance.");
        }
    }

    /// <inheritdoc/>
    public WorkKind Kind => WorkKind.Trials;

    /// <inheritdoc/>
    public StrategyStatus Status
    {
        get
        {
            var scalars = StrategyStatus.Empty.Scalars.Add("grid", _grid.Length);
            return new StrategyStatus
            {
                Scalars = Coefficients is not { } found ? scalars : scalars
                    .Add("depth", found.Depth).Add("width", found.Width).Add("resolution", found.Resolution)
                    .Add("beyond_the_space", _options.Phis.Count(phi => _scalings.Nearest(found.Power(phi)) is null)),
            };
        }
    }

    /// <summary>α, β and γ, once they are known.</summary>
    private Scaling? Coefficients => _options.Coefficients ?? (_observed >= _grid.Length && _best >= 0 ? _grid[_best].Scaling : null);

    /// <inheritdoc/>
    public WorkItem? Propose(ProposalContext context)
    {
        var next = _proposed < _grid.Length ? _grid[_proposed].Architecture
            : Coefficients is { } found ? Scaled(found).Skip(_proposed - _grid.Length).FirstOrDefault()
            : null;
        if (next is null)
        {
            return null;
        }

        _proposed++;
        return new Trial(next, Fidelity.Full);
    }

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        var architecture = ((Trial)observation.Candidate.Work).Architecture;
        var place = _grid.Select(one => one.Architecture).ToList().IndexOf(architecture);
        _observed++;
        if (place >= 0 && _setup.Score(architecture, observation.Measurement) is { } score
            && (observation.Feasibility.Violation, -score).CompareTo((_violation, -_score)) < 0)
        {
            (_best, _score, _violation) = (place, score, observation.Feasibility.Violation);
        }
    }

    /// <inheritdoc/>
    public ImmutableArray<Architecture> Recommend(int count) => [];

    /// <inheritdoc/>
    public void Save(IBufferWriter<byte> state)
    {
        var writer = new StateWriter(state, StateVersion);
        writer.Write(_proposed);
        writer.Write(_observed);
        writer.Write(_best);
        writer.Write(_score);
        writer.Write(_violation);
    }

    /// <inheritdoc/>
    public void Restore(ReadOnlyMemory<byte> state)
    {
        var reader = new StateReader(Owner, state.Span, StateVersion);
        var (proposed, observed, best) = (reader.Int32(), reader.Int32(), reader.Int32());
        var (score, violation) = (reader.Double(), reader.Double());
        reader.Done();
        if (best >= _grid.Length)
        {
            throw new InputException($"The saved state of {Owner} is of another grid; resume with the space and the options it was "
                + "saved with.");
        }

        (_proposed, _observed, _best, _score, _violation) = (proposed, observed, best, score, violation);
    }

    /// <summary>The networks of all φ that the space holds, but for those of the grid.</summary>
    private IEnumerable<Architecture> Scaled(Scaling found) => _options.Phis
        .Select(phi => _scalings.Nearest(found.Power(phi)))
        .OfType<Architecture>()
        .Distinct()
        .Where(scaled => !_grid.Any(one => one.Architecture.Equals(scaled)));
}
