using System.Diagnostics;
using NasEngine.Contracts;
using NasEngine.Networks;
using NasEngine.Plugins.Conformance;
using NasEngine.Spaces.Benchmarks;
using NasEngine.Spaces.Cells;
using NasEngine.Spaces.Fabric;
using NasEngine.Spaces.FBNetV2;
using NasEngine.Spaces.Mlp;
using NasEngine.Spaces.Mobile;
using NasEngine.Spaces.Morphism;

namespace NasEngine.Benchmarks.Spaces;

/// <summary>
/// How many architectures of each space one thread samples and costs in a second: by looked-up or counted costs, and by
/// building the graph of each. Arguments are ids of spaces, for those alone.
/// </summary>
public sealed class SpaceBenchmark : IBenchmark
{
    private static readonly PluginParts Offered = PluginParts.Of(
        new BenchmarksPlugin(), new CellsPlugin(), new FabricPlugin(), new FBNetV2Plugin(), new MlpPlugin(), new MobilePlugin(), new MorphismPlugin());

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Measure = TimeSpan.FromSeconds(1.5);

    public string Name => "space";

    public string Summary => "Architectures of each space that a thread samples and costs in a second.";

    public IReadOnlyList<BenchmarkPart> Parts =>
        [.. Offered.Describe<ISearchSpace>().Select(part => new BenchmarkPart(part.Id, part.Summary, []))];

    public BenchmarkReport Run(BenchmarkArguments args) => new(
        Name,
        "Uniform sampling and cost (multiply-adds, parameters, activation bytes) of architectures at the paper's scale, one thread, " +
        "the fastest of many short turns; ratio is the time with a graph built for each architecture over the time without one. " +
        "The aim is a million FBNetV2-F architectures per second.",
        [.. Offered.Describe<ISearchSpace>().Select(part => part.Id).Order(StringComparer.Ordinal)
            .Where(id => args.Words.Count == 0 || args.Words.Contains(id)).Select(Row)]);

    private static Dictionary<string, object> Row(string id)
    {
        var space = (INetworkSpace)Offered.Space(id, OptionBag.Empty);
        var lookedUp = Fastest(space, one => space.Cost(one).Macs);
        var built = Fastest(space, one => space.Describe(one).Cost.Macs);
        return new Dictionary<string, object>
        {
            ["name"] = id,
            ["decisions"] = space.Decisions.Decisions.Length,
            ["architectures per second"] = Math.Round(1e6 / lookedUp),
            ["microseconds"] = lookedUp,
            ["rival microseconds (graph built)"] = built,
            ["ratio"] = built / lookedUp,
        };
    }

    /// <summary>Microseconds per architecture in the fastest turn.</summary>
    private static double Fastest(INetworkSpace space, Func<Architecture, long> cost)
    {
        var random = RandomSource.For(1, 0, space.Decisions.Id);
        var fastest = double.PositiveInfinity;
        var turn = 1;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < WarmUp + Measure)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < turn; i++)
            {
                cost(space.Decisions.Sample(random));
            }

            var elapsed = Stopwatch.GetElapsedTime(start);
            fastest = watch.Elapsed > WarmUp ? Math.Min(fastest, elapsed.TotalMicroseconds / turn) : fastest;
            turn = elapsed < Turn ? 2 * turn : Math.Max(1, turn / 2);
        }

        return fastest;
    }
}
