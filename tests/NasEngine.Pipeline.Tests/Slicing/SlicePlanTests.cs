using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Slicing;

namespace NasEngine.Pipeline.Tests;

public sealed class SlicePlanTests
{
    private static readonly ComponentSpec Phone = new("latency-table", OptionBag.From(new { Table = "phone.json" }));
    private static readonly ComponentSpec Desk = new("latency-table", OptionBag.From(new { Table = "desk.json" }));
    private static readonly ComponentSpec Energy = new("energy", OptionBag.Empty);

    public static TheoryData<ComponentSpec?, ComponentSpec[]> Costs { get; } = new()
    {
        { null, [Phone] },
        { Desk, [Phone] },
        { Energy, [Energy, Phone] },
        { Desk with { Inner = [Energy] }, [Phone, Energy] },
        { Energy with { Inner = [Desk] }, [Energy, Phone] },
    };

    [Theory]
    [MemberData(nameof(Costs))]
    public void Another_table_of_latencies_takes_the_place_of_that_of_the_search_and_of_no_other_cost(ComponentSpec? before, ComponentSpec[] after)
    {
        var plan = SlicePlan.Of(Header(before), new SliceRequest([Milliseconds(4)], "phone.json"), Phone);

        plan.Spec.Costs!.All.Select(part => part with { Inner = [] }).Should().Equal(after);
        plan.Spec.Name.Should().Be("once.under-latency_ms4-by-phone");
    }

    [Fact]
    public void Limits_take_the_place_of_those_of_the_search_whatever_their_order()
    {
        var plan = SlicePlan.Of(Header(Energy), new SliceRequest([Parameters(1e5), Macs(6e5)]), latencies: null);

        plan.Spec.Name.Should().Be("once.under-macs600000-params100000");
        plan.Spec.Costs.Should().Be(Energy);
        ((Objective)plan.Spec.Objective).Costs.Select(cost => (cost.Metric, cost.Target)).Should().Equal(("macs", 6e5), ("params", 1e5));
    }

    private static SearchHeader Header(ComponentSpec? costs) => new(
        1,
        new SearchSpec
        {
            Name = "once", Space = "toy", Strategy = "big-nas", Estimator = "toy", Budget = new Budget(3) { Steps = 2, Trials = 1 },
            Objective = Maximize.Accuracy().Under(Macs(1e6)), Costs = costs,
        },
        new SearchOrigin("1", "cpu", null, [], null), DateTimeOffset.UnixEpoch, 60, "completed");

    private static CostTarget Macs(double count) => Contracts.Recipes.Costs.Macs(count);

    private static CostTarget Parameters(double count) => Contracts.Recipes.Costs.Parameters(count);

    private static CostTarget Milliseconds(double time) => Contracts.Recipes.Costs.Milliseconds(time);
}
