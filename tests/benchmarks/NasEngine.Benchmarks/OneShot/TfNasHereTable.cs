using System.Globalization;

namespace NasEngine.Benchmarks.OneShot;

/// <summary>How near TF-NAS comes to a latency on this machine, by a table that was measured on it.</summary>
internal sealed class TfNasHereTable : IBenchmarkTable
{
    private const string Latencies = "--latencies";

    /// <inheritdoc/>
    public string Name => "tfnashere";

    /// <inheritdoc/>
    public string Summary =>
        "TF-NAS at five latencies of this machine's own table ('nas profile tf-nas --set scale=mini'), which 10, 30, 50, 70 and 90 % of random "
        + "architectures do not exceed: what it recommends against the target, with elasticity-scaling (section 3.4) and without. Losses are a "
        + "formula, as in the table of the authors' processor. Samples are paths and mixtures that steps ran; seconds are those of the processor; "
        + "there is no accuracy.";

    /// <inheritdoc/>
    public IReadOnlyList<BenchmarkOption> Options =>
    [
        new("--steps", "steps of each search", "900"),
        BenchmarkOption.Seeds("1,2,3,4,5"),
        new(Latencies, "a table that 'nas profile tf-nas --set scale=mini' wrote; measured first where none is named"),
    ];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(BenchmarkArguments args)
    {
        var targets = new Lazy<TfNasTargets>(() => new TfNasTargets(Table(args.Text(Latencies)), new { Scale = "mini" }));
        var steps = args.Number("--steps");
        return
            from elastic in new[] { true, false }
            from share in new[] { 0.1, 0.3, 0.5, 0.7, 0.9 }
            from seed in args.Numbers("--seeds")
            select new BenchmarkCase(
                string.Create(CultureInfo.InvariantCulture, $"{elastic} {share} {seed} {steps} {args.Text(Latencies)}"),
                () => targets.Value.Row(elastic, targets.Value.Quantile(share), seed, steps));
    }

    /// <summary>The file that is named, or the one that this machine's times are in, measured where it is not there.</summary>
    private static string Table(string named)
    {
        var measured = Path.Combine(BenchmarkFiles.Root, "artifacts", "bench-oneshot", "tfnashere-latencies.json");
        if (named.Length == 0 && !File.Exists(measured))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(measured)!);
            NasCommand.LastLine("profile", "tf-nas", "--set", "scale=mini", "--to", measured);
        }

        return named.Length > 0 ? named : measured;
    }
}
