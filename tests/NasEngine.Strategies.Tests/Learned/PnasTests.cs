using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Learned;

namespace NasEngine.Strategies.Tests.Learned;

public sealed class PnasTests
{
    private static readonly WidthSpace Widths = new();
    private static readonly ToySpace Toy = new();
    private static readonly Objective Accuracy = new(MetricNames.ValidationAccuracy, []);

    [Fact]
    public void The_first_level_is_trained_in_full_and_then_K_of_each_not_counting_what_was_trained()
    {
        var run = Run(Widths, new { Beam = 8, Units = 8 }).Advance(1000);

        // 4 of the first level; 4·4 − 4 = 12 new ones on the second, of which 8; then 8 on each of the six others.
        run.Ended.Should().BeTrue();
        var architectures = Architectures(run);
        architectures.Should().HaveCount(4 + 7 * 8).And.OnlyHaveUniqueItems();
        for (var level = 0; level < 8; level++)
        {
            var part = level == 0 ? architectures[..4] : architectures[(8 * level - 4)..(8 * level + 4)];
            part.Should().OnlyContain(one => one.Values.Skip(level + 1).All(value => value == 0));
        }
    }

    [Fact]
    public void Each_child_comes_from_one_of_the_K_best_of_the_level_before()
    {
        // Scores without rhyme or reason: surrogates would as soon take the children of others.
        static double Noise(Architecture one) => RandomSource.For(5, 0, one.Key).NextDouble();
        var run = new StrategyRun(New(Widths, new { Beam = 3, Units = 8 }), 1, 4, candidate => new Measurement()
            .With(MetricNames.ValidationAccuracy, Noise(((Trial)candidate.Work).Architecture))).Advance(1000);
        var architectures = Architectures(run);
        var level = architectures[..4];
        for (var number = 1; number < 8; number++)
        {
            var best = level.OrderByDescending(Noise).Take(3).ToArray();
            bool IsChild(Architecture one) => best.Any(parent => parent.Values.Take(number).SequenceEqual(one.Values.Take(number)));

            architectures[(3 * number + 1)..(3 * number + 4)].All(IsChild).Should().BeTrue("on level {0}", number + 1);
            level = [.. architectures[..(3 * number + 4)].Where(IsChild).Where(one => one.Values.Skip(number + 1).Sum() == 0)];
        }
    }

    [Theory]
    [InlineData("mlp")]
    [InlineData("lstm")]
    public void It_finds_the_best_of_a_space_in_which_parts_add_up(string surrogate)
    {
        var run = Run(Widths, new { Beam = 8, Units = 16, Surrogate = surrogate }).Advance(1000);
        Architectures(run).Max(Value).Should().Be(Value(Widths.Decisions.Architecture([3, 3, 3, 3, 3, 3, 3, 3])));
    }

    [Theory]
    [InlineData("mlp")]
    [InlineData("lstm")]
    public void Surrogates_rank_what_they_learned_and_what_is_one_larger(string surrogate)
    {
        var levels = new Levels(Widths.Decisions);
        var seen = levels.First().SelectMany(one => levels.Children(one, 1)).SelectMany(one => levels.Children(one, 2)).ToArray();
        var larger = seen.SelectMany(one => levels.Children(one, 3)).Except(seen).ToArray();
        var options = new PnasOptions(8, surrogate == "lstm", 5, 16, 200, 16, 0.01, 0.002);
        var ensemble = SurrogateEnsemble.Begin(options, new SurrogateTokens(Widths.Decisions, null), RandomSource.For(1, 0, "begin"))
            .Fit([.. seen.Select(one => (one, Value(one)))], 0.01, RandomSource.For(1, 0, "fit"));

        RankCorrelation.Of(ensemble.Predict(seen), [.. seen.Select(Value)]).Should().BeGreaterThan(0.95);
        RankCorrelation.Of(ensemble.Predict(larger), [.. larger.Select(Value)]).Should().BeGreaterThan(0.8);
    }

    [Fact]
    public void A_level_waits_for_the_one_before()
    {
        var strategy = New(Widths, new { Beam = 8, Units = 8 });
        var pending = Enumerable.Range(0, 4)
            .Select(number => new Candidate(number, strategy.Propose(new ProposalContext(number, 1, []))!)).ToArray();
        strategy.Propose(new ProposalContext(4, 1, [.. pending])).Should().BeNull();
        foreach (var candidate in pending)
        {
            strategy.Observe(new Observation(candidate, Measure(candidate), 1));
        }

        strategy.Propose(new ProposalContext(4, 1, [])).Should().NotBeNull();
    }

    [Fact]
    public void What_is_over_a_known_limit_is_left_out_on_every_level()
    {
        var objective = Accuracy.Under(MetricNames.Macs, 4000);
        var trained = Architectures(Run(Toy, new { Units = 4, Epochs = 2 }, objective).Advance(100));

        trained.Should().BeEquivalentTo(Toy.All().Where(one => Toy.Cost(one).Macs <= 4000));
    }

    [Fact]
    public void A_limit_from_below_holds_on_the_last_level_only()
    {
        var objective = Accuracy.Require(new Constraint(MetricNames.Macs, 3000, Direction.Maximize));
        var trained = Architectures(Run(Toy, new { Units = 4, Epochs = 2 }, objective).Advance(100));

        trained.Should().BeEquivalentTo(Toy.All().Where(one => one.Values[0] == 0 || Toy.Cost(one).Macs >= 3000));
    }

    [Fact]
    public void Without_anything_within_the_limits_it_says_so()
    {
        var objective = Accuracy.Under(MetricNames.Macs, 500);
        New(Toy, new { Units = 4 }, objective).Invoking(strategy => strategy.Propose(new ProposalContext(0, 1, [])))
            .Should().Throw<InputException>().WithMessage("*no network of the first level within the objective's limits*");
    }

    [Fact]
    public void What_others_measured_is_not_trained_again_and_may_be_expanded()
    {
        var strategy = New(Widths, new { Beam = 1, Units = 8 });
        var best = new Candidate(100, new Trial(Widths.Decisions.Architecture([3, 0, 0, 0, 0, 0, 0, 0]), Fidelity.Full));
        strategy.Learn(new Observation(best, Measure(best), 1));
        var run = new StrategyRun(strategy, 1, 1, Measure).Advance(4);

        Architectures(run)[..3].Select(one => string.Concat(one.Values)).Should().Equal("00000000", "10000000", "20000000");
        Architectures(run)[3].Values[0].Should().Be(3, "the best has the children");
    }

    [Theory]
    [InlineData("beam", "256")]
    [InlineData("ensemble", "5")]
    [InlineData("units", "100")]
    [InlineData("firstRate", "0.01")]
    [InlineData("rate", "0.002")]
    public void The_defaults_are_those_of_the_paper(string option, string value) =>
        PluginParts.Of(new LearnedPlugin()).Describe<IStrategy>().Single(part => part.Id == "pnas")
            .Options.Single(one => one.Name == option).Default.Should().Be(value);

    private static IStrategy New(ISearchSpace space, object options, Objective? objective = null) =>
        PluginParts.Of(new LearnedPlugin()).Strategy(
            "pnas", new StrategySetup(space, new CountedCosts(space), objective ?? Accuracy, new Budget(1000)), options);

    private static StrategyRun Run(ISearchSpace space, object options, Objective? objective = null) =>
        new(New(space, options, objective), 1, 4, Measure);

    private static Measurement Measure(Candidate candidate) =>
        new Measurement().With(MetricNames.ValidationAccuracy, Value(((Trial)candidate.Work).Architecture));

    /// <summary>Wider is better; from 0.2 to 0.8.</summary>
    private static double Value(Architecture architecture) => 0.2 + 0.6 * architecture.Values.Sum() / 24.0;

    private static Architecture[] Architectures(StrategyRun run) =>
        [.. run.Candidates.Select(candidate => ((Trial)candidate.Work).Architecture)];
}
