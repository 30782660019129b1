using NasEngine.Contracts;
using NasEngine.Designs.Accelerators;
using NasEngine.Networks;
using NasEngine.Plugins.Conformance;
using NasEngine.Spaces.Benchmarks;

namespace NasEngine.Spaces.Tests.Accelerators;

public sealed class NetworkOnArraySpaceConformance : SpaceConformance
{
    protected override ISearchSpace Create() => NetworkOnArrayTests.Of("nasbench201");
}

public sealed class NetworkOnArrayTests
{
    private const string Cell = "|nor_conv_3x3~0|+|nor_conv_1x1~0|skip_connect~1|+|none~0|avg_pool_3x3~1|nor_conv_3x3~2|";
    private const string Design = Cell + " @ r32|c16|ws|i64|f32|o128|b4";

    private static readonly PluginParts Parts = PluginParts.Of(new AcceleratorsPlugin(), new BenchmarksPlugin());
    private static readonly ISearchSpace Space = Of("nasbench201");
    private static readonly INetworkSpace Cells = (INetworkSpace)Parts.Space("nasbench201");

    public static ISearchSpace Of(params string[] networks) =>
        Parts.Space(new ComponentSpec("network-on-array", OptionBag.Empty) { Inner = [.. networks.Select(id => (ComponentSpec)id)] });

    [Fact]
    public void A_design_is_a_network_and_an_array()
    {
        var design = Space.Parse(Design);

        Space.Format(design).Should().Be(Design);
        Space.Decisions.Size.Should().Be(Cells.Decisions.Size * Parts.Space("accelerator").Decisions.Size);
        ((INetworkHolder)Space).NetworkPart(design).Should().Be(Cells.Parse(Cell));
        ((INetworkSpace)Space).Describe(design).Hash().Should().Be(Cells.Describe(Cells.Parse(Cell)).Hash());
        Space.Cost(design).Should().Be(Cells.Cost(Cells.Parse(Cell)));
    }

    [Fact]
    public void Designs_differ_where_only_their_arrays_do()
    {
        Space.NetworkOf(Space.Parse(Design)).Should().NotBe(Space.NetworkOf(Space.Parse(Design.Replace("r32", "r64", StringComparison.Ordinal))));
        Space.NetworkOf(Space.Parse(Design)).Should().Be(Space.NetworkOf(Space.Parse(Design)));
    }

    /// <summary>Once with the network's layers and array by hand.</summary>
    [Fact]
    public void What_it_takes_of_its_array_is_known_before()
    {
        var costs = Parts.Create<ICostModel, CostModelSetup>("network-on-array", new CostModelSetup(Space, "cpu"));
        var array = new SystolicArray(32, 16, Dataflow.WeightStationary, 64, 32, 128, 4);
        var runs = NetworkLayers.Of(Cells.Describe(Cells.Parse(Cell))).Select(layer => ArrayModel.Run(array, layer)).ToArray();
        var design = Space.Parse(Design);

        costs.Cost("cycles", design).Should().Be(runs.Sum(run => run.Cycles));
        costs.Cost("memory_words", design).Should().Be(runs.Sum(run => run.Traffic));
        costs.Cost("runtime_ms", design).Should().BeApproximately(runs.Sum(run => run.Cycles) / 1e6, 1e-9, "a cycle takes a nanosecond");
        costs.Cost("area_mm2", design).Should().BeApproximately(((512 * 700) + ((64 + 32 + 128) * 8192 * 0.7)) / 1e6 + (4 * 0.05), 1e-12);
        costs.Cost("cycles", Space.Parse(Design.Replace("r32", "r8", StringComparison.Ordinal))).Should().NotBe(runs.Sum(run => run.Cycles));
        costs.Cost("cycles", design).Should().Be(runs.Sum(run => run.Cycles), "the design before was another");
        costs.Invoking(one => one.Cost("flops", design)).Should().Throw<InputException>().WithMessage("The cost 'flops' is not known *");
    }

    [Fact]
    public void The_area_of_its_array_is_known_as_that_of_an_array_alone() =>
        Parts.Create<ICostModel, CostModelSetup>("accelerator", new CostModelSetup(Space, "cpu")).Cost("buffer_use", Space.Parse(Design))
            .Should().Be(1.0 / 32);

    [Fact]
    public void A_table_of_networks_is_one_of_designs()
    {
        var table = Path.GetTempFileName();
        File.WriteAllText(table, $"arch_str,cifar10_val_acc,cifar10_test_acc_seeds\n{Cell},90,91.5\n");
        using var estimator = Parts.Create<IEstimator, EstimatorSetup>(
            new ComponentSpec("table", OptionBag.From(new { Table = table })), new EstimatorSetup(Space, null, 0, "cpu", 1, Parts));

        Measure(Design).Metrics["test_accuracy"].Should().BeApproximately(0.915, 1e-12);
        Measure(Design.Replace("r32", "r8", StringComparison.Ordinal)).Metrics["test_accuracy"].Should().BeApproximately(0.915, 1e-12);
        Measure(Design.Replace("avg_pool_3x3", "none", StringComparison.Ordinal)).Failure!.Message.Should().EndWith(
            $"has no row for '{Design.Replace("avg_pool_3x3", "none", StringComparison.Ordinal)}'.");
        File.Delete(table);

        Measurement Measure(string design) =>
            estimator.Evaluate(new Candidate(0, new Trial(Space.Parse(design), Fidelity.Full)), NoProgress.Instance, default);
    }

    [Fact]
    public void It_holds_one_space_of_networks()
    {
        ((Action)(() => Of())).Should().Throw<InputException>().WithMessage(
            "Space 'network-on-array' holds one other space, and 0 are named; write .Space(Part(\"network-on-array\", null, Part(\"nasbench201\"))).");
        ((Action)(() => Of("nasbench201", "nasbench201"))).Should().Throw<InputException>().WithMessage("*and 2 are named;*");
        ((Action)(() => Of("accelerator"))).Should().Throw<InputException>().WithMessage(
            "Space 'network-on-array' holds networks, and the architectures of space 'accelerator' are none; name a space of networks, such as "
            + "Part(\"nasbench201\").");
        ((Action)(() => Space.Parse(Cell))).Should().Throw<InputException>().WithMessage("*, ' @ ' and an array, such as 'r8|c8|os|i8|f8|o8|b1'.");
        ((Action)(() => Parts.Create<ICostModel, CostModelSetup>("network-on-array", new CostModelSetup(Cells, "cpu"))))
            .Should().Throw<InputException>().WithMessage("*space 'nasbench201' has none; search space 'network-on-array'.");
    }
}
