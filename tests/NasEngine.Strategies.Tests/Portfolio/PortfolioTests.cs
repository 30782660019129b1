using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Evolution;
using NasEngine.Strategies.Portfolio;
using NasEngine.Strategies.Probabilistic;

namespace NasEngine.Strategies.Tests.Portfolio;

public sealed class PortfolioTests
{
    private static readonly WidthSpace Space = new();

    private static readonly PluginParts Parts = PluginParts.Of(new EvolutionPlugin(), new PortfolioPlugin(), new ProbabilisticPlugin());

    [Fact]
    public void An_improvement_earns_its_share_of_the_range_and_all_credit_decays_with_every_result()
    {
        var credits = new Credits(2);
        credits.Earn(0, 1, 0.5);
        credits.Earn(1, 3, 0.5);
        (credits[0], credits[1]).Should().Be((0, 1), "the first result improves nothing, and the second finds no range yet");

        credits.Earn(0, 4, 0.5);
        (credits[0], credits[1]).Should().Be((0.5, 0.5), "it improves by 1 over a range of 2");

        credits.Earn(1, 2, 0.5);
        (credits[0], credits[1]).Should().Be((0.25, 0.25), "it improves nothing");
    }

    [Fact]
    public void Shares_are_the_softmax_of_the_credits_in_their_range()
    {
        var credits = new Credits(3);
        credits.Shares(1).Should().AllSatisfy(share => share.Should().BeApproximately(1 / 3.0, 1e-12));

        credits.Earn(0, 0, 1);
        credits.Earn(1, 1, 1);
        credits.Earn(2, 1.5, 1);
        double[] expected = [Math.Exp(0 / 0.5), Math.Exp(1 / 0.5), Math.Exp(0.5 / 0.5)];
        credits.Shares(0.5).Zip(expected).Should().AllSatisfy(pair => pair.First.Should().BeApproximately(pair.Second / expected.Sum(), 1e-12));
    }

    [Fact]
    public void The_member_that_improves_is_asked_more_often()
    {
        // The second stream of random numbers is told that whatever it proposes is better than all before.
        var run = new StrategyRun(
            Parts.Strategy("portfolio", Setup("random", new("random", OptionBag.From(new { Stream = "lucky" }))), new { Temperature = 0.5 }),
            seed: 3, window: 1, candidate => new Measurement().With("val_accuracy", Lucky(candidate) ? candidate.Number : -1));

        run.Advance(400);

        run.Candidates.Skip(20).Count(Lucky).Should().BeGreaterThan(280, "softmax(2) against softmax(0) is 88 of 100");
    }

    [Fact]
    public void Members_learn_what_the_others_found()
    {
        var run = new StrategyRun(
            Parts.Strategy("portfolio", Setup("random", new("regularized-evolution", OptionBag.From(new { Population = 20, Sample = 10 })))),
            seed: 3, window: 1, candidate => new Measurement().With("val_accuracy", Races(candidate)));
        run.Advance(300);

        run.Candidates.Max(Races).Should().BeGreaterThanOrEqualTo(23, "300 random draws come that far once in 25 searches");
        run.Candidates.Zip(run.Candidates.Skip(1)).Should().Contain(
            pair => Distance(pair.First, pair.Second) == 1 && Races(pair.First) > run.Candidates.TakeWhile(one => one != pair.First).Select(Races).DefaultIfEmpty(-1).Max(),
            "a child of the best follows it, whoever proposed it");
    }

    [Fact]
    public void Unique_members_never_propose_what_another_member_proposed()
    {
        ComponentSpec unique = new("random", OptionBag.From(new { Unique = true }));
        ComponentSpec other = new("random", OptionBag.From(new { Unique = true, Stream = "other" }));
        var toy = new ToySpace();
        var setup = Setup(unique, other) with { Space = toy, Costs = new CountedCosts(toy) };
        var run = new StrategyRun(Parts.Strategy("portfolio", setup), seed: 3, window: 1, ToyEstimator.Measure).Advance(100);

        run.Ended.Should().BeTrue();
        run.Candidates.Select(candidate => candidate.Work).Should().OnlyHaveUniqueItems().And.HaveCount(42);
    }

    [Fact]
    public void A_portfolio_of_one_is_refused() =>
        FluentActions.Invoking(() => Parts.Strategy("portfolio", Setup("random"))).Should().Throw<InputException>().WithMessage(
            "Strategy 'portfolio' shares a search among several strategies, and 1 are named; name two or more, as in: .Strategy(\"portfolio\", null, Part(\"random\"), Part(\"regularized-evolution\")).");

    [Fact]
    public void A_member_that_proposes_steps_is_refused() =>
        FluentActions.Invoking(() => Parts.Strategy("portfolio", Setup("random", "fp-nas"))).Should().Throw<InputException>().WithMessage(
            "Strategy 'portfolio' shares a search of trials, and its member 'fp-nas' proposes steps of a supernet; name members that propose trials.");

    private static StrategySetup Setup(params ComponentSpec[] members) =>
        new(Space, new CountedCosts(Space), new Objective("val_accuracy", []), new Budget(1000)) { Inner = [.. members], Services = Parts };

    private static bool Lucky(Candidate candidate) =>
        ((Trial)candidate.Work).Architecture.Equals(Space.Decisions.Sample(RandomSource.For(3, candidate.Number, "lucky")));

    private static double Races(Candidate candidate) => ((Trial)candidate.Work).Architecture.Values.Sum();

    private static int Distance(Candidate one, Candidate other) =>
        ((Trial)one.Work).Architecture.Values.Zip(((Trial)other.Work).Architecture.Values).Count(pair => pair.First != pair.Second);
}
