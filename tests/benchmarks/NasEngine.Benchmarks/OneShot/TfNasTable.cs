using System.Globalization;
using NasEngine.Benchmarks.FpNas;

namespace NasEngine.Benchmarks.OneShot;

/// <summary>How near TF-NAS comes to a latency on its authors' processor, with and without elasticity-scaling.</summary>
internal sealed class TfNasTable : IBenchmarkTable
{
    private const string File = "tfnas_latency_cpu.json.gz";

    /// <inheritdoc/>
    public string Name => "tfnas";

    /// <inheritdoc/>
    public string Summary =>
        "TF-NAS at five latencies of its authors' published processor table, on the paper's space: what it recommends against the target, "
        + "with elasticity-scaling (section 3.4) and without. Losses are a formula that favours late choices, since what is asked is the "
        + "distance from the target alone. Samples are paths and mixtures that steps ran; seconds are those of the processor; there is no "
        + "accuracy.";

    /// <inheritdoc/>
    public IReadOnlyList<BenchmarkOption> Options =>
    [
        new("--steps", "steps of each search", "900"),
        BenchmarkOption.Seeds("1,2,3,4,5"),
        BenchmarkOption.Table,
    ];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(BenchmarkArguments args)
    {
        var targets = new TfNasTargets(SharedData.Find(args, File), space: null);
        var steps = args.Number("--steps");
        return
            from elastic in new[] { true, false }
            from target in new[] { 30.0, 40, 50, 60, 70 }
            from seed in args.Numbers("--seeds")
            select new BenchmarkCase(
                string.Create(CultureInfo.InvariantCulture, $"{elastic} {target} {seed} {steps}"),
                () => targets.Row(elastic, target, seed, steps));
    }
}
