using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Tests.Toys;

namespace NasEngine.Pipeline.Tests;

/// <summary>What is refused before a search begins.</summary>
public sealed class PreparedSearchTests
{
    [Theory]
    [InlineData(WorkKind.SupernetSteps, 40L, null, "The budget of search 'toy' is 40 trials, and strategy 'steps' proposes steps of a supernet; say .Budget(steps: …).")]
    [InlineData(WorkKind.Trials, null, 40L, "The budget of search 'toy' is 40 steps of a supernet, and strategy 'trials' proposes trials; say .Budget(trials: …).")]
    public void A_budget_of_other_work_than_the_strategys_is_refused(WorkKind kind, long? trials, long? steps, string message) =>
        Preparing(ToyParts.Spec(kind) with { Budget = new Budget(40) { Trials = trials, Steps = steps } }).Should().Throw<InputException>().WithMessage(message);

    [Theory]
    [InlineData(WorkKind.Trials, "The budget of search 'toy' counts the epochs of trials, and strategy 'trials' leaves them to what trains the trials; say .Budget(trials: …).")]
    [InlineData(WorkKind.SupernetSteps, "The budget of search 'toy' counts the epochs of trials, and strategy 'steps' proposes steps of a supernet; say .Budget(steps: …).")]
    public void A_budget_of_epochs_with_a_strategy_that_says_none_is_refused(WorkKind kind, string message) =>
        Preparing(ToyParts.Spec(kind) with { Budget = new Budget(Budget.Unlimited) { Epochs = 5 } }).Should().Throw<InputException>().WithMessage(message);

    [Fact]
    public void What_a_search_of_steps_alone_stops_at_is_refused_as_no_trial_comes_to_it() =>
        Preparing(ToyParts.Spec(WorkKind.SupernetSteps) with { Budget = new Budget(5) { Goal = new Goal("score", 0.9, Direction.Maximize) } })
            .Should().Throw<InputException>().WithMessage(
                "Search 'toy' stops at a trial with score ≥ 0.9, and strategy 'steps' proposes steps of a supernet alone; leave out .StopAt(…).");

    [Fact]
    public void A_target_that_a_supernet_strategy_cannot_know_before_its_first_step_is_refused_and_taken_when_a_cost_model_knows_it()
    {
        var spec = ToyParts.Spec(WorkKind.SupernetSteps) with { Objective = new Objective("score", []).Under("latency_ms", 2) };
        Preparing(spec).Should().Throw<InputException>().WithMessage(
            "Search 'toy' has a target for 'latency_ms', which strategy 'steps' must know of every path before it runs; known are macs, params, activation_bytes, weight_bytes, others by .Costs(…).");

        var prepared = PreparedSearch.From(spec with { Costs = "table" }, new WithTable(new ToyParts()));
        prepared.Parts.Costs.Metrics.Should().Contain(new CostMetric("latency_ms", true, 0.1));
        prepared.Parts.Costs.Cost("latency_ms", new Architecture("toy", [2, 0])).Should().Be(2);
    }

    [Fact]
    public void A_strategy_gets_seed_and_the_strategies_that_the_search_names_and_no_others()
    {
        StrategySetup? setup = null;
        var spec = ToyParts.Spec() with { Strategy = new ComponentSpec("trials", OptionBag.Empty) { Inner = ["steps"] }, Seed = 9 };
        PreparedSearch.From(spec, new WithTable(new ToyParts()) { OnStrategy = one => setup ??= one });

        setup!.Seed.Should().Be(9);
        setup.Make(setup.Inner[0]).Kind.Should().Be(WorkKind.SupernetSteps);
        setup.Invoking(one => one.Make("trials")).Should().Throw<InputException>().WithMessage(
            "Strategy 'trials' asked for 'trials', which search 'toy' does not name among the strategies it works with; add Part(\"trials\") to its .Strategy(…).");
        setup.Services.Invoking(one => one.Space("toy")).Should().Throw<InputException>();
    }

    [Fact]
    public void A_coordinator_checks_data_and_estimators_and_makes_none_of_them()
    {
        var made = new List<Type>();
        var spec = ToyParts.Spec() with { Data = "images" };

        PreparedSearch.From(spec, new WithTable(new ToyParts()) { OnCreate = made.Add });

        made.Should().Contain(typeof(ISearchSpace)).And.NotContain([typeof(IDataset), typeof(IEstimator), typeof(IProfiler)]);
    }

    [Fact]
    public void What_serves_a_need_that_nothing_is_named_for_stands_in_the_definition_with_its_options()
    {
        var services = new WithTable(new ToyParts()) { Serves = new ComponentSpec("toy", OptionBag.From(new { TestSet = true, Epochs = 2 })) };
        var spec = ToyParts.Spec() with
        {
            Estimator = ComponentSpec.Unnamed,
            Final = new FinalSpec(new ComponentSpec("", OptionBag.From(new { Epochs = 9 })), 1),
        };

        var prepared = PreparedSearch.From(spec, services);

        prepared.Spec.Estimator.Id.Should().Be("toy");
        prepared.Spec.Final!.Estimator.Should().Be(new ComponentSpec("toy", OptionBag.From(new { TestSet = true, Epochs = 9 })));
    }

    [Fact]
    public void A_need_that_nothing_serves_is_said() =>
        Preparing(ToyParts.Spec() with { Estimator = ComponentSpec.Unnamed }).Should().Throw<InputException>()
            .WithMessage("Search 'toy' names no estimator, and no plugin has one for it; name one: .Estimator(…).");

    [Fact]
    public void A_search_that_names_no_profiler_has_the_one_that_serves_latency_in_its_definition()
    {
        var services = new WithTable(new ToyParts()) { Serves = "watch" };

        PreparedSearch.From(ToyParts.Spec() with { Profiler = ComponentSpec.Unnamed }, services).Spec.Profiler.Id.Should().Be("watch");
        PreparedSearch.From(ToyParts.Spec() with { Profiler = "own" }, services).Spec.Profiler.Id.Should().Be("own");
    }

    [Fact]
    public void Winners_that_nothing_measures_the_latency_of_are_refused_before_the_search() =>
        Preparing(ToyParts.Spec() with { Profiler = ComponentSpec.Unnamed, Final = new FinalSpec("toy", 1) }).Should().Throw<InputException>()
            .WithMessage("Search 'toy' names no profiler, and no plugin has one for it; name one: .Profiler(…).");

    [Theory]
    [InlineData(4, Direction.Minimize, "at most 4")]
    [InlineData(6, Direction.Maximize, "at least 6")]
    public void A_limit_that_no_architecture_keeps_to_is_refused_with_the_range_of_the_space(double limit, Direction direction, string wanted) =>
        Preparing(ToyParts.Spec() with { Objective = new Objective("score", []).Require(new Constraint(MetricNames.Parameters, limit, direction)) })
            .Should().Throw<InputException>().WithMessage(
                $"Search 'toy' wants params of {wanted}, which no architecture of space 'toy' has; they have 5 to 5.");

    [Fact]
    public void A_limit_that_some_architecture_just_keeps_to_is_not_refused() => Preparing(
        ToyParts.Spec() with { Objective = new Objective("score", []).Under(MetricNames.Parameters, 5) }).Should().NotThrow();

    [Theory]
    [InlineData(-1, Direction.Minimize, "at most -1", 0)]
    [InlineData(4, Direction.Maximize, "at least 4", 3)]
    public void Where_nobody_knows_the_range_a_limit_is_refused_that_one_decision_at_a_time_does_not_come_to(
        double limit, Direction direction, string wanted, double nearest) =>
        Preparing(limit, direction).Should().Throw<InputException>().WithMessage(
            $"Search 'toy' wants latency_ms of {wanted}, which no architecture of space 'toy' was found to have; changed one decision at a time "
            + $"they come to {nearest}.");

    [Theory]
    [InlineData(0, Direction.Minimize)]
    [InlineData(3, Direction.Maximize)]
    public void Nor_is_one_that_one_decision_at_a_time_comes_to(double limit, Direction direction) =>
        Preparing(limit, direction).Should().NotThrow();

    private static Action Preparing(double limit, Direction direction) => () => PreparedSearch.From(
        ToyParts.Spec() with
        {
            Costs = "table",
            Objective = new Objective("score", []).Require(new Constraint("latency_ms", limit, direction)),
        },
        new WithTable(new ToyParts()));

    private static Action Preparing(SearchSpec spec) => () => PreparedSearch.From(spec, new ToyParts());

    private sealed class WithTable(IServices parts) : IServices
    {
        public Action<StrategySetup>? OnStrategy { get; init; }

        public Action<Type>? OnCreate { get; init; }

        public ComponentSpec? Serves { get; init; }

        public ComponentSpec? Serving(Need need) => Serves;

        public TPart Create<TPart, TSetup>(ComponentSpec component, TSetup setup)
            where TPart : class
        {
            OnCreate?.Invoke(typeof(TPart));
            if (setup is StrategySetup strategy)
            {
                OnStrategy?.Invoke(strategy);
            }

            return typeof(TPart) == typeof(ICostModel) ? (TPart)(object)new Table() : parts.Create<TPart, TSetup>(component, setup);
        }

        public void Check<TPart>(ComponentSpec component)
            where TPart : class => parts.Check<TPart>(component);

        public IReadOnlyList<PartDescription> Describe<TPart>()
            where TPart : class => [];
    }

    private sealed class Table : ICostModel
    {
        public ImmutableArray<CostMetric> Metrics => [new("latency_ms", true, 0.1)];

        public double Cost(string metric, Architecture architecture) => architecture.Values[0];

        public MixtureCost Cost(string metric, Mixture mixture) => throw new InputException("no mixtures");
    }
}
