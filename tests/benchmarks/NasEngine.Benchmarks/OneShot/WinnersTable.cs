using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Benchmarks.OneShot;

/// <summary>Where the winners of methods with a space of their own stand among random architectures of it.</summary>
internal sealed class WinnersTable() : RecipeTable(steps: 600, epochs: 2)
{
    private static readonly OwnSpace FbNet = new("fbnetv2-f", 2e6);
    private static readonly OwnSpace TfNas = new("tf-nas", 3e6);
    private static readonly OwnSpace MobileNet = new("mobilenet-v2", 1.5e6);

    private static readonly OwnMethod[] Searches =
    [
        .. DMaskingTable.Searches.Select(one => new OwnMethod(one.Method, FbNet, one.Lines)),
        new("fp-nas, after a warm-up", FbNet, """
            .Strategy("fp-nas", new { Lambda = 0.44, WarmupSteps = 300 })
            .Training(new { BatchSize = 96, LearningRate = 0.3, Schedule = "one-cycle" })
            """),
        new("tf-nas", TfNas, """
            .Strategy("tf-nas", new { LearningRate = 0.02 })
            .Training(new { BatchSize = 64 })
            """),
        new("big-nas", MobileNet, """
            .Strategy("big-nas", new { ValidationBatches = 25 })
            .Training(new { BatchSize = 96, ValidationBatchSize = 200, LearningRate = 0.4, Schedule = "one-cycle", HeldOut = 0.1 })
            """) { Lengths = 3, Slices = 60 },
    ];

    /// <inheritdoc/>
    public override string Name => "winners";

    /// <inheritdoc/>
    public override string Summary =>
        "Winners of methods over spaces of their own, on Fashion-MNIST at mini scale, against 20 random architectures of the same space at 80 to 100 % "
        + "of its limit on multiply-adds (fbnetv2-f 2 M, tf-nas 3 M, mobilenet-v2 1.5 M), all trained from scratch by the same final training; big-nas "
        + "has three times the steps, and a warm-up trains uniform paths for 300. Percentile is the share of them that the winner beats, gain in points against their mean, random_sd their "
        + "standard deviation in points; same_compute is the expected best of as many of them as the seconds of the clock that the search and its final "
        + "training took are enough for (trainings). Samples are routes that were measured for the architecture's sake; seconds are those of all "
        + "processors, final training included.";

    /// <inheritdoc/>
    protected override IEnumerable<RecipeMethod> Methods(BenchmarkArguments args)
    {
        var first = args.Numbers("--seeds")[0];
        return Searches.Select(one => new RecipeMethod(one.Method, size => Row(one, size, size with { Seed = first })));
    }

    private static Dictionary<string, object> Row(OwnMethod method, RecipeSize size, RecipeSize compared)
    {
        var run = RecipeRun.Of(Key(method, size), method.Recipe(size), size.Epochs, size.Seed);
        var (random, trainingSeconds) = Random(Searches.First(one => one.Space == method.Space), compared);
        var standing = Weighing.Stand(run.Metric(MetricNames.TestAccuracy), random, Direction.Maximize);
        var same = Weighing.SameCompute(
            random, Direction.Maximize, run.ClockSeconds, trainingSeconds, Weighing.Trainings(run.ClockSeconds, trainingSeconds));
        return new()
        {
            ["space"] = method.Space.Id,
            ["samples"] = run.Validated,
            ["seconds"] = run.Seconds,
            ["test_accuracy"] = run.Metric(MetricNames.TestAccuracy),
            ["share_of_the_limit"] = run.Metric(MetricNames.Macs) / method.Space.Limit,
            ["percentile"] = 100 * standing.Share,
            ["gain"] = 100 * standing.Gain,
            ["random_mean"] = random.Mean,
            ["random_sd"] = 100 * random.Deviation,
            ["random_best"] = random.Max,
            ["trainings"] = same.Trainings,
            ["same_compute"] = same.ExpectedBest,
        };
    }

    /// <summary>What <c>nas worth</c> says of the random architectures of a space, and of the time that one of them took.</summary>
    private static (Contracts.Recipes.RandomSample Values, double TrainingSeconds) Random(OwnMethod method, RecipeSize size)
    {
        var worth = RecipeRun.OnceOf(Key(method, size), method.Recipe(size), size.Epochs, size.Seed).Worth();
        ImmutableArray<double> values = [
            .. worth.GetProperty("random_architectures").GetProperty("values").EnumerateArray().Select(value => value.GetDouble())];
        return (Weighing.Sample(values), worth.GetProperty("same_compute").GetProperty("training_seconds").GetDouble());
    }

    private static string Key(OwnMethod method, RecipeSize size) =>
        string.Create(CultureInfo.InvariantCulture, $"winners-{method.Method}-{size.Steps}-{size.Epochs}-{size.Seed}");

    /// <summary>A space and the limit on multiply-adds over it.</summary>
    private sealed record OwnSpace(string Id, double Limit);

    /// <summary>A search over such a space.</summary>
    private sealed record OwnMethod(string Method, OwnSpace Space, string Lines)
    {
        /// <summary>Steps as multiples of the table's.</summary>
        public int Lengths { get; init; } = 1;

        /// <summary>Slices of the supernet that are measured after its steps; 0 where the method measures none.</summary>
        public int Slices { get; init; }

        /// <summary>All of its recipe but the final training.</summary>
        public string Recipe(RecipeSize size) => string.Create(CultureInfo.InvariantCulture, $$"""
            .Space("{{Space.Id}}", new { Scale = "mini" })
            {{Lines}}
            .Objective(Maximize.Accuracy().Under(Macs({{Space.Limit}})))
            .Budget(steps: {{Lengths * size.Steps}}{{(Slices > 0 ? $", trials: {Slices}" : "")}})
            """);
    }
}
