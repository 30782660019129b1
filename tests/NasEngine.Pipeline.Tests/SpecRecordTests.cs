using MessagePack;
using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Pipeline.Records;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Tests.Toys;

namespace NasEngine.Pipeline.Tests;

public sealed class SpecRecordTests
{
    private static readonly SearchSpec Plain = ToyParts.Spec();

    public static TheoryData<string> Names => ["parts", "costs", "requirements", "budget", "time", "goal", "plain"];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_definition_reads_back_equal_and_differs_from_one_without(string name)
    {
        var spec = Named(name);
        var read = MessagePackSerializer.Deserialize<SpecRecord>(MessagePackSerializer.Serialize(spec.ToRecord())).ToSpec();

        SpecDifference.Of(spec, read).Should().BeEmpty();
        read.Budget.Should().Be(spec.Budget);
        read.Strategy.Should().Be(spec.Strategy);
        read.Costs.Should().Be(spec.Costs);
        SpecDifference.Of(spec, Plain).Should().HaveCount(name == "plain" ? 0 : 1);
    }

    [Fact]
    public void Where_work_may_be_done_reads_back_and_is_anywhere_where_an_earlier_program_wrote_nothing()
    {
        var places = new WorkPlaces
        {
            Trials = MachineTags.Parse("big,gpu"), Finals = MachineTags.Parse("gpu"), Latency = MachineTags.Parse("edge"),
        };
        var record = (Plain with { Places = places }).ToRecord();

        MessagePackSerializer.Deserialize<SpecRecord>(MessagePackSerializer.Serialize(record)).ToSpec().Places.Should().Be(places);
        (record with { Places = null }).ToSpec().Places.Should().Be(WorkPlaces.Anywhere);
    }

    [Fact]
    public void Seeds_of_winners_read_back_and_are_one_where_an_earlier_program_wrote_none()
    {
        var spec = Plain with { Final = new FinalSpec("toy", 2) { Seeds = 3 } };
        var record = spec.ToRecord();

        MessagePackSerializer.Deserialize<SpecRecord>(MessagePackSerializer.Serialize(record)).ToSpec().Final.Should().Be(spec.Final);
        (record with { FinalSeeds = 0 }).ToSpec().Final!.Seeds.Should().Be(1);
        SpecDifference.Of(Plain with { Final = new FinalSpec("toy", 2) }, spec).Should().Equal("final.seeds: 1 → 3");
    }

    [Fact]
    public void Differences_between_inner_parts_are_told_by_their_place()
    {
        var was = Named("parts");
        var now = was with { Strategy = was.Strategy with { Inner = [new ComponentSpec("random", OptionBag.From(new { Unique = true })), "toy"] } };
        SpecDifference.Of(was, now).Should().Equal("strategy[0].Unique: default → true");
        SpecDifference.Of(was, Plain).Should().Equal("parts of strategy: 2 → 0");
        SpecDifference.Of(Named("requirements"), Plain).Should().Equal("requirements: macs ≤ 3000000, score ≥ 0.5 → none");
    }

    [Fact]
    public void A_search_goes_on_to_what_is_harder_to_come_to_and_not_to_another_thing()
    {
        SearchSpec At(double value, Direction direction = Direction.Maximize, string metric = "score") =>
            Plain with { Budget = Plain.Budget with { Goal = new Goal(metric, value, direction) } };
        SpecExtension.Is(At(0.9), At(0.95), []).Should().BeTrue();
        SpecExtension.Is(At(0.9), Plain, []).Should().BeTrue();
        SpecExtension.Is(At(0.9, Direction.Minimize), At(0.8, Direction.Minimize), []).Should().BeTrue();
        SpecExtension.Is(At(0.9), At(0.8), []).Should().BeFalse();
        SpecExtension.Is(Plain, At(0.9), []).Should().BeFalse();
        SpecExtension.Is(At(0.9), At(0.95, metric: "other"), []).Should().BeFalse();
        SpecDifference.Of(At(0.9), At(0.95), []).Should().Equal("stop at: score ≥ 0.9 → score ≥ 0.95");
    }

    /// <summary>An earlier program wrote how many candidates and not of which kind.</summary>
    [Fact]
    public void A_budget_of_an_earlier_program_is_that_of_the_recipe_that_says_the_kind() =>
        SpecDifference.Of(Plain, Plain with { Budget = Plain.Budget with { Trials = Plain.Budget.Candidates } }).Should().BeEmpty();

    private static SearchSpec Named(string name) => name switch
    {
        "parts" => Plain with { Strategy = Plain.Strategy with { Inner = ["random", "toy"] } },
        "costs" => Plain with { Costs = new ComponentSpec("table", OptionBag.From(new { Path = "x" })) { Inner = ["energy"] } },
        "requirements" => Plain with { Objective = ((Objective)Plain.Objective).Require(Costs.Macs(3e6)).Require("score", atLeast: 0.5) },
        "budget" => Plain with { Budget = Plain.Budget with { VirtualSeconds = 1e5 } },
        "time" => Plain with { Budget = Plain.Budget with { Time = TimeSpan.FromMinutes(90) } },
        "goal" => Plain with { Budget = Plain.Budget with { Goal = new Goal("val_loss", 0.25, Direction.Minimize) } },
        _ => Plain,
    };
}
