using NasEngine.Contracts;
using NasEngine.Designs.Accelerators;
using NasEngine.Networks;
using NasEngine.Plugins.Conformance;

namespace NasEngine.Spaces.Tests.Accelerators;

public sealed class AcceleratorSpaceConformance : SpaceConformance
{
    protected override ISearchSpace Create() => new AcceleratorSpace(AcceleratorOptions.Read(new OptionReader("test", OptionBag.Empty)));
}

public sealed class SystolicEstimatorConformance : EstimatorConformance
{
    private static readonly PluginParts Parts = PluginParts.Of(new AcceleratorsPlugin());

    protected override ISearchSpace Space { get; } = Parts.Space("accelerator");

    protected override IEstimator Create(EstimatorSetup setup) =>
        Parts.Create<IEstimator, EstimatorSetup>(new ComponentSpec("systolic-array", OptionBag.Empty), setup);
}

public sealed class AcceleratorTests
{
    private static readonly PluginParts Parts = PluginParts.Of(new AcceleratorsPlugin());
    private static readonly AcceleratorSpace Space = (AcceleratorSpace)Parts.Space("accelerator");

    /// <summary>Multiply-adds of convolutions and the classifier as published beside torchvision's weights.</summary>
    [Theory]
    [InlineData("mobilenet-v2", 300_774_272)]
    [InlineData("resnet-18", 1_814_073_344)]
    [InlineData("resnet-50", 4_089_184_256)]
    public void A_known_network_has_the_multiply_adds_that_are_published(string name, long macs)
    {
        var network = KnownNetworks.All[name]();

        network.Macs.Should().Be(macs);
        NetworkLayers.Of(network).Sum(layer => layer.Macs).Should().Be(macs);
    }

    [Fact]
    public void A_depthwise_convolution_is_a_product_per_channel() => NetworkLayers.Of(
        NetworkSpec.From(new FeatureShape(8, 10, 12)).Depthwise("conv", 3, 2).Build()).Should().Equal(
        new Gemm("conv", 5 * 6, 9, 1, 9, 10 * 12, 8));

    [Fact]
    public void A_recurrent_cell_is_a_product_of_all_inputs_and_one_per_node_and_place()
    {
        var network = NetworkSpec.From(new FeatureShape(5, 1, 7)).Recur("r", 3, RecurrentCell.Parse("0:tanh,1:relu")).Build();

        NetworkLayers.Of(network).Should().Equal(
            new Gemm("r.input.weight", 7, 5, 6, 1, 35),
            new Gemm("r.node1.from0.weight", 1, 3, 6, 1, 3, 7),
            new Gemm("r.node2.from1.weight", 1, 3, 6, 1, 3, 7));
        NetworkLayers.Of(network).Sum(layer => layer.Macs).Should().Be(network.Macs);
    }

    [Fact]
    public void A_text_says_the_array() => Space.Array(Space.Parse("r32|c16|ws|i64|f8|o128|b4")).Should().Be(
        new SystolicArray(32, 16, Dataflow.WeightStationary, 64, 8, 128, 4));

    [Fact]
    public void The_area_is_the_sum_of_the_parts()
    {
        var area = Costs().Cost("area_mm2", Space.Parse("r32|c32|ws|i64|f64|o64|b8"));

        area.Should().BeApproximately(((1024 * 700) + (3 * 64 * 8192 * 0.7)) / 1e6 + (8 * 0.05), 1e-12);
    }

    [Theory]
    [InlineData("r64|c64|ws|i8|f8|o8|b1", 1.0)]
    [InlineData("r128|c64|ws|i8|f8|o8|b1", 2.0)]
    [InlineData("r128|c64|os|i8|f16|o16|b1", 1.0)]
    [InlineData("r128|c64|is|i32|f8|o8|b1", 0.5)]
    public void A_tile_that_stays_must_fit_into_half_of_its_buffer(string array, double use) =>
        Costs().Cost("buffer_use", Space.Parse(array)).Should().Be(use);

    [Fact]
    public void A_measurement_is_the_sum_over_the_layers()
    {
        var architecture = Space.Parse("r32|c32|os|i64|f64|o64|b8");
        var measured = Measure("resnet-18", architecture);

        var runs = NetworkLayers.Of(KnownNetworks.All["resnet-18"]()).Select(layer => ArrayModel.Run(Space.Array(architecture), layer)).ToArray();
        measured["cycles"].Should().Be(runs.Sum(run => run.Cycles));
        measured["memory_words"].Should().Be(runs.Sum(run => run.Traffic));
        measured["runtime_ms"].Should().BeApproximately(measured["cycles"] / 1e6, 1e-9, "a cycle takes a nanosecond");
        measured["utilization"].Should().BeApproximately(1_814_073_344 / (measured["cycles"] * 1024), 1e-12);
        measured["images_per_s_mm2"].Should().BeApproximately(1000 / measured["runtime_ms"] / measured["area_mm2"], 1e-9);
    }

    [Fact]
    public void A_depthwise_network_leaves_most_of_a_large_array_idle() =>
        Measure("mobilenet-v2", Space.Parse("r256|c256|ws|i1024|f1024|o1024|b64"))["utilization"].Should().BeLessThan(
            Measure("resnet-50", Space.Parse("r256|c256|ws|i1024|f1024|o1024|b64"))["utilization"] / 3);

    [Fact]
    public void Another_space_is_refused_by_name()
    {
        var other = AllSpaces.Make("mlp");

        var act = () => Parts.Create<IEstimator, EstimatorSetup>(
            new ComponentSpec("systolic-array", OptionBag.Empty), new EstimatorSetup(other, null, 0, "cpu", 1, Parts));

        act.Should().Throw<InputException>().WithMessage(
            "Estimator 'systolic-array' knows accelerators, and space 'mlp' has none; search space 'accelerator'.");
    }

    private static ICostModel Costs() => Parts.Create<ICostModel, CostModelSetup>(
        new ComponentSpec("accelerator", OptionBag.Empty), new CostModelSetup(Space, "cpu"));

    private static IReadOnlyDictionary<string, double> Measure(string network, Architecture architecture)
    {
        using var estimator = Parts.Create<IEstimator, EstimatorSetup>(
            new ComponentSpec("systolic-array", OptionBag.From(new { Network = network })), new EstimatorSetup(Space, null, 0, "cpu", 1, Parts));
        return estimator.Evaluate(new Candidate(0, new Trial(architecture, Fidelity.Full)), NoProgress.Instance, default).Metrics;
    }
}
