using NasEngine.Contracts;

namespace NasEngine.Faults.Plugin;

/// <summary>Offers a space, a strategy, an objective and an estimator that go wrong where they are told to.</summary>
public sealed class FaultsPlugin : IPlugin
{
    public void Register(IPluginRegistry registry)
    {
        registry.Space(
            "faulty", "Two decisions of five choices.",
            options => options.Flag("uncounted", false, "Whether its costs go wrong."), uncounted => new FaultySpace(uncounted));
        registry.Strategy("faulty", "Goes wrong at one candidate.", FaultOptions.Read, (options, setup) => new FaultyStrategy(options, setup.Space));
        registry.Objective(
            "faulty", "A metric, and no more than so much of it.",
            options => (options.Text("metric", "score", "the metric"), options.Number("limit", double.PositiveInfinity, "more of it goes wrong")),
            options => new FaultyObjective(options.Item1, options.Item2));
        registry.Estimator("faulty", "Goes wrong at one candidate.", FaultOptions.Read, (options, _) => new FaultyEstimator(options));
    }
}
