using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.Relaxed;
using TorchSharp;

namespace NasEngine.Spaces.Tests.Relaxed;

public sealed class PartialChannelsTests
{
    [Fact]
    public void A_part_of_the_channels_goes_through_the_operations_and_lies_last()
    {
        var doubled = Run(Image(8).Partly(4, map => map.Plus(map)), side: 3, out var image);

        doubled.Should().Equal(Enumerable.Range(0, 8).SelectMany(channel => image.Chunk(9).ElementAt((channel + 2) % 8)
            .Select(value => channel < 6 ? value : 2 * value)));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Where_the_operations_halve_the_image_the_rest_is_max_pooled(int side)
    {
        var halved = Run(Image(4, side).Partly(2, map => map.Then(new Zero(2, 2))), side, out var image);

        var half = (side + 1) / 2;
        halved.Should().Equal(
            from channel in Enumerable.Range(0, 4)
            from row in Enumerable.Range(0, half)
            from column in Enumerable.Range(0, half)
            select channel > 1 ? 0 : (from y in Window(row) from x in Window(column) select image[(((channel + 2) * side) + y) * side + x]).Max());

        IEnumerable<int> Window(int place) =>
            Enumerable.Range((2 * place) - (side % 2), 2).Where(at => at >= 0 && at < side);
    }

    [Fact]
    public void Full_convolutions_on_a_quarter_of_the_channels_take_a_sixteenth_of_the_multiply_adds_and_depthwise_ones_a_quarter()
    {
        Edges(Space("nasbench201", 4)).Should().Be(Edges(Space("nasbench201", 1)) / 16);
        Edges(Space("darts", 4)).Should().BeInRange(Edges(Space("darts", 1)) / 16, Edges(Space("darts", 1)) / 4);

        static long Edges(IMixtureSpace space) => space.DescribeMixture().Nodes
            .Where(node => node.Block.Contains("edge", StringComparison.Ordinal)).Sum(node => node.Macs);
    }

    [Theory]
    [InlineData("nasbench201", 6 + 2)]
    [InlineData("darts", 28 + 8)]
    public void The_edges_of_nodes_are_weighed_besides_the_operations(string id, int decisions)
    {
        var space = Space(id, 4);
        space.Relaxed.Decisions.Should().HaveCount(decisions);
        space.DescribeMixture().Nodes.Select(node => node.Operation).OfType<MixtureOperation>()
            .SelectMany(operation => operation.Selection.Decisions.Zip(operation.Selection.Counts)).Distinct()
            .Should().BeEquivalentTo(space.Relaxed.Decisions.Select(decision => (decision.Name, decision.Count)));
        for (var draw = 0; draw < 20; draw++)
        {
            var architecture = space.Decisions.Sample(RandomSource.For(4, draw, "architectures"));
            space.Discretise(Dense(space, space.Mixture(architecture))).Should().Be(architecture);
        }
    }

    /// <summary>As the authors' program derives a cell: by the products of the weights of edge and operation.</summary>
    [Fact]
    public void DARTS_keeps_the_two_edges_of_each_node_whose_weight_times_that_of_their_best_operation_is_largest()
    {
        var space = Space("darts", 4);
        var random = RandomSource.For(5, 0, "weights");
        var weights = space.Relaxed.Decisions.ToDictionary(
            decision => decision.Name, decision => ImmutableArray.CreateRange(Enumerable.Range(0, decision.Count).Select(_ => random.NextDouble())));

        var cell = space.Discretise(weights);

        for (var node = 0; node < 4; node++)
        {
            var best = Enumerable.Range(0, node + 2).OrderByDescending(source =>
                weights[$"normal.node{node + 2}.edges"][source] * weights[$"normal.edge{source}{node + 2}"].Skip(1).Max()).Take(2).Order().ToArray();
            space.Decisions.Decisions[3 * node].Choices[cell.Values[3 * node]].Should().Be($"from{best[0]}{best[1]}");
        }
    }

    [Fact]
    public void PC_DARTS_trains_weights_alone_for_15_of_50_epochs_and_then_learns_operations_and_edges()
    {
        var space = Space("nasbench201", 4);
        using var estimator = RelaxedStepTests.Estimator(space);
        var run = new StrategyRun(Create(space, new { InitialSpread = 0.0 }), 1, 1, candidate => RelaxedStepTests.Measure(estimator, candidate)).Advance(6);

        run.Candidates.Select(candidate => ((SupernetStep)candidate.Work).Validate.Length).Should().Equal(0, 0, 0, 1, 1, 1);
        run.Strategy.Status.Alphas["node3.edges"].Should().HaveCount(3).And.OnlyContain(beta => beta != 0);
        run.Strategy.Status.Alphas["edge03"].Should().HaveCount(5).And.Contain(alpha => alpha != 0);
        space.Decisions.Holds(run.Strategy.Recommend(1).Single()).Should().BeTrue();
    }

    [Fact]
    public void Strategies_and_spaces_that_do_not_fit_are_refused_in_a_sentence()
    {
        FluentActions.Invoking(() => Create(Space("nasbench201", 1), new { })).Should().Throw<InputException>().WithMessage("*'pc-darts'*'partial'*");
        FluentActions.Invoking(() => Create(Space("nasbench201", 4), new { WeightEpochs = 50 })).Should().Throw<InputException>().WithMessage("*'weightEpochs'*");
        foreach (var id in new[] { "gdas", "nasp", "dmasking", "tf-nas" })
        {
            FluentActions.Invoking(() => Create(Space("nasbench201", 4), new { }, id)).Should().Throw<InputException>().WithMessage($"*'{id}'*'partial'*");
        }

        FluentActions.Invoking(() => Space("darts", 3)).Should().Throw<InputException>().WithMessage("*'channels'*6*");
        FluentActions.Invoking(() => Space("nasbench201", 3)).Should().Throw<InputException>().WithMessage("*'channels'*3*");
    }

    private static IStrategy Create(ISearchSpace space, object options, string id = "pc-darts") => PluginParts.Of(new RelaxedPlugin()).Strategy(
        id, new StrategySetup(space, new CountedCosts(space), new Objective(MetricNames.ValidationAccuracy, []), new Budget(10)), options);

    private static IMixtureSpace Space(string id, int parts) =>
        (IMixtureSpace)AllSpaces.Make(id, ("scale", "mini"), ("channels", "8"), ("partial", $"{parts}"));

    private static Dictionary<string, ImmutableArray<double>> Dense(IMixtureSpace space, Mixture mixture) =>
        space.Relaxed.Decisions.ToDictionary(decision => decision.Name, decision => ImmutableArray.CreateRange(
            Enumerable.Range(0, decision.Count).Select(choice => mixture.Decisions[decision.Name].FirstOrDefault(one => one.Choice == choice).Weight)));

    private static FeatureMap Image(int channels, int side = 3) => NetworkSpec.From(new FeatureShape(channels, side, side));

    private static float[] Run(FeatureMap map, int side, out float[] image)
    {
        using var scope = torch.NewDisposeScope();
        var spec = map.Build();
        using var network = new SpecNetwork(spec, 1, 0, torch.CPU);
        var random = RandomSource.For(6, 0, "image");
        image = [.. Enumerable.Range(0, (int)spec.Input.Count).Select(_ => (float)random.NextGaussian())];
        return network.forward(torch.tensor(image, [1, spec.Input.Channels, side, side])).data<float>().ToArray();
    }
}
