using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Host.Tests.Programs;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Host.Tests.Searches;

public sealed class SpecDifferenceTests
{
    private static readonly Objective Objective = Maximize.Accuracy().Under(Costs.Macs(3e6)).Require("params", atMost: 2)
        .Against("params");

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

    /// <summary>Every word of a definition is compared, or stands here as free.</summary>
    [Fact]
    public void Any_change_of_any_word_is_a_difference_but_where_the_data_lie()
    {
        var was = Specs.Supernet with { Objective = Objective, Budget = new Budget(300) { Steps = 300 }, Costs = "table" };
        var now = new Dictionary<string, SearchSpec>
        {
            [nameof(SearchSpec.Space)] = was with { Space = was.Space with { Options = OptionBag.Empty.With("scale", "mini") } },
            [nameof(SearchSpec.Strategy)] = was with { Strategy = was.Strategy with { Inner = ["random"] } },
            [nameof(SearchSpec.Data)] = was with { Data = was.Data! with { Options = OptionBag.Empty.With("classes", "2") } },
            [nameof(SearchSpec.Estimator)] = was with { Estimator = "other" },
            [nameof(SearchSpec.Final)] = was with { Final = was.Final! with { Count = 3 } },
            [nameof(SearchSpec.Profiler)] = was with { Profiler = "other" },
            [nameof(SearchSpec.Costs)] = was with { Costs = null },
            [nameof(SearchSpec.Objective)] = was with { Objective = Objective with { Metric = "val_loss" } },
            [nameof(SearchSpec.Budget)] = was with { Budget = new Budget(400) { Steps = 400 } },
            [nameof(SearchSpec.Seed)] = was with { Seed = 8 },
            [nameof(SearchSpec.Window)] = was with { Window = 2 },
            [nameof(SearchSpec.Deterministic)] = was with { Deterministic = false },
            [nameof(SearchSpec.Device)] = was with { Device = "cuda:0" },
            [nameof(SearchSpec.Threads)] = was with { Threads = 1 },
            [nameof(SearchSpec.Places)] = was with { Places = new WorkPlaces { Latency = MachineTags.Parse("edge") } },
        };

        typeof(SearchSpec).GetProperties().Where(word => word.CanWrite).Select(word => word.Name)
            .Should().BeEquivalentTo(now.Keys.Append(nameof(SearchSpec.Name)), "the name is how the other one is found");
        now.Should().AllSatisfy(pair => SpecDifference.Of(was, pair.Value).Should().NotBeEmpty("of {0}", pair.Key));
        SpecDifference.Of(was, was with { Data = was.Data! with { Options = OptionBag.Empty.With("data", "elsewhere") } }).Should().BeEmpty();
        var gpu = MachineTags.Parse("gpu");
        SpecDifference.Of(was, was with { Places = new WorkPlaces { Trials = gpu, Steps = gpu, Finals = gpu } }).Should().BeEmpty("others may train it");
    }

    [Fact]
    public void Any_change_of_an_objective_or_a_budget_is_a_difference()
    {
        var budget = new Budget(300) { Steps = 300 };
        Objective[] objectives =
        [
            Objective with { Direction = Direction.Minimize },
            Objective with { Costs = [new CostTerm("macs", 3e6, -0.07, -1)] },
            Objective with { Costs = [new CostTerm("macs", 3e6, 0, -0.5)] },
            Objective with { Costs = [new CostTerm("macs", 2e6, 0, -1)] },
            Objective with { FurtherAxes = [new ObjectiveAxis("params", Direction.Maximize)] },
            Objective with { Requirements = [new Constraint("params", 2, Direction.Maximize)] },
            Objective with { Requirements = [new Constraint("params", 3)] },
        ];
        Budget[] budgets =
        [
            budget with { Trials = 1 }, budget with { Steps = null }, budget with { Epochs = 1 }, budget with { VirtualSeconds = 1 },
            budget with { Time = TimeSpan.FromHours(1) },
        ];
        var was = Specs.Supernet with { Objective = Objective, Budget = budget };

        objectives.Should().AllSatisfy(one => SpecDifference.Of(was, was with { Objective = one }).Should().NotBeEmpty("of {0}", one));
        budgets.Should().AllSatisfy(one => SpecDifference.Of(was, was with { Budget = one }).Should().NotBeEmpty("of {0}", one));
    }

    [Fact]
    public void Another_part_is_told_without_its_options() =>
        SpecDifference.Of(Specs.Supernet, Specs.Supernet with { Strategy = "random" }).Should().Equal("strategy: fp-nas → random");
}
