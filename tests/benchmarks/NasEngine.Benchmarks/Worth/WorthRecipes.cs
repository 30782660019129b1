namespace NasEngine.Benchmarks.Worth;

/// <summary>
/// Recipes that spend about what the quickstart spends, on the same space, data, limit and final training, each by another method.
/// </summary>
internal static class WorthRecipes
{
    private const string Random = """
        .Strategy("random", new { Feasible = true, Unique = true })
        .Training(new { Epochs = 0.3, HeldOut = 0.1 })
        .Budget(trials: 24)
        .Window(2)
        """;

    /// <summary>The methods compared with the quickstart.</summary>
    public static IReadOnlyDictionary<string, string> Others { get; } = new Dictionary<string, string>
    {
        ["fp-nas"] = Recipe("""
            .Strategy("fp-nas", new { Lambda = 1.0, WarmupSteps = 300, SwitchToJointAt = 0.0 })
            .Training(new { BatchSize = 96, LearningRate = 0.3, Schedule = "one-cycle" })
            .Budget(steps: 600)
            """),
        ["parsec"] = Recipe("""
            .Strategy("parsec", new { Samples = 4, WarmupSteps = 300 })
            .Training(new { BatchSize = 96, LearningRate = 0.3, Schedule = "one-cycle" })
            .Budget(steps: 600)
            """),
        ["darts"] = Relaxed("darts", rate: "3e-3", steps: 250),
        ["gdas"] = Relaxed("gdas", rate: "0.01", steps: 1500),
        ["nasp"] = Relaxed("nasp", rate: "3e-3", steps: 600),
        ["drnas"] = Relaxed("drnas", rate: "0.01", steps: 400),
        ["pc-darts"] = Recipe("""
            .Strategy("pc-darts", new { LearningRate = 6e-3 })
            .Training(new { BatchSize = 64, LearningRate = 0.1, WeightDecay = 3e-4, ScheduleEnd = 0.01 })
            .Budget(steps: 600)
            """, limit: "", space: ", Partial = 4"),
        ["dmasking"] = Recipe("""
            .Strategy("dmasking", new { Cost = "excess", CostWeight = 2.0, LearningRate = 0.05, ArchitectureEvery = 2 })
            .Training(new { BatchSize = 64 })
            .Budget(steps: 400)
            """),
        ["enas"] = Recipe("""
            .Strategy("enas", new { WeightSteps = 100, ControllerSteps = 20, LearningRate = 0.02 })
            .Training(new { BatchSize = 96, LearningRate = 0.1, ScheduleEnd = 0.01 })
            .Budget(steps: 601)
            """, limit: ""),
        ["single-path"] = Recipe("""
            .Strategy("single-path", new { Sampling = "feasible", Samples = 2, Population = 25, Parents = 8, ValidationBatches = 25 })
            .Training(new { BatchSize = 96, ValidationBatchSize = 200, LearningRate = 0.3, Schedule = "one-cycle" })
            .Budget(steps: 900, trials: 75)
            """),
        ["regularized-evolution"] = Recipe("""
            .Strategy("regularized-evolution", new { Population = 8, Sample = 4 })
            .Training(new { Epochs = 0.3, HeldOut = 0.1 })
            .Budget(trials: 24)
            .Window(2)
            """),
        ["random"] = Recipe(Random),
        ["random-near-the-limit"] = Recipe(Random, limit: """.Under(Macs(4.5e6)).Require("macs", atLeast: 0.9 * 4.5e6)"""),
    };

    /// <summary>DARTS, or a method that trains as it does.</summary>
    private static string Relaxed(string method, string rate, int steps) => Recipe($$"""
        .Strategy("{{method}}", new { LearningRate = {{rate}} })
        .Training(new { BatchSize = 64, LearningRate = 0.025, WeightDecay = 3e-4, ScheduleEnd = 0.04 })
        .Budget(steps: {{steps}})
        """, limit: "");

    /// <summary>Methods that learn from the loss alone can have no limit.</summary>
    private static string Recipe(string method, string limit = ".Under(Macs(4.5e6))", string space = "") => $$"""
        var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);
        var result = await Search("quickstart")
            .Data(Data.FashionMnist())
            .Space("nasbench201", new { Scale = "mini", Channels = 8, Cells = 1{{space}} })
            {{method}}
            .Objective(Maximize.Accuracy(){{limit}})
            .Final(epochs: 2, count: 2)
            .Seed(seed)
            .RunAsync();
        result.Print();
        """;
}
