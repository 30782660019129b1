using NasEngine.Contracts;
using NasEngine.Pipeline.Workers;
using NasEngine.Search;

namespace NasEngine.Pipeline.Searches;

/// <summary>The new version of a plugin with the parts of a search made of it, its strategy where the old one stood.</summary>
internal sealed class PluginExchange : IDisposable
{
    private readonly IPluginSwap _swap;
    private readonly SearchSpec _spec;
    private SearchParts? _parts;

    private PluginExchange(IPluginSwap swap, SearchSpec spec, SearchParts parts, PluginChange change)
    {
        (_swap, _spec, _parts) = (swap, spec, parts);
        Change = change;
    }

    /// <summary>What is replaced by what.</summary>
    public PluginChange Change { get; }

    /// <summary>Loads the new version and lets its strategy take the state of the old one.</summary>
    /// <exception cref="InputException">It cannot be loaded, or does not fit the search.</exception>
    public static PluginExchange Load(IPluginHost host, string plugin, SearchSpec spec, SearchParts live, byte[] strategy)
    {
        var swap = host.Begin(plugin);
        try
        {
            var parts = SearchParts.Make(spec, swap.Services, live.Earlier, live.Measured);
            Check(spec, swap.Services, parts, live);
            parts.Strategy.Restore(strategy);
            return new PluginExchange(swap, spec, parts, new PluginChange(plugin, swap.Was, swap.Now));
        }
        catch (Exception problem)
        {
            swap.Dispose();

            // The exception itself may be of the new version, or hold on to it.
            throw new InputException(problem is InputException ? problem.Message : $"{problem.GetType().Name}: {problem.Message}");
        }
    }

    /// <summary>A worker that runs on the new version.</summary>
    public IWorker CreateWorker(int slot) => _swap.CreateWorker(_spec, slot);

    /// <summary>Puts the new version into use.</summary>
    public void Commit(SearchParts live)
    {
        live.Become(_parts!);
        _parts = null;
        _swap.Commit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _parts = null;
        _swap.Dispose();
    }

    private static void Check(SearchSpec spec, IServices services, SearchParts parts, SearchParts live)
    {
        if (!Described(parts.Space.Decisions).SequenceEqual(Described(live.Space.Decisions)))
        {
            throw new InputException($"its space '{spec.Space.Id}' has other decisions than the one that the search began with.");
        }

        if (parts.Strategy.Kind != live.Strategy.Kind)
        {
            throw new InputException($"its strategy '{spec.Strategy.Id}' proposes {parts.Strategy.Kind} and not {live.Strategy.Kind}.");
        }

        if (!parts.Objective.Axes.SequenceEqual(spec.Objective.Axes))
        {
            throw new InputException($"its objective '{spec.Objective.Name}' has other axes than the one that the search began with.");
        }

        services.Check<IEstimator>(spec.Estimator);
    }

    private static IEnumerable<string> Described(DecisionSpace space) =>
        space.Decisions.Select(decision => $"{decision.Name}: {string.Join('|', decision.Choices)} {decision.When}");
}
