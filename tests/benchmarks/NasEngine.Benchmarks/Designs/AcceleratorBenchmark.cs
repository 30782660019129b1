using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Designs.Accelerators;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Evolution;
using NasEngine.Strategies.Portfolio;
using NasEngine.Strategies.Sequential;

namespace NasEngine.Benchmarks.Designs;

/// <summary>
/// How near strategies come to the best accelerator for a network, which enumeration tells, and how many trials that takes with and
/// without what a search for another network found. <c>--seeds N</c> sets the number of searches.
/// </summary>
public sealed class AcceleratorBenchmark : IBenchmark
{
    private const int Trials = 200;
    private const double Near = 0.99;
    private const string Transferred = "bayesian";

    private static readonly object Evolution = new { Population = 20, Sample = 5 };
    private static readonly ImmutableArray<ComponentSpec> Members =
        [new("random", OptionBag.From(new { Unique = true, Feasible = true })), new("regularized-evolution", OptionBag.From(Evolution)), "local-search", "tpe"];

    private static readonly (string Label, ComponentSpec Strategy, ImmutableArray<ComponentSpec> Inner)[] Cases =
    [
        .. Members.Select(member => (member.Id, member, ImmutableArray<ComponentSpec>.Empty)),
        ("portfolio of these four", "portfolio", Members),
        (Transferred, Transferred, []),
    ];

    /// <inheritdoc/>
    public string Name => "accelerator";

    /// <inheritdoc/>
    public string Summary => "How near strategies come to the best accelerator for a network.";

    /// <inheritdoc/>
    public IReadOnlyList<BenchmarkOption> Options => [new("--seeds", "number of searches", "30")];

    /// <inheritdoc/>
    public BenchmarkReport Run(BenchmarkArguments args)
    {
        var seeds = args.Number("--seeds");
        var parts = PluginParts.Of(new AcceleratorsPlugin(), new EvolutionPlugin(), new SequentialPlugin(), new PortfolioPlugin());
        var networks = KnownNetworks.All.Keys.ToDictionary(name => name, name => new AcceleratorCase(parts, name));
        return new BenchmarkReport(
            Name,
            $"Accelerators under 4 mm²: what a strategy's best is after so many trials, as a share of the best of all designs in images per second and mm²; median of {seeds} seeds. Trials to 99 %: median, {Trials} where it is not reached. Rows 'after …' begin with the ten winners of the same strategy's search for that network.",
            [.. networks.SelectMany(one => Cases.Select(strategy => Row(one.Key, strategy.Label, Curves(one.Value, strategy, seeds, null)))
                .Concat(networks.Where(other => other.Key != one.Key).Select(other => Row(
                    one.Key, $"{Transferred}, after {other.Key}", Curves(one.Value, Cases[^1], seeds, other.Value)))))]);
    }

    private static double[][] Curves(
        AcceleratorCase network, (string Label, ComponentSpec Strategy, ImmutableArray<ComponentSpec> Inner) one, int seeds, AcceleratorCase? first) =>
        [.. Enumerable.Range(1, seeds).Select(seed => (ulong)seed).Select(seed => first is null
            ? network.Search(one.Strategy, one.Inner, Trials, seed).Curve
            : network.Search(
                new ComponentSpec("warm-start", OptionBag.From(new { From = "earlier", With = "winners" })), [one.Strategy], Trials, seed,
                first.Search(one.Strategy, one.Inner, Trials, seed).Search).Curve)];

    private static Dictionary<string, object> Row(string network, string label, double[][] curves) => new()
    {
        ["network"] = network,
        ["strategy"] = label,
        ["share after 50"] = Statistics.Median(curves.Select(curve => curve[49])),
        ["after 100"] = Statistics.Median(curves.Select(curve => curve[99])),
        ["after 200"] = Statistics.Median(curves.Select(curve => curve[^1])),
        ["trials to 99 %"] = Statistics.Median(curves.Select(curve => Array.FindIndex(curve, share => share >= Near) is >= 0 and var at ? at + 1.0 : Trials)),
    };
}
