using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;

namespace NasEngine.Host.Tests.Programs;

/// <summary>Searches as recipes define them.</summary>
internal static class Specs
{
    public static SearchSpec Supernet { get; } = new()
    {
        Name = "demo",
        Space = "fbnetv2-f",
        Strategy = new ComponentSpec("fp-nas", OptionBag.Empty.With("lambda", "0.25")),
        Data = "fashion-mnist",
        Estimator = "supernet",
        Final = new FinalSpec("from-scratch", 2),
        Objective = Maximize.Accuracy().Under(Costs.Macs(3e6)),
        Budget = new Budget(300),
        Seed = 7,
        Threads = 2,
    };

    public static Architecture Architecture { get; } = new("fbnetv2-f", [0, 2, 1]);
}
