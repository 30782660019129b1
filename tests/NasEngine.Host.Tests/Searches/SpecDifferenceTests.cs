using NasEngine.Contracts;
using NasEngine.Host.Tests.Programs;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Host.Tests.Searches;

public sealed class SpecDifferenceTests
{
    [Fact]
    public void Equal_definitions_do_not_differ() => SpecDifference.Of(Specs.Supernet, Specs.Supernet with { }).Should().BeEmpty();

    [Fact]
    public void Each_difference_is_told_by_its_place_with_what_was_and_what_is() => SpecDifference.Of(
        Specs.Supernet,
        Specs.Supernet with
        {
            Strategy = new ComponentSpec("fp-nas", OptionBag.Empty.With("lambda", "0.5").With("rate", "0.1")),
            Data = null,
            Budget = new Budget(400),
            Seed = 8,
        }).Should().Equal(
            "strategy.lambda: 0.25 → 0.5", "strategy.rate: default → 0.1", "data: fashion-mnist → none", "budget: 300 → 400", "seed: 7 → 8");

    [Fact]
    public void Another_part_is_told_without_its_options() =>
        SpecDifference.Of(Specs.Supernet, Specs.Supernet with { Strategy = "random" }).Should().Equal("strategy: fp-nas → random");
}
