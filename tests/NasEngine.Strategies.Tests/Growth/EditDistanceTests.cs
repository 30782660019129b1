using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Growth;
using NasEngine.Strategies.Growth.EditDistance;

namespace NasEngine.Strategies.Tests.Growth;

public sealed class EditDistanceTests
{
    private static readonly GrowingSpace Space = new();
    private static readonly EditProcessOptions Options = new(Beta: 2.576, Skips: 1, Noise: 1e-6);

    [Fact]
    public void The_process_meets_what_was_measured_and_is_unsure_far_from_it()
    {
        NetworkOutline[] networks = [.. Enumerable.Range(0, 5).Select(width => Outline(width, 0))];
        double[] scores = [0.1, 0.4, 0.5, 0.45, 0.2];
        var process = new EditProcess(networks, scores, Options, RandomSource.For(1, 0, "embedding"));

        networks.Zip(scores).Should().OnlyContain(pair => Math.Abs(process.Predict(pair.First).Mean - pair.Second) < 1e-3);
        networks.Should().OnlyContain(network => process.Predict(network).Deviation < 0.01);
        process.Predict(Outline(5, 5)).Deviation.Should().BeGreaterThan(0.05);
        process.UpperBound(networks[2]).Should().BeApproximately(
            process.Predict(networks[2]).Mean + (2.576 * process.Predict(networks[2]).Deviation), 1e-12);
    }

    /// <summary>Of two networks x and y with covariance k, the mean at y is k·(x's score) in standardised scores.</summary>
    [Fact]
    public void The_process_of_two_networks_is_that_of_the_closed_form()
    {
        var process = new EditProcess([Outline(0, 0), Outline(1, 0)], [1, 3], Options with { Noise = 0.5 }, RandomSource.For(1, 0, "embedding"));

        // Scores are −1 and 1 in standard deviations about 2; the only set is one of the two networks, at distance ½ of the other.
        var k = Math.Exp(-0.25);
        var alpha = 1 / (1 + 0.5 - k);
        process.Predict(Outline(1, 0)).Mean.Should().BeApproximately(2 + ((1 - k) * alpha), 1e-9);
        var (a, b) = (1 + 0.5, k);
        var variance = 1 - (((k * k * a) + a - (2 * b * k)) / ((a * a) - (b * b)));
        process.Predict(Outline(1, 0)).Deviation.Should().BeApproximately(Math.Sqrt(variance), 1e-9);
    }

    [Fact]
    public void The_first_network_is_the_smallest_and_each_later_one_grows_from_a_trained_one()
    {
        var trials = Trials(Run(Peaked, window: 3).Advance(30));
        trials[0].Should().Be(new Trial(Space.References["smallest"], new Fidelity(20)) { Keep = true });
        for (var number = 1; number < trials.Length; number++)
        {
            var parent = trials[(int)((InheritedWeights)trials[number].Weights).Candidate];
            trials[number].Architecture.Values.Zip(parent.Architecture.Values).Should().OnlyContain(pair => pair.First >= pair.Second);
            trials[number].Fidelity.PriorEpochs.Should().Be(parent.Fidelity.PriorEpochs + parent.Fidelity.Epochs!.Value);
        }

        trials.Select(trial => trial.Architecture).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void It_finds_a_peak_inside_the_space_in_fewer_trials_than_there_are_networks()
    {
        var run = Run(Peaked).Advance(60);
        Trials(run).Max(trial => Peak(trial.Architecture)).Should().BeGreaterThan(0.95, "of 46,656 networks one has 1");
        run.Strategy.Recommend(1).Single().Should().Be(Trials(run).Select(trial => trial.Architecture).MaxBy(Peak)!);
    }

    [Fact]
    public void It_keeps_to_limits_and_ends_when_nothing_grows_within_them()
    {
        var objective = new Objective(MetricNames.ValidationAccuracy, []).Under(MetricNames.Macs, 3_000);
        var run = Run(Peaked, objective: objective).Advance(100);
        run.Ended.Should().BeTrue();
        Trials(run).Select(trial => trial.Architecture.Values.Sum()).Should().HaveCount(1 + 6 + 21).And.OnlyContain(size => size <= 2);
    }

    [Fact]
    public void What_failed_is_not_proposed_again()
    {
        var run = Run(candidate => candidate.Number % 3 == 1 ? Measurement.Failed(FailureKind.NotANumber, "Injected.") : Peaked(candidate)).Advance(40);
        Trials(run).Select(trial => trial.Architecture).Should().OnlyHaveUniqueItems();
        run.Strategy.Recommend(100).Should().HaveCountLessThan(30);
    }

    [Fact]
    public void A_space_that_does_not_grow_is_refused_in_a_sentence()
    {
        var space = new ToySpace();
        var setup = new StrategySetup(space, new CountedCosts(space), new Objective(MetricNames.ValidationAccuracy, []), new Budget(10));
        FluentActions.Invoking(() => PluginParts.Of(new GrowthPlugin()).Strategy("edit-distance", setup))
            .Should().Throw<InputException>().WithMessage("*'edit-distance'*'morphism'*");
    }

    private static NetworkOutline Outline(int first, int second) => ((IGrowingSpace)Space).Outline(Space.Decisions.Architecture([first, second, 0, 0, 0, 0]));

    private static Trial[] Trials(StrategyRun run) => [.. run.Candidates.Select(candidate => (Trial)candidate.Work)];

    private static Measurement Peaked(Candidate candidate) =>
        new Measurement().With(MetricNames.ValidationAccuracy, Peak(((Trial)candidate.Work).Architecture));

    /// <summary>Largest, 1, where the widths are 2, 2, 1, 0, 0, 0.</summary>
    private static double Peak(Architecture architecture) =>
        Math.Exp(-architecture.Values.Zip([2, 2, 1, 0, 0, 0], (value, best) => (value - best) * (value - best)).Sum() / 10.0);

    private static StrategyRun Run(Func<Candidate, Measurement> measure, int window = 1, Objective? objective = null)
    {
        objective ??= new Objective(MetricNames.ValidationAccuracy, []);
        var setup = new StrategySetup(Space, new CountedCosts(Space), objective, new Budget(1000));
        return new StrategyRun(PluginParts.Of(new GrowthPlugin()).Strategy("edit-distance", setup), 1, window, measure) { Objective = objective };
    }
}
