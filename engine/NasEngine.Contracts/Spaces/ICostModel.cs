using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>
/// Costs of architectures that are known before anything is trained: counted from the description, looked up, or predicted. A
/// pure function of the architecture, safe from several threads. A plugin offers one by
/// <see cref="PluginRegistryExtensions.CostModel{TOptions}"/>.
/// </summary>
public interface ICostModel
{
    /// <summary>The costs that it knows, each name once.</summary>
    ImmutableArray<CostMetric> Metrics { get; }

    /// <summary>The cost of an architecture by name (see <see cref="MetricNames"/>), in the metric's unit.</summary>
    /// <exception cref="InputException">The cost is not known here, or the architecture belongs to another space.</exception>
    double Cost(string metric, Architecture architecture);

    /// <summary>The expected cost of a mixture and its gradient by the mixture's weights; see <see cref="MixtureCost"/>.</summary>
    /// <exception cref="InputException">The cost is not known here, or not for mixtures of this space.</exception>
    MixtureCost Cost(string metric, Mixture mixture);

    /// <summary>
    /// The least and the greatest cost of the space's architectures, so that a target nobody can meet is refused before the search; null
    /// where that is not known, also because the cost is not.
    /// </summary>
    CostRange? Range(string metric) => null;

    /// <summary>
    /// Whether it measures on this machine what it is asked and does not know yet; see <see cref="CostModelSetup.Measured"/>. What it
    /// measured once it says again, so that it is a pure function all the same.
    /// </summary>
    bool Measures => false;

    /// <summary>Called before a search whose strategy needs the cost of every path from its first step on: measures all there is.</summary>
    void MeasureAll()
    {
    }
}
