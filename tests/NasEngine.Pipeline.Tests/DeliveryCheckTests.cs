using NasEngine.Contracts;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Tests.Toys;

namespace NasEngine.Pipeline.Tests;

/// <summary>A search for what its estimator does not measure is refused before it begins, with what it does.</summary>
public sealed class DeliveryCheckTests
{
    private const string There = "which estimator 'toy' does not measure; there are score, macs, params, activation_bytes, weight_bytes.";

    private static readonly SearchSpec Toy = ToyParts.Spec();

    public static TheoryData<SearchSpec, string> Undelivered => new()
    {
        { Toy with { Budget = new Budget(5) { Goal = new Goal("val_los", 1, Direction.Minimize) } }, $"Search 'toy' stops at 'val_los', {There}" },
        { Toy with { Budget = new Budget(5) { VirtualSeconds = 9 } }, $"The budget of search 'toy' counts 'virtual_seconds', {There}" },
        { Toy with { Objective = new Objective("accuracy", []) }, $"The objective of search 'toy' needs 'accuracy', {There}" },
        { Toy with { Objective = new Objective("score", []).Against("robustness") }, $"The objective of search 'toy' needs 'robustness', {There}" },
        {
            Toy with { Objective = new Objective("score", []).Require(new Constraint("robustness", 1)) },
            $"The objective of search 'toy' needs 'robustness', {There}"
        },
    };

    [Theory]
    [MemberData(nameof(Undelivered))]
    public void A_metric_that_the_estimator_says_it_does_not_measure_is_refused(SearchSpec spec, string message) =>
        Checking(spec, ["score"]).Should().Throw<InputException>().WithMessage(message);

    [Fact]
    public void Costs_that_are_counted_and_a_latency_that_is_measured_are_there() => Checking(
        Toy with { Objective = new Objective("score", []).Under(MetricNames.Macs, 15).Require(new Constraint(MetricNames.Latency, 2)) },
        ["score"]).Should().NotThrow();

    [Fact]
    public void An_estimator_that_does_not_know_what_it_measures_is_waited_for() =>
        Checking(Toy with { Objective = new Objective("accuracy", []) }, null).Should().NotThrow();

    private static Action Checking(SearchSpec spec, string[]? measured) =>
        () => DeliveryCheck.MustMeasure(PreparedSearch.From(spec, new ToyParts()), measured, recorded: null);
}
