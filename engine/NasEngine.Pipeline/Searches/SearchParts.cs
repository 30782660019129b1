using NasEngine.Contracts;
using NasEngine.Pipeline.Costs;

namespace NasEngine.Pipeline.Searches;

/// <summary>
/// The parts of plugins that live in the coordinator of a search. All who need them ask here each time and keep nothing, so
/// that a replaced version of a plugin can go.
/// </summary>
public sealed class SearchParts
{
    private SearchParts(ISearchSpace space, ICostModel costs, IStrategy strategy) => (Space, Costs, Strategy) = (space, costs, strategy);

    /// <summary>The space.</summary>
    public ISearchSpace Space { get; private set; }

    /// <summary>Costs of its architectures.</summary>
    public ICostModel Costs { get; private set; }

    /// <summary>The strategy.</summary>
    public IStrategy Strategy { get; private set; }

    /// <summary>Makes them, the strategy fresh.</summary>
    /// <exception cref="InputException">A part is not known, or the space is another than it says.</exception>
    public static SearchParts Make(SearchSpec spec, IServices services)
    {
        var space = services.Create<ISearchSpace, NoSetup>(spec.Space, NoSetup.Value);
        if (space.Decisions.Id != spec.Space.Id)
        {
            throw new InputException($"The space '{spec.Space.Id}' calls itself '{space.Decisions.Id}'; a space's id must be the one it is offered under.");
        }

        var costs = new CountedCosts(space);
        return new SearchParts(
            space, costs, services.Create<IStrategy, StrategySetup>(spec.Strategy, new StrategySetup(space, costs, spec.Objective, spec.Budget)));
    }

    /// <summary>Goes over to other parts.</summary>
    internal void Become(SearchParts other) => (Space, Costs, Strategy) = (other.Space, other.Costs, other.Strategy);
}
