using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>Where a strategy stands, for the terminal, the journal and the report.</summary>
public sealed record StrategyStatus
{
    /// <summary>Nothing to say.</summary>
    public static StrategyStatus Empty { get; } = new();

    /// <summary>Scalars by name, e.g. <c>entropy</c> (nats), <c>samples</c> (K of the next step), <c>expected_macs</c>.</summary>
    public ImmutableSortedDictionary<string, double> Scalars { get; init; } =
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    /// <summary>Architecture parameters by layer or variable: the logits or log-probabilities of the distribution.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<double>> Alphas { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<double>>(StringComparer.Ordinal);
}
