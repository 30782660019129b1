using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>What most spaces of networks have in common. The constructor's decisions never change.</summary>
/// <param name="decisions">The decisions.</param>
/// <param name="task">Images and classes.</param>
public abstract class NetworkSpace(DecisionSpace decisions, ImageTask task) : INetworkSpace
{
    /// <inheritdoc/>
    public DecisionSpace Decisions { get; } = decisions;

    /// <inheritdoc/>
    public FeatureShape Input => task.Input;

    /// <inheritdoc/>
    public int Classes => task.Classes;

    /// <inheritdoc/>
    public virtual ImmutableSortedDictionary<string, Architecture> References { get; } =
        ImmutableSortedDictionary.Create<string, Architecture>(StringComparer.Ordinal);

    /// <inheritdoc/>
    public virtual ImmutableSortedDictionary<string, NetworkSpec> Networks =>
        References.ToImmutableSortedDictionary(pair => pair.Key, pair => Describe(pair.Value), StringComparer.Ordinal);

    /// <inheritdoc/>
    public virtual ImmutableArray<string> Assumptions => [];

    /// <inheritdoc/>
    public virtual string Format(Architecture architecture) => ArchitectureText.Format(Decisions, architecture);

    /// <inheritdoc/>
    public virtual Architecture Parse(string text) => ArchitectureText.Parse(Decisions, text);

    /// <inheritdoc/>
    public virtual Architecture Canonical(Architecture architecture)
    {
        Decisions.MustHold(architecture);
        return architecture;
    }

    /// <summary>The hash of its network, so that two texts of one network are one; see <see cref="NetworkHash"/>.</summary>
    public virtual string NetworkOf(Architecture architecture) => Describe(Canonical(architecture)).Hash();

    /// <inheritdoc/>
    public virtual ArchitectureCost Cost(Architecture architecture)
    {
        Decisions.MustHold(architecture);
        return CostCounter.Count(Input, image => Add(image, architecture)).Cost;
    }

    /// <inheritdoc/>
    public NetworkSpec Describe(Architecture architecture)
    {
        Decisions.MustHold(architecture);
        return Add(NetworkSpec.From(Input), architecture).Build();
    }

    /// <inheritdoc/>
    public virtual IEnumerable<Architecture> Covering() => Coverage.Of(Decisions);

    /// <summary>
    /// Adds the network of an architecture of this space behind the image. Each weight key is used once; a network is
    /// described in the same way each time, for its description and for its costs.
    /// </summary>
    protected abstract FeatureMap Add(FeatureMap image, Architecture architecture);
}
