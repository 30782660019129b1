using NasEngine.Contracts;

namespace NasEngine.Pipeline.Searches;

/// <summary>
/// The strategies that a search names for its strategy to work with, and nothing else: what decides a search stands in its
/// definition, so that its plugins are hashed and swapped with those of the search.
/// </summary>
internal sealed class NamedStrategies(SearchSpec spec, IServices services) : IServices
{
    /// <inheritdoc/>
    public TPart Create<TPart, TSetup>(ComponentSpec component, TSetup setup)
        where TPart : class => services.Create<TPart, TSetup>(Named<TPart>(component), setup);

    /// <inheritdoc/>
    public void Check<TPart>(ComponentSpec component)
        where TPart : class => services.Check<TPart>(Named<TPart>(component));

    /// <inheritdoc/>
    public IReadOnlyList<PartDescription> Describe<TPart>()
        where TPart : class => [.. services.Describe<TPart>().Where(part => IsNamed<TPart>(part.Id))];

    private static bool IsStrategy<TPart>() => typeof(TPart) == typeof(IStrategy);

    private bool IsNamed<TPart>(string id) => IsStrategy<TPart>() && spec.Strategy.All.Skip(1).Any(inner => inner.Id == id);

    private ComponentSpec Named<TPart>(ComponentSpec component) => IsNamed<TPart>(component.Id) ? component : throw new InputException(
        $"Strategy '{spec.Strategy.Id}' asked for '{component.Id}', which search '{spec.Name}' does not name among the strategies it "
        + $"works with; add Part(\"{component.Id}\") to its .Strategy(…).") { Word = ".Strategy(" };
}
