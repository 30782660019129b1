using NasEngine.Contracts;

namespace NasEngine.Faults.Plugin;

/// <summary>Offers a space, a strategy and an estimator that go wrong where they are told to.</summary>
public sealed class FaultsPlugin : IPlugin
{
    public void Register(IPluginRegistry registry)
    {
        registry.Space("faulty", "Two decisions of five choices.", _ => 0, _ => new FaultySpace());
        registry.Strategy("faulty", "Goes wrong at one candidate.", FaultOptions.Read, (options, setup) => new FaultyStrategy(options, setup.Space));
        registry.Estimator("faulty", "Goes wrong at one candidate.", FaultOptions.Read, (options, _) => new FaultyEstimator(options));
    }
}
