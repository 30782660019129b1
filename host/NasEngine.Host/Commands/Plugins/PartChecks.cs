using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;

namespace NasEngine.Host.Commands.Plugins;

/// <summary>The checks of the conformance kit for a part of a plugin, made with the defaults of its options.</summary>
internal static class PartChecks
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>Runs them; none for kinds that have no checks.</summary>
    /// <param name="parts">Makes the part.</param>
    /// <param name="kind">Its kind, as listings name it.</param>
    /// <param name="id">Its name.</param>
    /// <returns>Of each check what it is, and what is wrong; null where all is well.</returns>
    /// <exception cref="InputException">It cannot be made with the defaults of its options.</exception>
    public static IAsyncEnumerable<(string Check, string? Wrong)> RunAsync(IServices parts, string kind, string id)
    {
        var component = new ComponentSpec(id, OptionBag.Empty);
        switch (kind)
        {
            case "strategy":
                var strategy = new OfStrategy(parts, component);
                strategy.MustBeMade();
                return CheckRun.RunAsync(strategy, Limit);
            case "space":
                parts.Create<ISearchSpace, NoSetup>(component, NoSetup.Value);
                return CheckRun.RunAsync(new OfSpace(parts, component), Limit);
            case "objective":
                parts.Create<IObjective, NoSetup>(component, NoSetup.Value);
                return CheckRun.RunAsync(new OfObjective(parts, component), Limit);
            default:
                return AsyncEnumerable.Empty<(string, string?)>();
        }
    }

    private sealed class OfStrategy(IServices parts, ComponentSpec component) : StrategyChecks
    {
        public void MustBeMade() => New(seed: 1);

        protected override IStrategy Create(StrategySetup setup) => parts.Create<IStrategy, StrategySetup>(component, setup);
    }

    private sealed class OfSpace(IServices parts, ComponentSpec component) : SpaceChecks
    {
        protected override ISearchSpace Create() => parts.Create<ISearchSpace, NoSetup>(component, NoSetup.Value);
    }

    private sealed class OfObjective(IServices parts, ComponentSpec component) : ObjectiveChecks
    {
        private const double Some = 0.5;

        /// <summary>Also those that it alone knows.</summary>
        protected override ImmutableSortedDictionary<string, double> Metrics => Create().Metrics
            .Where(name => !base.Metrics.ContainsKey(name))
            .Aggregate(base.Metrics, (metrics, name) => metrics.SetItem(name, Some));

        protected override IObjective Create() => parts.Create<IObjective, NoSetup>(component, NoSetup.Value);
    }
}
