using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Evolution;
using NasEngine.Strategies.Portfolio;

namespace NasEngine.Strategies.Tests.Portfolio;

public sealed class WarmStartTests
{
    private static readonly ToySpace Space = new();

    private static readonly Objective Objective = new(MetricNames.ValidationAccuracy, []);

    private static readonly PluginParts Parts = PluginParts.Of(new EvolutionPlugin(), new PortfolioPlugin());

    private static readonly ComponentSpec Evolution = new("regularized-evolution", OptionBag.From(new { Population = 8, Sample = 3 }));

    /// <summary>An earlier search named before.</summary>
    public static SearchSpec Before(Objective objective) => new()
    {
        Name = "before", Space = "toy", Strategy = Evolution, Estimator = "toy", Objective = objective, Budget = new Budget(40), Window = 4, Seed = 1,
    };

    [Fact]
    public void From_its_state_a_population_lives_on()
    {
        var cold = Run(Parts.Strategy("regularized-evolution", Setup(), new { Population = 8, Sample = 3 })).Advance(12);
        var warm = Run(Of(new { From = "before" })).Advance(12);

        var earlier = Earlier().Read("before").Trials.TakeLast(8).Select(trial => ((Trial)trial.Candidate.Work).Architecture).ToArray();
        Architectures(warm).First().Should().Match<Architecture>(child => earlier.Any(parent => Space.Decisions.Neighbours(parent).Contains(child)));
        Architectures(warm).Average(ToyEstimator.Accuracy).Should().BeGreaterThan(Architectures(cold).Average(ToyEstimator.Accuracy));
    }

    [Fact]
    public void From_its_trials_nothing_is_tried_twice()
    {
        var run = Run(Of(new { From = "before", With = "trials" }, new("random", OptionBag.From(new { Unique = true })))).Advance(100);

        var tried = Earlier().Read("before").Trials.Select(trial => ((Trial)trial.Candidate.Work).Architecture).ToHashSet();
        Architectures(run).Should().BeEquivalentTo(Space.All().Where(architecture => !tried.Contains(architecture)));
    }

    [Fact]
    public void From_its_winners_the_first_proposals_are_those()
    {
        Architecture[] winners = [.. Space.All().TakeLast(3)];
        var setup = Setup() with { Earlier = new EarlierInMemory(Earlier().Read("before") with { Found = [.. winners] }) };
        var run = Run(Parts.Strategy("warm-start", setup with { Inner = [Evolution] }, new { From = "before", With = "winners" })).Advance(20);

        Architectures(run).Take(3).Should().Equal(winners);
        run.Strategy.Status.Scalars["population"].Should().Be(8, "it learns of the winners, too");
    }

    [Theory]
    [InlineData("", "random", "Strategy 'warm-start' does not say which search it starts from; name a completed one of the workspace, as in: new { From = \"first\" }.")]
    [InlineData("none", "random", "There is no completed search 'none' in this workspace to start from.")]
    [InlineData("before", "random", "Strategy 'random' cannot go on from search 'before', whose strategy was 'regularized-evolution'; start the same one, or take its trials: new { With = \"trials\" }.")]
    public void What_cannot_be_started_from_is_refused(string from, string strategy, string message) =>
        FluentActions.Invoking(() => Of(new { From = from }, strategy)).Should().Throw<InputException>().WithMessage(message);

    [Fact]
    public void A_strategy_that_learns_nothing_from_the_trials_is_refused() =>
        FluentActions.Invoking(() => Of(new { From = "before", With = "trials" }, "random")).Should().Throw<InputException>().WithMessage(
            "Strategy 'random' learns nothing from the trials of search 'before': it had none of use, or the strategy goes by its own alone; take the winners: new { With = \"winners\" }.");

    [Fact]
    public void A_search_without_winners_has_none_to_propose() =>
        FluentActions.Invoking(() => Of(new { From = "before", With = "winners" })).Should().Throw<InputException>()
            .WithMessage("Search 'before' has no winners to propose first; start from another, or take its trials.");

    [Fact]
    public void A_search_of_another_space_is_refused()
    {
        var other = new WidthSpace();
        var setup = Setup() with { Space = other, Costs = new CountedCosts(other), Inner = [Evolution] };
        FluentActions.Invoking(() => Parts.Strategy("warm-start", setup, new { From = "before" })).Should().Throw<InputException>()
            .WithMessage("Strategy 'warm-start' searches space 'widths' and search 'before' is of 'toy'; start from a search of the same space.");
    }

    private static IStrategy Of(object options, ComponentSpec? strategy = null) =>
        Parts.Strategy("warm-start", Setup() with { Inner = [strategy ?? Evolution] }, options);

    private static StrategySetup Setup() =>
        new(Space, new CountedCosts(Space), Objective, new Budget(100)) { Services = Parts, Earlier = Earlier() };

    private static EarlierInMemory Earlier() => EarlierInMemory.Of(
        Before(Objective),
        Parts.Create<IStrategy, StrategySetup>(Evolution, new(Space, new CountedCosts(Space), Objective, new Budget(40))));

    private static StrategyRun Run(IStrategy strategy) => new(strategy, seed: 2, window: 1, ToyEstimator.Measure);

    private static IEnumerable<Architecture> Architectures(StrategyRun run) => run.Candidates.Select(candidate => ((Trial)candidate.Work).Architecture);
}
