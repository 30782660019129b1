using System.Globalization;

namespace NasEngine.Benchmarks.OneShot;

/// <summary>Time and memory of a step by what runs in it.</summary>
internal sealed class MemoryTable : IBenchmarkTable
{
    /// <inheritdoc/>
    public string Name => "memory";

    /// <inheritdoc/>
    public string Summary =>
        "A step of weights and architecture, one of its two passes after the other: DMaskingNAS with 1, 4 and 16 widths of each of four "
        + "blocks (fbnetv2-f, the widest 64 channels, batch 64), and over the cells of NAS-Bench-201 (mini scale, 16 channels, two cells a "
        + "stage, batch 64) what DARTS, NASP, GDAS and single-path methods run. Operations are convolutions, linear layers and poolings that "
        + "a step runs forward; activations_mb what it keeps for its gradients, counted; peak_mb how far the process's memory rose in its "
        + "first step; seconds those of the processor of a step, the median of some, each case in a process of its own; ratio is seconds "
        + "against the first of the same space. Samples are routes.";

    /// <inheritdoc/>
    public IReadOnlyList<BenchmarkOption> Options =>
    [
        new("--rounds", "steps that are measured", "15"),
        new("--batch", "images of a step", "64"),
        new("--case", "one of the cases"),
    ];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(BenchmarkArguments args)
    {
        var rounds = args.Number("--rounds");
        var batch = args.Number("--batch");
        var only = args.Text("--case");
        return StepWorkload.Names.Where(name => only.Length == 0 || name == only).Select(name => new BenchmarkCase(
            string.Create(CultureInfo.InvariantCulture, $"{name} {rounds} {batch}"),
            () => args.Has(BenchmarkOption.Inside)
                ? StepWorkload.Row(name, batch, rounds)
                : OwnProcess.Rows(
                    ["oneshot", Name, "--case", name, "--rounds", $"{rounds}", "--batch", $"{batch}", BenchmarkOption.Inside.Name]).Single()));
    }

    /// <inheritdoc/>
    public IReadOnlyList<IReadOnlyDictionary<string, object>> Finish(IReadOnlyList<IReadOnlyDictionary<string, object>> rows) =>
    [
        .. rows.Select(row => new Dictionary<string, object>(row)
        {
            ["ratio"] = (double)row["seconds"] / (double)rows.First(first => first["space"].Equals(row["space"]))["seconds"],
        }),
    ];
}
