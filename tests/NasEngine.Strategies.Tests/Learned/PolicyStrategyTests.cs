using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Learned;

namespace NasEngine.Strategies.Tests.Learned;

public sealed class PolicyStrategyTests
{
    private static readonly WidthSpace Widths = new();
    private static readonly ToySpace Toy = new();
    private static readonly Objective Accuracy = new(MetricNames.ValidationAccuracy, []);

    public static TheoryData<string> Both => ["reinforce", "ppo"];

    [Theory]
    [MemberData(nameof(Both))]
    public void It_learns_where_scores_are_high_and_settles_there(string id)
    {
        var strategy = New(id, Widths, new { LearningRate = 0.01, Batch = 8, Units = 16, Unique = false });
        var run = new StrategyRun(strategy, 1, 1, candidate => Scored(Sum(candidate) / 24.0)).Advance(600);

        run.Candidates.Take(100).Average(Sum).Should().BeInRange(10, 15, "the mean of uniform draws is 12");
        run.Candidates.Skip(500).Average(Sum).Should().BeGreaterThan(21);
        run.Strategy.Status.Scalars["entropy"].Should().BeLessThan(0.5 * 8 * Math.Log(4));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void The_baseline_is_the_moving_average_of_rewards(string id)
    {
        double[] scores = [0.2, 0.4, 0.8, 0.6];
        var strategy = New(id, Widths, new { Batch = 2, Units = 4, BaselineDecay = 0.5 });
        new StrategyRun(strategy, 1, 1, candidate => Scored(scores[candidate.Number])).Advance(4);

        // The mean of the first batch, 0.3, moved half way to each score in turn: 0.25, 0.325, 0.5625, 0.58125.
        strategy.Status.Scalars["baseline"].Should().BeApproximately(0.58125, 1e-12);
        strategy.Status.Scalars["updates"].Should().Be(2);
    }

    [Fact]
    public void Entropy_keeps_it_from_settling()
    {
        double Entropy(double weight)
        {
            var strategy = New("reinforce", Widths, new { LearningRate = 0.01, Units = 8, Unique = false, EntropyWeight = weight });
            var run = new StrategyRun(strategy, 1, 1, candidate => Scored(Sum(candidate) / 24.0)).Advance(400);
            return run.Strategy.Status.Scalars["entropy"];
        }

        Entropy(10).Should().BeGreaterThan(0.99 * 8 * Math.Log(4));
        Entropy(0).Should().BeLessThan(0.7 * 8 * Math.Log(4));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void No_network_is_proposed_twice_while_there_are_others(string id)
    {
        var run = new StrategyRun(New(id, Toy, new { Units = 4 }), 1, 4, ToyEstimator.Measure).Advance(42);
        Architectures(run).Take(42).Should().OnlyHaveUniqueItems();
        run.Advance(10).Ended.Should().BeFalse("then the least bad is to try one again");
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void What_is_over_a_known_limit_comes_last(string id)
    {
        var objective = Accuracy.Under(MetricNames.Macs, 4000);
        var feasible = Toy.All().Count(one => Toy.Cost(one).Macs <= 4000);
        var run = new StrategyRun(New(id, Toy, new { Units = 4 }, objective), 1, 2, ToyEstimator.Measure).Advance(60);

        Architectures(run).Should().OnlyContain(one => Toy.Cost(one).Macs <= 4000);
        Architectures(run).Distinct().Should().HaveCount(feasible);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void It_learns_to_keep_to_a_known_limit(string id)
    {
        // A quarter of the widths' sum is allowed: draws that miss it are not proposed, and teach.
        var objective = Accuracy.Under(MetricNames.Macs, 16_000);
        var strategy = New(id, Widths, new { LearningRate = 0.01, Batch = 8, Units = 16 }, objective);
        var run = new StrategyRun(strategy, 1, 1, candidate => Scored(Sum(candidate) / 24.0)).Advance(200);

        Architectures(run).Should().OnlyContain(one => Widths.Cost(one).Macs <= 16_000);
        strategy.Status.Scalars["updates"].Should().BeGreaterThan(run.Candidates.Count / 8, "draws that were not proposed count too");
    }

    [Fact]
    public void Without_anything_within_the_limits_it_says_so()
    {
        var objective = Accuracy.Under(MetricNames.Macs, 500);
        New("ppo", Toy, new { Units = 4 }, objective).Invoking(strategy => strategy.Propose(new ProposalContext(0, 1, [])))
            .Should().Throw<InputException>().WithMessage("*none of 1000 architectures*within the limits on macs*");
    }

    [Fact]
    public void A_network_that_cannot_be_built_counts_with_the_lowest_score_and_a_lost_worker_says_nothing()
    {
        double Baseline(FailureKind kind)
        {
            var strategy = New("reinforce", Widths, new { Batch = 3, Units = 4, BaselineDecay = 0.0 });
            new StrategyRun(strategy, 1, 1, candidate => candidate.Number switch
            {
                2 => Measurement.Failed(kind, "Injected."),
                var number => Scored(number == 0 ? 0.2 : 0.6),
            }).Advance(4);
            return strategy.Status.Scalars["baseline"];
        }

        Baseline(FailureKind.BadArchitecture).Should().Be(0.2);
        Baseline(FailureKind.NotANumber).Should().Be(0.2);
        Baseline(FailureKind.Transient).Should().Be(0.6);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void What_others_measured_is_not_proposed_and_teaches_when_it_is_drawn(string id)
    {
        var strategy = New(id, Toy, new { Units = 4, Batch = 1 });
        foreach (var one in Toy.All().SkipLast(1))
        {
            var candidate = new Candidate(100, new Trial(one, Fidelity.Full));
            strategy.Learn(new Observation(candidate, ToyEstimator.Measure(candidate), 1));
        }

        strategy.Status.Should().Be(StrategyStatus.Empty);
        strategy.Propose(new ProposalContext(0, 1, [])).Should().Be(new Trial(Toy.All().Last(), Fidelity.Full));
        strategy.Status.Scalars["updates"].Should().Be(1);
    }

    [Theory]
    [InlineData("reinforce", "layers", "2")]
    [InlineData("reinforce", "units", "35")]
    [InlineData("reinforce", "learningRate", "0.0006")]
    [InlineData("ppo", "layers", "1")]
    [InlineData("ppo", "units", "100")]
    [InlineData("ppo", "learningRate", "0.00035")]
    [InlineData("ppo", "entropyWeight", "1E-05")]
    [InlineData("ppo", "baselineDecay", "0.95")]
    [InlineData("ppo", "clip", "0.2")]
    public void The_defaults_are_those_of_the_papers(string id, string option, string value) =>
        PluginParts.Of(new LearnedPlugin()).Describe<IStrategy>().Single(part => part.Id == id)
            .Options.Single(one => one.Name == option).Default.Should().Be(value);

    [Fact]
    public void The_plugin_loads_no_tensors_of_torch() => typeof(LearnedPlugin).Assembly.GetReferencedAssemblies().Select(one => one.Name)
        .Should().Contain("System.Numerics.Tensors").And.NotContain(name => name!.Contains("Torch"));

    private static IStrategy New(string id, ISearchSpace space, object options, Objective? objective = null) =>
        PluginParts.Of(new LearnedPlugin()).Strategy(
            id, new StrategySetup(space, new CountedCosts(space), objective ?? Accuracy, new Budget(1000)), options);

    private static IEnumerable<Architecture> Architectures(StrategyRun run) =>
        run.Candidates.Select(candidate => ((Trial)candidate.Work).Architecture);

    private static double Sum(Candidate candidate) => ((Trial)candidate.Work).Architecture.Values.Sum();

    private static Measurement Scored(double score) => new Measurement().With(MetricNames.ValidationAccuracy, score);
}
