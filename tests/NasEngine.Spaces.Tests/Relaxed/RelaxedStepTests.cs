using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Relaxed;

namespace NasEngine.Spaces.Tests.Relaxed;

/// <summary>The steps of the relaxed and weight-sharing methods through the real estimator, each on the space of its paper.</summary>
public sealed class RelaxedStepTests
{
    private static readonly StripeData Data = new();

    [Theory]
    [InlineData("first")]
    [InlineData("second")]
    public void DARTS_learns_and_goes_on_bit_for_bit_from_a_saved_state(string order)
    {
        var space = Space("nasbench201", ("channels", "4"), ("cells", "1"));
        using var undisturbed = Estimator(space);
        using var stopped = Estimator(space);
        using var resumed = Estimator(space);
        var whole = Run(Darts(space, order), undisturbed).Advance(8);
        var estimator = stopped;
        var half = new StrategyRun(Darts(space, order), 1, 1, candidate => Measure(estimator, candidate)).Advance(4);
        resumed.Restore(new MemoryStream(State(stopped)));
        estimator = resumed;

        var rest = half.TakenOverBy(Darts(space, order)).Advance(4);

        rest.State().Should().Equal(whole.State());
        State(resumed).Should().Equal(State(undisturbed));
        whole.Strategy.Status.Alphas.Values.Should().OnlyContain(alphas => alphas.Any(alpha => alpha != 0));
        space.Decisions.Holds(whole.Strategy.Recommend(1).Single()).Should().BeTrue();
    }

    [Fact]
    public void DARTS_learns_on_its_own_cells()
    {
        var space = Space("darts", ("channels", "4"), ("cells", "3"));
        using var estimator = Estimator(space);
        var run = Run(Darts(space, "first"), estimator).Advance(4);
        run.Strategy.Status.Alphas.Should().HaveCount(28);
        space.Decisions.Holds(run.Strategy.Recommend(1).Single()).Should().BeTrue();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_Gumbel_masked_step_of_FBNetV2_has_gradients_by_what_it_lists(int listed)
    {
        var space = Space("fbnetv2-f");
        using var estimator = Estimator(space);
        var mixture = Gumbel(space, listed);

        var measured = Measure(estimator, Step("uniform", [mixture], [mixture]));

        measured.Failure.Should().BeNull();
        foreach (var decision in space.Decisions.Decisions)
        {
            measured.Series[SeriesNames.ValidationGradient(0, decision.Name)].Should().HaveCount(Math.Min(listed, decision.Count));
        }
    }

    [Fact]
    public void A_resolution_of_FBNetV2_is_weighed_like_any_choice()
    {
        var space = Space("fbnetv2-f", ("macro", "8/12 1.5/2 1 1; 8/12 1/3 2 2"), ("resolutions", "20,28"));
        using var estimator = Estimator(space);
        var mixture = Gumbel(space, int.MaxValue);

        var measured = Measure(estimator, Step("uniform", [mixture], [mixture]));

        measured.Series[SeriesNames.ValidationGradient(0, "input.resolution")].Should().HaveCount(2).And.OnlyContain(slope => slope != 0);
    }

    [Fact]
    public void A_step_of_one_choice_each_is_the_step_of_the_path()
    {
        var space = Space("nasbench201", ("channels", "4"), ("cells", "1"));
        using var byPath = Estimator(space);
        using var byMixture = Estimator(space);
        var path = space.Decisions.Sample(RandomSource.For(4, 0, "path"));

        var one = Measure(byPath, Step("uniform", [path], [path]));
        var other = Measure(byMixture, Step("uniform", [space.Mixture(path)], [space.Mixture(path)]));

        other.Metrics.Should().Equal(one.Metrics);
        State(byMixture).Should().Equal(State(byPath));
    }

    [Fact]
    public void TF_NAS_trains_two_paths_and_learns_operations_and_depths_from_a_mixture()
    {
        var space = Space("tf-nas");
        using var estimator = Estimator(space);
        var widest = space.Decisions.Decisions.Aggregate(Mixture.Of("tf-nas"), (one, decision) => decision.Name.Contains("width", StringComparison.Ordinal)
            ? one.With(decision.Name, decision.Count - 1)
            : one.With(decision.Name, [.. Enumerable.Repeat(1.0 / decision.Count, decision.Count)]));
        var random = RandomSource.For(5, 0, "paths");

        var measured = Measure(estimator, Step("sum", [space.Decisions.Sample(random), space.Decisions.Sample(random)], [widest]));

        measured.Series["train_nll"].Should().HaveCount(2);
        measured.Series[SeriesNames.ValidationGradient(0, "stage3.depth")].Should().HaveCount(3).And.OnlyContain(value => value != 0);
        measured.Series[SeriesNames.ValidationGradient(0, "stage1.block1.operation")].Should().HaveCount(8).And.OnlyContain(value => value != 0);
        measured.Series[SeriesNames.ValidationGradient(0, "stage1.block1.width3")].Should().ContainSingle();
    }

    [Fact]
    public void Without_sink_connecting_TF_NAS_weighs_a_skip_like_any_operation_and_has_the_blocks_that_are_left()
    {
        var space = Space("tf-nas", ("sinkConnecting", "false"));
        using var estimator = Estimator(space);
        var strategy = PluginParts.Of(new RelaxedPlugin()).Strategy(
            "tf-nas",
            new StrategySetup(space, new CountedCosts(space), new Objective(MetricNames.ValidationAccuracy, []).Under(MetricNames.Macs, 1), new Budget(8)),
            new { Epochs = 4, WeightEpochs = 0, LearningRate = 0.5, CostWeight = 1e3, ElasticityScaling = false });

        var status = Run(strategy, estimator).Advance(8).Strategy.Status;

        status.Alphas["stage3.block1.operation"].Should().HaveCount(8);
        status.Alphas["stage3.block2.operation"].Should().HaveCount(9);
        var left = status.Scalars.Where(scalar => scalar.Key.StartsWith("chosen_k", StringComparison.Ordinal)).Sum(scalar => scalar.Value);
        status.Scalars["chosen_skip"].Should().BePositive("it costs nothing, where cost is all that counts").And.Be(status.Scalars["skips"]).And.Be(9 - left);
        space.Describe(strategy.Recommend(1).Single()).Nodes.Where(node => node.Stage.StartsWith("stage", StringComparison.Ordinal))
            .Select(node => (node.Stage, node.Block.Split('.')[0])).Distinct().Should().HaveCount((int)left);
    }

    [Fact]
    public void The_channels_of_a_width_of_TF_NAS_change_places_and_the_widest_computes_what_it_did()
    {
        var space = Space("tf-nas");
        using var asTheyAre = Estimator(space);
        using var sorted = Estimator(space);
        var widest = space.Decisions.Architecture([.. space.Decisions.Decisions.Select(decision =>
            decision.Name.EndsWith("operation", StringComparison.Ordinal) ? 5 : decision.Count - 1)]);

        var one = Measure(asTheyAre, Step("sum", [widest], []));
        var other = Measure(sorted, new Candidate(0, new SupernetStep(
            "sum", [widest], [], SupernetStep.NoSettings.Add("strongest.stage1.block1.width6", 1))));

        other.Metrics[MetricNames.TrainLoss].Should().BeApproximately(one.Metrics[MetricNames.TrainLoss], 1e-4);
        State(sorted).Should().NotEqual(State(asTheyAre));
    }

    [Fact]
    public void A_sandwich_step_trains_the_largest_the_smallest_and_two_others()
    {
        var space = Space("fbnetv2-f");
        using var estimator = Estimator(space);
        var random = RandomSource.For(6, 0, "paths");
        var smallest = space.Decisions.Architecture(new int[space.Decisions.Decisions.Length]);
        var largest = space.Decisions.Architecture([.. space.Decisions.Decisions.Select(decision => decision.Count - 1)]);

        var measured = Measure(estimator, Step("sandwich", [largest, smallest, space.Decisions.Sample(random), space.Decisions.Sample(random)], [smallest]));

        measured.Series["train_soft"].Should().HaveCount(4);
        measured.Series["val_nll"].Should().HaveCount(1);
    }

    private static IMixtureSpace Space(string id, params (string Name, string Value)[] options) =>
        (IMixtureSpace)AllSpaces.Make(id, [("scale", "mini"), .. options]);

    /// <summary>From alphas of 0, so that what is not 0 was learned.</summary>
    private static IStrategy Darts(ISearchSpace space, string order) => PluginParts.Of(new RelaxedPlugin()).Strategy(
        "darts",
        new StrategySetup(space, new CountedCosts(space), new Objective(MetricNames.ValidationAccuracy, []), new Budget(8)),
        new { Order = order, InitialSpread = 0.0, LearningRate = 0.05 });

    internal static IStatefulEstimator Estimator(ISearchSpace space)
    {
        var parts = PluginParts.Of(new NetworksPlugin());
        return (IStatefulEstimator)parts.Create<IEstimator, EstimatorSetup>(
            new ComponentSpec("supernet", OptionBag.From(new { BatchSize = 8, ScheduleSteps = 100 })),
            new EstimatorSetup(space, Data, Seed: 5, "cpu", Threads: 1, parts) { Budget = new Budget(1000) { Steps = 1000 } });
    }

    private static StrategyRun Run(IStrategy strategy, IEstimator estimator) => new(strategy, 1, 1, candidate => Measure(estimator, candidate));

    private static Candidate Step(string rule, ImmutableArray<Route> train, ImmutableArray<Route> validate) =>
        new(0, new SupernetStep(rule, train, validate, SupernetStep.NoSettings));

    internal static Measurement Measure(IEstimator estimator, Candidate candidate)
    {
        estimator.Train(candidate, NoProgress.Instance, default);
        return estimator.Evaluate(candidate, NoProgress.Instance, default);
    }

    private static byte[] State(IStatefulEstimator estimator)
    {
        using var stream = new MemoryStream();
        estimator.Save(stream);
        return stream.ToArray();
    }

    /// <summary>The largest of softmax((log α + g)/τ) for uniform α, with their own weights.</summary>
    private static Mixture Gumbel(IRelaxedSpace space, int listed)
    {
        var random = RandomSource.For(3, 0, "gumbel");
        return space.Relaxed.Decisions.Aggregate(Mixture.Of(space.Decisions.Id), (mixture, decision) =>
        {
            var weights = decision.Choices.Select(_ => Math.Exp(-Math.Log(-Math.Log(random.NextDouble())) / 5)).ToArray();
            return mixture.With(decision.Name, [.. weights
                .Select((weight, choice) => new ChoiceWeight(choice, weight / weights.Sum()))
                .OrderByDescending(one => one.Weight).Take(listed).OrderBy(one => one.Choice)]);
        });
    }
}
