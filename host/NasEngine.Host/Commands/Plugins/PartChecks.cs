using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;
using NasEngine.Plugins.Conformance;

namespace NasEngine.Host.Commands.Plugins;

/// <summary>The checks of the conformance kit for a part of a plugin, made with the defaults of its options.</summary>
internal static class PartChecks
{
    private const string Profiler = "profiler";
    private const string Rule = "supernet rule";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>Whether the checks of a kind run networks, for which libtorch must be there.</summary>
    public static bool RunNetworks(string kind) => kind is Profiler or Rule;

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
                parts.Space(component);
                return CheckRun.RunAsync(new OfSpace(parts, component), Limit);
            case "objective":
                parts.Create<IObjective, NoSetup>(component, NoSetup.Value);
                return CheckRun.RunAsync(new OfObjective(parts, component), Limit);
            case "estimator":
                var estimator = new OfEstimator(parts, component);
                estimator.MustBeMade();
                return CheckRun.RunAsync(estimator, Limit);
            case Profiler:
                parts.Check<IProfiler>(component);
                return CheckRun.RunAsync(new OfProfiler(parts, component), Limit);
            case Rule:
                parts.Check<ISupernetRule>(component);
                return CheckRun.RunAsync(new OfRule(parts, component), Limit);
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
        protected override ISearchSpace Create() => parts.Space(component);
    }

    private sealed class OfEstimator(IServices parts, ComponentSpec component) : EstimatorChecks
    {
        /// <summary>What a check would say of it is said by the check.</summary>
        public void MustBeMade()
        {
            try
            {
                MustMeasureHere();
            }
            catch (NotConformingException)
            {
            }
        }

        protected override IEstimator Create(EstimatorSetup setup) => parts.Create<IEstimator, EstimatorSetup>(component, setup);
    }

    private sealed class OfProfiler(IServices parts, ComponentSpec component) : ProfilerChecks
    {
        protected override IProfiler Create(EstimatorSetup setup) => parts.Create<IProfiler, EstimatorSetup>(component, setup);
    }

    private sealed class OfRule(IServices parts, ComponentSpec component) : RuleChecks
    {
        protected override ISupernetRule Create(SupernetRuleSetup setup) =>
            parts.Create<ISupernetRule, SupernetRuleSetup>(component, setup);
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
