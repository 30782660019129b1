using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;
using NasEngine.Plugins.Conformance;
using NasEngine.Spaces.FBNetV2;

namespace NasEngine.Benchmarks.Torch;

/// <summary>
/// A step of FP-NAS against PyTorch's default way of running it: the sampled paths one after another in
/// contiguous format, on as many threads as there are cores. One row for each part that makes the difference.
/// </summary>
public sealed class SupernetBenchmark : IBenchmark
{
    private const int Paths = 7;
    private const int BatchSize = 96;

    /// <inheritdoc/>
    public string Name => "supernet";

    /// <inheritdoc/>
    public string Summary => "A step of FP-NAS against PyTorch's default way of running it.";

    /// <inheritdoc/>
    public IReadOnlyList<BenchmarkOption> Options => [new("--rounds", "rounds in turn", "9")];

    /// <inheritdoc/>
    public BenchmarkReport Run(BenchmarkArguments args)
    {
        var rounds = args.Number("--rounds");
        return new BenchmarkReport(
            Name,
            $"Milliseconds of one step of FP-NAS ({Paths} paths of fbnetv2-f mini, batch {BatchSize}: forward, backward, SGD) on " +
            $"{Environment.ProcessorCount} cores, {rounds} rounds in turn. The speed-up is the median over the rounds against the first row.",
            OwnProcess.Once(Name, args, () => Rows(rounds)));
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, object>> Rows(int rounds)
    {
        var cores = Environment.ProcessorCount;
        var space = (INetworkSpace)PluginParts.Of(new FBNetV2Plugin()).Space("fbnetv2-f", OptionBag.From(new { Scale = "mini" }));
        var random = RandomSource.For(7, 0, "bench");
        ImmutableArray<Architecture> paths = [.. Enumerable.Range(0, Paths).Select(_ => space.Decisions.Sample(random))];
        using var rival = new SupernetRival([.. paths.Select(space.Describe)], BatchSize);
        using var alone = new SupernetWorkload(space, paths, BatchSize, threads: 1);
        using var together = new SupernetWorkload(space, paths, BatchSize, cores);
        (string Name, Func<double> Seconds)[] ways =
        [
            ("PyTorch, paths one after another, contiguous", () => rival.Step(channelsLast: false)),
            ("PyTorch, paths one after another, channels last", () => rival.Step(channelsLast: true)),
            ("ours, one thread, images contiguous", () => alone.Step(channelsLast: false)),
            ("ours, one thread, images channels last", () => alone.Step(channelsLast: true)),
            ("ours, paths side by side, images contiguous", () => together.Step(channelsLast: false)),
            ("ours, paths side by side, images channels last", () => together.Step(channelsLast: true)),
        ];
        var seconds = ways.Select(_ => new double[rounds]).ToArray();
        foreach (var way in ways) way.Seconds();
        for (var round = 0; round < rounds; round++)
        {
            for (var way = 0; way < ways.Length; way++) seconds[way][round] = ways[way].Seconds();
        }

        return [.. ways.Select((way, i) => new Dictionary<string, object>
        {
            ["way"] = way.Name,
            ["ms"] = Statistics.Median(seconds[i]) * 1e3,
            ["speed-up"] = Statistics.Median(seconds[0].Zip(seconds[i], (first, own) => first / own)),
        })];
    }
}
