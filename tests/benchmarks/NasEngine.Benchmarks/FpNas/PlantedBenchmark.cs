using NasEngine.Plugins.Conformance;

namespace NasEngine.Benchmarks.FpNas;

/// <summary>Factorised, joint and mixed distributions on a space whose variables only matter together.</summary>
public sealed class PlantedBenchmark : IBenchmark
{
    private const int Steps = 400;

    public string Name => "fpnas-planted";

    public string Summary => "Factorised, joint and mixed distributions where variables only matter together.";

    public BenchmarkReport Run(BenchmarkArguments args)
    {
        var simulation = new Simulation(new PlantedSpace(), Steps, PlantedSpace.Measure);
        return new BenchmarkReport(
            Name,
            $"Four layers of two variables with four choices each; in each layer one pair is best, and half of it is worst. {Steps} steps of FP-NAS (λ = 2, learning rate 0.05), mean of {Simulation.Seeds} seeds: how many of the four best pairs the mode has.",
            [.. new[] { 0, 0.01, 0.05, 0.1, 0.4, 1 }.Select(share => Row(simulation, share))]);
    }

    private static Dictionary<string, object> Row(Simulation simulation, double share)
    {
        var runs = Enumerable.Range(1, Simulation.Seeds)
            .Select(seed => simulation.Run("fp-nas", new { Lambda = 2, LearningRate = 0.05, SwitchToJointAt = share }, seed))
            .ToArray();
        return new Dictionary<string, object>
        {
            ["switch_to_joint_at"] = share,
            ["samples"] = runs.Average(run => run.Samples),
            ["best_pairs"] = runs.Average(run => PlantedSpace.BestPairs(run.Best)),
        };
    }
}
