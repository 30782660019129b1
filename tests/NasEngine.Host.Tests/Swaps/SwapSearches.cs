using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;

namespace NasEngine.Host.Tests.Swaps;

/// <summary>Searches in which plugins are swapped, and the plugins that they run on.</summary>
internal static class SwapSearches
{
    public static readonly string[] TablePlugins = ["NasEngine.Strategies.Evolution", "NasEngine.Spaces.Benchmarks"];

    public static readonly string[] FpNasPlugins = ["NasEngine.Strategies.Probabilistic", "NasEngine.Spaces.FBNetV2"];

    /// <summary>Evolution over a table of all cells of NAS-Bench-201.</summary>
    public static SearchSpec Table(string name, string table, int trials) => new()
    {
        Name = name,
        Space = "nasbench201",
        Strategy = new ComponentSpec("regularized-evolution", OptionBag.From(new { Population = 10, Sample = 3 })),
        Estimator = new ComponentSpec("table", OptionBag.From(new { Table = table })),
        Objective = Maximize.Accuracy().Against(MetricNames.Macs),
        Budget = new Budget(trials) { Trials = trials },
        Seed = 7,
    };

    /// <summary>FP-NAS on few and small batches.</summary>
    public static SearchSpec FpNas(string name, string images, int steps) => new()
    {
        Name = name,
        Data = new ComponentSpec("fashion-mnist", OptionBag.From(new { Data = images })),
        Space = new ComponentSpec("fbnetv2-f", OptionBag.From(new { Scale = "mini" })),
        Strategy = new ComponentSpec("fp-nas", OptionBag.From(new { Lambda = 0.05, MinSamples = 2 })),
        Estimator = new ComponentSpec("supernet", OptionBag.From(new { BatchSize = 8, ScheduleSteps = steps })),
        Objective = Maximize.Accuracy().Under(Costs.Macs(3e6)),
        Budget = new Budget(steps),
        Seed = 3,
    };
}
