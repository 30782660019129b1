using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;

namespace NasEngine.Extensibility.Tests.Recipes;

public sealed class RecipeSearchTests : RecipeTest
{
    [Fact]
    public async Task A_recipe_says_all_of_a_search_spec()
    {
        await Run("""
            var search = Search("fpnas-fashion")
                .Data(Data.FashionMnist())
                .Space("fbnetv2-f", new { Scale = "mini" })
                .Strategy("fp-nas", new { Lambda = 0.25, SwitchToJointAt = 0.4 })
                .Training(new { Batch = 96 })
                .Objective(Maximize.Accuracy().Under(Macs(3e6)).Times(Milliseconds(2.0).Power(-0.07)))
                .Budget(steps: 300)
                .Final(epochs: 3, count: 2, options: new { Lr = 0.3 }, seeds: 3)
                .Window(2).Threads(2).Device("cuda:0").Deterministic(false)
                .Seed(7);

            var result = await search.RunAsync();
            result.Print();
            """);

        Runner.Specs.Should().Equal(new SearchSpec
        {
            Name = "fpnas-fashion",
            Data = "fashion-mnist",
            Space = new ComponentSpec("fbnetv2-f", OptionBag.From(new { Scale = "mini" })),
            Strategy = new ComponentSpec("fp-nas", OptionBag.From(new { Lambda = 0.25, SwitchToJointAt = 0.4 })),
            Estimator = new ComponentSpec("", OptionBag.From(new { Batch = 96 })),
            Final = new FinalSpec(new ComponentSpec("", OptionBag.From(new { Epochs = 3, Lr = 0.3 })), 2) { Seeds = 3 },
            Objective = new Objective("val_accuracy", [new CostTerm("macs", 3e6, 0, -1), new CostTerm("latency_ms", 2, -0.07, -0.07)]),
            Budget = new Budget(300) { Steps = 300 },
            Seed = 7,
            Window = 2,
            Deterministic = false,
            Device = "cuda:0",
            Threads = 2,
        });
        Runner.Printed.Should().Equal("result of fpnas-fashion");
    }

    [Fact]
    public async Task What_is_said_of_a_kind_of_work_goes_before_what_is_said_of_all_and_later_words_before_earlier_ones()
    {
        await Run("""
            await Search("on").Space("s").Strategy("random").Budget(trials: 2)
                .On("gpu", latency: "edge").On(finals: "big,gpu").RunAsync();
            """);

        var (gpu, both) = (MachineTags.Parse("gpu"), MachineTags.Parse("gpu,big"));
        Runner.Specs.Single().Places.Should().Be(
            new WorkPlaces { Trials = gpu, Steps = gpu, Finals = both, Latency = MachineTags.Parse("edge") });
    }

    [Theory]
    [InlineData("On()", "give their tags")]
    [InlineData("On(finals: \"my gpu\")", "'my gpu' is no tag of a machine")]
    public async Task Machines_that_are_named_by_no_tags_are_refused(string call, string sentence)
    {
        var act = () => Run($"await Search(\"on\").Space(\"s\").Strategy(\"random\").Budget(trials: 2).{call}.RunAsync();");

        (await act.Should().ThrowAsync<InputException>()).WithMessage($"*{sentence}*");
    }

    [Fact]
    public async Task Sizes_of_the_validation_are_options_of_the_estimator_beside_those_of_the_training()
    {
        await Run("""
            await Search("sizes").Space("s").Strategy("random").Budget(trials: 2).Training(new { Epochs = 2 })
                .Validate(heldOut: 0.25, batchSize: 64).RunAsync();
            """);

        Runner.Specs.Single().Estimator.Options.Should().Be(
            OptionBag.From(new { Epochs = 2 }).With("heldOut", "0.25").With("validationBatchSize", "64"));
    }

    [Theory]
    [InlineData("Validate(heldOut: 1.0)", "must be a share between 0 and 1, or a batch of 1 example at least")]
    [InlineData("Validate(batchSize: 0)", "must be a share between 0 and 1, or a batch of 1 example at least")]
    [InlineData("Validate()", "must be a share between 0 and 1, or a batch of 1 example at least")]
    [InlineData("Training(new { HeldOut = 0.1 }).Validate(heldOut: 0.2)", "says 'heldOut' by .Validate and by .Training; say it by one of them")]
    public async Task Sizes_that_are_none_and_those_that_are_said_twice_are_refused(string sizes, string sentence) =>
        (await Refusal($"await Search(\"sizes\").Space(\"s\").Strategy(\"random\").Budget(trials: 2).{sizes}.RunAsync();")).Should().Contain(sentence);

    [Theory]
    [InlineData("Maximize.Accuracy().Against(Macs()).Against(Milliseconds())", "val_accuracy Maximize, macs Minimize, latency_ms Minimize")]
    [InlineData("Minimize.Loss().Under(Parameters(1e5)).Against(\"robustness\", Direction.Maximize)", "val_loss Minimize, params Minimize, robustness Maximize")]
    public async Task A_recipe_sets_an_objective_against_further_metrics_and_prints_the_front(string objective, string axes)
    {
        await Run($"""
            var result = await Search("front").Space("s").Strategy("random").Budget(trials: 20).Objective({objective}).RunAsync();
            result.ParetoFront.Print();
            """);

        Runner.Specs.Single().Objective.Axes.Select(axis => $"{axis.Metric} {axis.Direction}").Should().Equal(axes.Split(", "));
        Runner.Printed.Should().Equal("front of front");
    }

    [Fact]
    public async Task A_recipe_asks_what_a_search_is_worth_and_gets_figures()
    {
        await Run("""
            var result = await Search("mine").Space("s").Strategy("random").Budget(trials: 20).RunAsync();
            (await result.WorthAsync()).Print();
            var narrow = await result.WorthAsync(against: 8, seed: 3, band: (0.9, 1), around: BandAround.Winner);
            Print($"{narrow.Standing.Verdict} {narrow.Random.Mean}");
            """);

        Runner.Weighed.Should().Equal(
            ("mine", new WorthRequest(20)),
            ("mine", new WorthRequest(8) { Seed = 3, Band = new BandShares(0.9, 1), Around = BandAround.Winner }));
        Runner.Printed.Should().Equal("worth of mine", "NoBetter 1.5");
    }

    [Fact]
    public async Task A_recipe_takes_slices_of_a_supernet_under_other_limits_and_gets_results()
    {
        await Run("""
            var result = await Search("mine").Space("s").Strategy("random").Budget(trials: 20).RunAsync();
            var small = await result.SliceAsync(Macs(5e5));
            small.Print();
            await small.SliceAsync([Parameters(1e5), Milliseconds(2.5)], latencies: "phone.json");
            """);

        Runner.Sliced.Should().Equal(
            "mine: slices under macs 500000", "mine.under: slices under latency_ms 2.5, params 100000 by phone.json");
        Runner.Printed.Should().Equal("result of mine.under");
    }

    [Theory]
    [InlineData("Macs(1), Macs(2)", "Slices are asked for with two limits on 'macs'; give one.")]
    [InlineData("", "Slices are asked for without a limit; give one, such as Macs(1e6).")]
    public async Task Slices_under_no_limit_or_two_of_a_kind_are_refused(string limits, string sentence)
    {
        var running = () => Run($"""
            var result = await Search("mine").Space("s").Strategy("random").Budget(trials: 20).RunAsync();
            await result.SliceAsync([{limits}]);
            """);

        (await running.Should().ThrowAsync<InputException>()).WithMessage("*" + sentence);
        Runner.Sliced.Should().BeEmpty();
    }

    [Fact]
    public async Task A_recipe_names_the_parts_that_parts_work_with()
    {
        await Run("""
            await Search("a").Space("s").Budget(trials: 20, steps: 5)
                .Strategy("portfolio", new { Rounds = 3 }, Part("random"), Part("filter", null, Part("evolution", new { Sample = 5 })))
                .Estimator("supernet", new { BatchSize = 8 }, "from-scratch")
                .Costs("table", new { Path = "x" }).Costs("energy")
                .Objective(Maximize.Accuracy().Require(Milliseconds(2)).Require("val_accuracy", atLeast: 0.5))
                .RunAsync();
            """);

        var spec = Runner.Specs.Single();
        spec.Strategy.All.Select(part => part.Id).Should().Equal("portfolio", "random", "filter", "evolution");
        spec.Strategy.Inner[1].Inner[0].Options.Should().Be(OptionBag.From(new { Sample = 5 }));
        spec.Estimator.Inner.Should().Equal("from-scratch");
        spec.Costs!.All.Select(part => part.Id).Should().Equal("table", "energy");
        spec.Budget.Should().Be(new Budget(25) { Trials = 20, Steps = 5 });
        ((Objective)spec.Objective).Requirements.Should().Equal(
            new Constraint("latency_ms", 2, Direction.Minimize, IsRequired: true), new Constraint("val_accuracy", 0.5, Direction.Maximize, IsRequired: true));
    }

    [Fact]
    public async Task A_recipe_says_what_its_search_stops_at()
    {
        await Run("""await Search("a").Space("s").Strategy("r").StopAt("val_loss", atMost: 0.3).Budget(trials: 2).RunAsync();""");

        Runner.Specs.Single().Budget.Should().Be(new Budget(2) { Trials = 2, Goal = new Goal("val_loss", 0.3, Direction.Minimize) });
    }

    [Fact]
    public async Task A_recipe_names_an_objective_of_a_plugin_with_its_options()
    {
        await Run("""await Search("a").Space("s").Strategy("r").Budget(trials: 2).Objective("my-objective", new { Floor = 0.5 }).RunAsync();""");

        Runner.Specs.Single().Objective.Should().Be(
            new OfferedObjective(new ComponentSpec("my-objective", OptionBag.From(new { Floor = 0.5 }))));
    }

    [Fact]
    public async Task A_recipe_runs_several_searches_in_a_loop()
    {
        await Run("""
            foreach (var seed in new[] { 1, 2, 3 })
            {
                await Search($"random-{seed}").Space("s").Strategy("random").Budget(trials: 20).Seed(seed).RunAsync();
            }

            Print($"{0.5} done");
            """);

        Runner.Specs.Select(spec => (spec.Name, spec.Seed)).Should().Equal(("random-1", 1), ("random-2", 2), ("random-3", 3));
        Runner.Printed.Should().Equal("0.5 done");
    }

    [Theory]
    [InlineData("""await Search("a").Strategy("r").Budget(trials: 1).RunAsync();""", "Search 'a' has no space; give it one, e.g. .Space(\"fbnetv2-f\").")]
    [InlineData("""await Search("a").Space("s").Budget(trials: 1).RunAsync();""", "Search 'a' has no strategy; give it one, e.g. .Strategy(\"fp-nas\").")]
    [InlineData("""await Search("a").Space("s").Strategy("r").RunAsync();""", "Search 'a' has no budget; give it one, e.g. .Budget(trials: 20).")]
    [InlineData("""Search("a").Budget();""", "The budget of search 'a' has no limit; give it one, e.g. .Budget(steps: 300), .Budget(trials: 20) or .Budget(time: \"1h\").")]
    [InlineData("""Search("a").Budget(epochs: -1);""", "The budget of search 'a' has epochs: -1; it must be more than 0.")]
    [InlineData("""Search("a").Budget(time: "soon");""", "The budget of search 'a' has time: \"soon\"; it must be a number with s, m, h or d, such as \"90s\", \"15m\", \"1.5h\" or \"2d\".")]
    [InlineData("""Search("a").StopAt("val_accuracy");""", "What search 'a' stops at must be one value, a number: .StopAt(\"val_accuracy\", atLeast: 0.9) or .StopAt(\"val_accuracy\", atMost: 0.3).")]
    [InlineData("""Search("a").StopAt("val_accuracy", atLeast: 90);""", "What search 'a' stops at is val_accuracy 90; val_accuracy is a share from 0 to 1.")]
    [InlineData("""Search("a").StopAt("val_accuracy", atMost: 0.9);""", "Search 'a' stops at val_accuracy ≤ 0.9, and a large 'val_accuracy' is better: any bad trial would end it; say .StopAt(\"val_accuracy\", atLeast: 0.9).")]
    [InlineData("""Search("a").Objective(Maximize.Metric("val_loss"));""", "The objective of search 'a' wants a large 'val_loss', and a small one is better; say Minimize.Metric(\"val_loss\").")]
    [InlineData("""Search("a").Objective(Minimize.Metric("val_r2"));""", "The objective of search 'a' wants a small 'val_r2', and a large one is better; say Maximize.Metric(\"val_r2\").")]
    [InlineData("""Search("a").Objective(Minimize.Metric("macs").Under("val_accuracy", 0.9));""", "The objective of search 'a' wants a small 'val_accuracy', and a large one is better; say .Require(\"val_accuracy\", atLeast: …).")]
    [InlineData("""Search("a").Objective(Minimize.Metric("macs").Against("val_accuracy", Direction.Minimize));""", "The objective of search 'a' wants a small 'val_accuracy', and a large one is better; say .Against(\"val_accuracy\").")]
    [InlineData("""Search("a").Objective(Maximize.Accuracy().Require("val_accuracy", atLeast: 90));""", "A requirement is val_accuracy 90; val_accuracy is a share from 0 to 1.")]
    [InlineData("""Search("a").Budget(trials: 0);""", "The budget of search 'a' has trials: 0; it must be more than 0.")]
    [InlineData("""Search("a").Final(epochs: 2, inherit: true);""", "The winners of search 'a' keep their weights and are not trained again, so 'epochs' changes nothing; leave it out, or leave out 'inherit'.")]
    [InlineData("""Search("a").Final(seeds: 2, inherit: true);""", "The winners of search 'a' keep their weights and are not trained again, so 'seeds' changes nothing; leave it out, or leave out 'inherit'.")]
    [InlineData("""Search("a").Final(seeds: 0);""", "The number of seeds of a winner of search 'a' is 0; it must be at least 1.")]
    [InlineData("""Search("a").Final(count: 0);""", "The number of finalists of search 'a' is 0; it must be at least 1.")]
    [InlineData("""Search("a").Seed(-1);""", "The seed of search 'a' is -1; it must be at least 0.")]
    [InlineData("""Search("a").Threads(100000);""", "The number of threads of search 'a' is 100000; it must be at least 1 and at most 1024.")]
    [InlineData("""Search("a").Training(new { Epochs = 1, epochs = 2 });""", "Option 'epochs' is given twice, in large and small letters; give it once.")]
    [InlineData("""Macs(-1);""", "The target of 'macs' is -1; it must be above 0.")]
    public async Task A_search_that_lacks_or_exceeds_something_is_refused(string recipe, string message)
    {
        (await Refusal(recipe)).Should().Be($"{Folder.Of("recipe.csx")}:1: {message}");
        Runner.Specs.Should().BeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("..")]
    public async Task A_search_name_that_is_no_file_name_is_refused(string name) =>
        (await Refusal($"Search(\"{name}\");")).Should().StartWith($"{Folder.Of("recipe.csx")}:1: The search name '{name}' of recipe ")
            .And.EndWith("must be of letters, digits, dots, dashes and underscores, and not begin with a dot or dash.");
}
