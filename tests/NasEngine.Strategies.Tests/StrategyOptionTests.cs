using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Evolution;
using NasEngine.Strategies.Growth;
using NasEngine.Strategies.Learned;
using NasEngine.Strategies.MultiFidelity;
using NasEngine.Strategies.OneShot;
using NasEngine.Strategies.Portfolio;
using NasEngine.Strategies.Probabilistic;
using NasEngine.Strategies.Relaxed;
using NasEngine.Strategies.Sequential;

namespace NasEngine.Strategies.Tests;

/// <summary>An option that a strategy takes changes what it proposes, learns, shows or recommends: none is taken and ignored.</summary>
public sealed class StrategyOptionTests
{
    private const int Observations = 60;

    /// <summary>Its mixtures read a part of the channels, which the small spaces here do not offer; its own tests ask it.</summary>
    private const string NeedsPartialChannels = "pc-darts";

    private static readonly PluginParts Parts = PluginParts.Of(
        new EvolutionPlugin(), new LearnedPlugin(), new MultiFidelityPlugin(), new OneShotPlugin(), new ProbabilisticPlugin(),
        new RelaxedPlugin(), new SequentialPlugin());

    private static readonly PluginParts All = PluginParts.Of(
        new EvolutionPlugin(), new GrowthPlugin(), new LearnedPlugin(), new MultiFidelityPlugin(), new OneShotPlugin(), new PortfolioPlugin(),
        new ProbabilisticPlugin(), new RelaxedPlugin(), new SequentialPlugin());

    /// <summary>What makes a strategy do all that it does within a small search.</summary>
    private static readonly Dictionary<string, string> Small = new()
    {
        ["asha"] = "eta=2 maxEpochs=8",
        ["bananas"] = "initial=5 batch=5 candidates=8 ensemble=2 layers=2 width=4 epochs=3 batchSize=4",
        ["bayesian"] = "initial=5 draws=10 points=20",
        ["big-nas"] = "coarse=0.2 parents=2",
        ["curve-stopping"] = "intervals=4 warmup=2",
        ["dmasking"] = "epochs=10 weightEpochs=2",
        ["enas"] = "weightSteps=5 controllerSteps=4 aggregate=3 units=6",
        ["gdas"] = "epochs=10",
        ["local-search"] = "starts=1",
        ["median-stopping"] = "intervals=3 startup=2",
        ["mo-asha"] = "eta=2 maxEpochs=8",
        ["nsga2"] = "population=6",
        ["pnas"] = "beam=12 units=4 epochs=3",
        ["qlogehvi"] = "initial=5 draws=10 points=20",
        ["ppo"] = "units=6 batch=7 epochs=2",
        ["regularized-evolution"] = "population=10 sample=3",
        ["reinforce"] = "units=6 batch=5",
        ["single-path"] = "samples=3 population=8 parents=3",
        ["tf-nas"] = "epochs=10 weightEpochs=2",
        ["tpe"] = "initial=5",
    };

    /// <summary>Values that must be chosen, and where others are needed for an option to say anything, these.</summary>
    private static readonly Dictionary<string, string> Chosen = new()
    {
        ["adamEpsilon"] = "adamEpsilon=0.01",
        ["bananas.batch"] = "batch=1",
        ["bananas.parents"] = "parents=1",
        ["bayesian.kappa"] = "kappa=0.1",
        ["bayesian.points"] = "points=3",
        ["qlogehvi.points"] = "points=3",
        ["dmasking.costWeight"] = "costWeight=5",
        ["fp-nas.costWeight"] = "costWeight=5",
        ["fp-nas.lambda"] = "lambda=4",
        ["fp-nas.switchToJointAt"] = "switchToJointAt=0.5",
        ["hyperband.maxEpochs"] = "maxEpochs=3",
        ["hyperband.minEpochs"] = "minEpochs=3",
        ["parsec.costWeight"] = "costWeight=5",
        ["pnas.batch"] = "batch=2",
        ["ppo.clip"] = "clip=1E-06",
        ["random.stream"] = "stream=other",
        ["single-path.allowance"] = "sampling=feasible allowance=0.7",
        ["successive-halving.candidates"] = "candidates=12",
        ["successive-halving.minEpochs"] = "minEpochs=3",
        ["tpe.candidates"] = "candidates=1",
        ["tpe.good"] = "good=1 gamma=0.5",
    };

    /// <summary>
    /// Options that need a belief, curves that rise, a space of paths, of widths or of three levels, an estimator that looks through a step of the weights, or more than
    /// one best to climb to: tests of these strategies assert them.
    /// </summary>
    private static readonly string[] Elsewhere =
    [
        "bananas.pathLength", "bayesian.draws", "bayesian.prior", "bayesian.priorWeight", "curve-stopping.threshold", "darts.order",
        "pnas.rate", "qlogehvi.draws", "qlogehvi.samples", "tf-nas.channels", "tf-nas.elasticityScaling", "tf-nas.width",
    ];

    public static IEnumerable<object[]> Options =>
        from strategy in Parts.Describe<IStrategy>()
        from option in strategy.Options
        where strategy.Id != NeedsPartialChannels && !Elsewhere.Contains($"{strategy.Id}.{option.Name}")
        select new object[] { strategy.Id, option.Name };

    [Theory]
    [MemberData(nameof(Options))]
    public void Every_option_changes_something(string id, string name)
    {
        var changed = Chosen.GetValueOrDefault($"{id}.{name}") ?? Chosen.GetValueOrDefault(name) ?? $"{name}={Other(id, name)}";
        changed = $"{PartOptions.Beside(Part(id), Option(id, name))} {changed}";
        var context = string.Join(' ', changed.Split(' ').Where(pair => !pair.StartsWith($"{name}=", StringComparison.Ordinal)));

        var (usual, other) = (Run(id, Bag(id, context)), Run(id, Bag(id, changed)));

        (usual.Candidates.SequenceEqual(other.Candidates) && usual.State().SequenceEqual(other.State())
            && usual.Strategy.Status.Scalars.SequenceEqual(other.Strategy.Status.Scalars)
            && usual.Strategy.Recommend(5).SequenceEqual(other.Strategy.Recommend(5))).Should().BeFalse("of {0}: {1}", id, changed);
    }

    [Fact]
    public void An_option_that_counts_only_beside_another_is_refused_without_it() =>
        PartOptions.RefusedAlone<IStrategy>(All).Should().Equal(
            "bayesian.kappa", "bayesian.priorWeight", "compound-scaling.resources", "compound-scaling.tolerance", "dmasking.costPower",
            "dmasking.costScale", "dmasking.costWeight", "enas.opTanhReduce", "fp-nas.costWeight", "fp-nas.multiplierGain",
            "fp-nas.multiplierRate", "parsec.costWeight", "parsec.multiplierGain", "parsec.multiplierRate", "tf-nas.channels");

    [Fact]
    public void There_are_many() => Options.Should().HaveCountGreaterThan(150);

    private static StrategyRun Run(string id, OptionBag options)
    {
        var isLarge = id is "big-nas" or "local-search" or "bayesian" or "qlogehvi";
        ISearchSpace space = isLarge ? new PlantedSpace() : new ToySpace();
        var objective = new Objective(MetricNames.ValidationAccuracy, []);
        objective = isLarge || id is "darts" or "nasp" or "gdas" or "drnas" ? objective : objective.Under(MetricNames.Macs, 4000);
        var budget = id is "big-nas" or "single-path"
            ? new Budget(Observations) { Steps = Observations / 2, Trials = Observations / 2 }
            : new Budget(Observations);
        var setup = new StrategySetup(space, new CountedCosts(space), objective, budget) { Seed = 3, Services = Parts, Inner = InnerOf(id) };
        var strategy = Parts.Create<IStrategy, StrategySetup>(new ComponentSpec(id, options), setup);
        return new StrategyRun(strategy, 3, 2, candidate => ToyEstimator.Measure(candidate, space)) { Objective = objective }
            .Advance(Observations);
    }

    private static ImmutableArray<ComponentSpec> InnerOf(string id) =>
        id is "asha" or "mo-asha" or "hyperband" or "median-stopping" or "curve-stopping" or "successive-halving" ? ["random"] : [];

    private static OptionBag Bag(string id, string more) => $"{Small.GetValueOrDefault(id, "")} {more}"
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(OptionBag.Empty, (bag, pair) => bag.With(pair.Split('=')[0], pair.Split('=')[1]));

    private static PartDescription Part(string id) => Parts.Describe<IStrategy>().Single(one => one.Id == id);

    private static OptionDescription Option(string id, string name) => Part(id).Options.Single(one => one.Name == name);

    /// <summary>A value that an option has neither by itself nor in a small search.</summary>
    private static string Other(string id, string name)
    {
        var option = Option(id, name);
        var now = Bag(id, "").Values.GetValueOrDefault(name, option.Default);
        return option.Type switch
        {
            "flag" => now == "true" ? "false" : "true",
            "integer" => $"{long.Parse(now) + 1}",
            "number" when now == "0" => "0.25",
            "number" => (double.Parse(now, NumberStyles.Float, CultureInfo.InvariantCulture) / 2).ToString("R", CultureInfo.InvariantCulture),
            _ when option.Range.Contains(" | ", StringComparison.Ordinal) => option.Range.Split(" | ").First(word => word != now),
            _ => throw new InvalidOperationException($"Say another value of option '{name}' of strategy '{id}' than '{now}'."),
        };
    }
}
