using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Benchmarks.OneShot;

/// <summary>What the weights are worth that BigNAS's children inherit.</summary>
internal sealed class ChildrenTable() : RecipeTable(steps: 2000, epochs: 1)
{
    private const int Children = 30;

    private static readonly string AsTheyAre = $"count: {Children}, inherit: true";

    /// <inheritdoc/>
    public override string Name => "children";

    /// <inheritdoc/>
    public override string Summary =>
        "30 slices of a supernet that BigNAS trained on Fashion-MNIST (mobilenet-v2 at mini scale), from a coarse grid, evenly over its "
        + "multiply-adds: measured as they are, and trained from scratch for an epoch each. test_accuracy is the mean as they are, "
        + "trained_accuracy from scratch, best and best_trained the best of each; spearman and tau (Kendall) compare the two orders, macs_spearman that "
        + "of the multiply-adds with the trained ones. Samples are paths that steps trained; seconds are those of all processors.";

    /// <inheritdoc/>
    protected override IEnumerable<RecipeMethod> Methods(BenchmarkArguments args) =>
        [new RecipeMethod("big-nas", size => Row(size))];

    private static Dictionary<string, object> Row(RecipeSize size)
    {
        const string Space = """.Space("mobilenet-v2", new { Scale = "mini" })""";
        var inherited = RecipeRun.Of($"children-{size.Seed}", $$"""
            {{Space}}
            .Strategy("big-nas", new { Coarse = 1.0, ValidationBatches = 25 })
            .Training(new { BatchSize = 96, ValidationBatchSize = 200, LearningRate = 0.4, Schedule = "one-cycle", HeldOut = 0.1 })
            .Objective(Maximize.Accuracy())
            .Budget(steps: {{size.Steps}}, trials: {{Children}})
            """, AsTheyAre, size.Seed);
        var children = string.Join(';', inherited.Finalists(MetricNames.Macs).Keys);
        var trained = RecipeRun.Of($"children-trained-{size.Seed}", string.Create(CultureInfo.InvariantCulture, $$"""
            {{Space}}
            .Strategy("train-once", new { Architectures = "{{children}}" })
            .Training(new { Epochs = {{size.Epochs:0.0}}, HeldOut = 0.1 })
            .Objective(Maximize.Accuracy())
            .Budget(trials: {{Children}})
            .Window(2)
            """), AsTheyAre, size.Seed);
        var (asTheyAre, after, macs) = (
            inherited.Finalists(MetricNames.TestAccuracy), trained.Finalists(MetricNames.TestAccuracy), trained.Finalists(MetricNames.Macs));
        string[] both = [.. asTheyAre.Keys.Where(after.ContainsKey)];
        double[] before = [.. both.Select(one => asTheyAre[one])];
        double[] then = [.. both.Select(one => after[one])];
        return new()
        {
            ["children"] = both.Length,
            ["samples"] = 4L * size.Steps,
            ["seconds"] = inherited.Seconds + trained.Seconds,
            ["test_accuracy"] = before.Average(),
            ["trained_accuracy"] = then.Average(),
            ["best"] = before.Max(),
            ["best_trained"] = then.Max(),
            ["spearman"] = RankCorrelation.Of(before, then) ?? double.NaN,
            ["tau"] = Kendall(before, then),
            ["macs_spearman"] = RankCorrelation.Of([.. both.Select(one => macs[one])], then) ?? double.NaN,
        };
    }

    private static double Kendall(double[] one, double[] other) => (
        from first in Enumerable.Range(0, one.Length)
        from second in Enumerable.Range(first + 1, one.Length - first - 1)
        select Math.Sign(one[first] - one[second]) * Math.Sign(other[first] - other[second])).Average();
}
