using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Growth;

namespace NasEngine.Strategies.Tests.Growth;

public sealed class CompoundScalingTests
{
    private static readonly ScaledSpace Space = new();

    [Fact]
    public void The_grid_is_every_scaling_of_twice_the_cost_found_by_trying_all_nearest_first()
    {
        var run = Run(new { Tolerance = 0.02 }, _ => 1);
        var size = (int)run.Strategy.Status.Scalars["grid"];
        var grid = Architectures(run.Advance(size))[..size];
        var all =
            from depth in Enumerable.Range(0, 31)
            from width in Enumerable.Range(0, 21)
            from resolution in Enumerable.Range(0, 21)
            let cost = (1 + (depth / 10.0)) * Math.Pow((1 + (width / 20.0)) * (1 + (resolution / 20.0)), 2)
            where Math.Abs(cost - 2) <= 0.04
            select Space.Scaled(depth, width, resolution);
        grid.Should().BeEquivalentTo(all);
        grid.Select(Distance).Should().BeInAscendingOrder();
    }

    [Fact]
    public void The_best_of_the_grid_is_raised_to_every_power_that_the_space_holds()
    {
        var best = Space.Scaled(2, 2, 3);
        var run = Run(new { Phis = "0.5/1/2/3/4/9" }, architecture => architecture.Equals(best) ? 1 : 0);
        var size = (int)run.Strategy.Status.Scalars["grid"];
        run.Advance(size + 20);
        run.Ended.Should().BeTrue();

        // 1.2, 1.1 and 1.15 to the powers 0.5, 2, 3 and 4, to the nearest tenth of the depth and twentieth of the others.
        Architectures(run)[size..].Should().Equal(
            Space.Scaled(1, 1, 1), Space.Scaled(4, 4, 6), Space.Scaled(7, 7, 10), Space.Scaled(11, 9, 15));
        var status = run.Strategy.Status.Scalars;
        (status["depth"], status["width"], status["resolution"], status["beyond_the_space"]).Should().Be((1.2, 1.1, 1.15, 1));
    }

    [Fact]
    public void Coefficients_that_are_given_need_no_grid()
    {
        var run = Run(new { Coefficients = "1.2/1.1/1.15", Phis = "1" }, _ => 1).Advance(10);
        Architectures(run).Should().Equal(Space.Scaled(2, 2, 3));
    }

    [Fact]
    public void It_waits_for_the_whole_grid_before_it_scales()
    {
        var strategy = New(new { Tolerance = 0.001 });
        var size = (int)strategy.Status.Scalars["grid"];
        var candidates = Enumerable.Range(0, size)
            .Select(number => new Candidate(number, strategy.Propose(new ProposalContext(number, 1, []))!)).ToArray();
        strategy.Propose(new ProposalContext(size, 1, [.. candidates])).Should().BeNull();
    }

    [Theory]
    [InlineData("1.2/1.1", "*has 2 numbers*")]
    [InlineData("1.2/x/1.1", "*must be positive numbers joined by '/'*")]
    [InlineData("1.2/0/1.1", "*must be positive numbers joined by '/'*")]
    public void Coefficients_that_are_none_are_refused(string coefficients, string message) =>
        FluentActions.Invoking(() => New(new { Coefficients = coefficients })).Should().Throw<InputException>().WithMessage(message);

    [Fact]
    public void A_space_without_a_scaling_of_that_cost_is_refused() =>
        FluentActions.Invoking(() => New(new { Resources = 900.0 })).Should().Throw<InputException>()
            .WithMessage("*cost 900 times*finer choices*");

    [Fact]
    public void A_space_that_is_not_scaled_is_refused_in_a_sentence()
    {
        var space = new ToySpace();
        var setup = new StrategySetup(space, new CountedCosts(space), new Objective("val_accuracy", []), new Budget(10));
        FluentActions.Invoking(() => PluginParts.Of(new GrowthPlugin()).Strategy("compound-scaling", setup))
            .Should().Throw<InputException>().WithMessage("*'toy'*'efficientnet' is such a space.");
    }

    private static double Distance(Architecture one) => Math.Abs(
        (Space.Depths[one.Values[0]] * Math.Pow(Space.Widths[one.Values[1]] * Space.Widths[one.Values[2]], 2)) - 2);

    private static Architecture[] Architectures(StrategyRun run) =>
        [.. run.Candidates.Select(candidate => ((Trial)candidate.Work).Architecture)];

    private static StrategyRun Run(object options, Func<Architecture, double> accuracy) => new(New(options), 1, 1, candidate =>
        new Measurement().With("val_accuracy", accuracy(((Trial)candidate.Work).Architecture)));

    private static IStrategy New(object options) => PluginParts.Of(new GrowthPlugin()).Strategy(
        "compound-scaling",
        new StrategySetup(Space, new CountedCosts(Space), new Objective("val_accuracy", []), new Budget(1000)),
        options);
}
