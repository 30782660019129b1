namespace NasEngine.Benchmarks.Worth;

/// <summary>
/// Recipes that spend about what the quickstart spends, on the same space, data, limit and final training, each by another method.
/// </summary>
internal static class WorthRecipes
{
    /// <summary>The methods compared with the quickstart.</summary>
    public static IReadOnlyDictionary<string, string> Others { get; } = new Dictionary<string, string>
    {
        ["fp-nas"] = Recipe("""
            .Strategy("fp-nas", new { WarmupSteps = 400, SwitchToJointAt = 0.7 })
            .Training(new { BatchSize = 96, LearningRate = 0.3, Schedule = "one-cycle" })
            .Budget(steps: 700)
            """),
        ["parsec"] = Recipe("""
            .Strategy("parsec", new { Samples = 6, WarmupSteps = 400 })
            .Training(new { BatchSize = 96, LearningRate = 0.3, Schedule = "one-cycle" })
            .Budget(steps: 700)
            """),
        ["regularized-evolution"] = Recipe("""
            .Strategy("regularized-evolution", new { Population = 6, Sample = 3 })
            .Training(new { Epochs = 0.25 })
            .Budget(trials: 20)
            """),
        ["random"] = Recipe("""
            .Strategy("random", new { Feasible = true })
            .Training(new { Epochs = 0.25 })
            .Budget(trials: 20)
            """),
    };

    private static string Recipe(string method) => $$"""
        var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);
        var result = await Search("quickstart")
            .Data(Data.FashionMnist())
            .Space("fbnetv2-f", new { Scale = "mini" })
            {{method}}
            .Objective(Maximize.Accuracy().Under(Macs(1.2e6)))
            .Final(epochs: 3, count: 3)
            .Seed(seed)
            .RunAsync();
        result.Print();
        """;
}
