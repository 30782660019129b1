using NasEngine.Contracts;

namespace NasEngine.Networks.Tests.Description;

public sealed class NetworkSpecTests
{
    private static readonly FeatureShape Image = new(3, 8, 8);

    [Fact]
    public void Costs_are_the_sums_of_the_closed_forms()
    {
        var network = NetworkSpec.From(Image).At("a").Conv("conv", 4, 3, stride: 2).BatchNorm("bn")
            .Activate(ActivationKind.Relu).Depthwise("dw", 5).GlobalAveragePool().Linear("fc", 10).Build();

        network.Macs.Should().Be((4 * 4 * 4 * 3 * 9) + (4 * 4 * 4 * 25) + (4 * 10));
        network.Parameters.Should().Be((4 * 3 * 9) + (2 * 4) + (4 * 25) + (4 * 10) + 10);
        network.ActivationBytes.Should().Be(4 * ((4 * 16 * 4) + 4 + 10));
    }

    [Fact]
    public void Parameter_counts_of_operations_are_the_scalars_of_their_weights()
    {
        foreach (var operation in NetworkJsonTests.Everything().Nodes.Select(node => node.Operation))
        {
            operation.ParameterCount.Should().Be(operation.Weights.Sum(weight => weight.Count), operation.Kind);
        }
    }

    [Fact]
    public void A_row_and_a_column_cost_and_shape_as_their_kernels_say()
    {
        var network = NetworkSpec.From(Image)
            .Then(new Convolution("row", 3, 5, 7, 2, 3, 1, 1, false) { Form = KernelForm.Row })
            .Then(new Convolution("column", 5, 2, 7, 1, 3, 1, 1, false) { Form = KernelForm.Column }).Build();

        network.Output.Should().Be(new FeatureShape(2, 8, 4));
        network.Weights.Select(weight => weight.ToString()).Should().Equal("row.weight [5, 3, 1, 7]", "column.weight [2, 5, 7, 1]");
        network.Macs.Should().Be((5 * 32 * 3 * 7) + (2 * 32 * 5 * 7));
    }

    [Fact]
    public void Operations_that_lead_nowhere_are_left_out()
    {
        var stem = NetworkSpec.From(Image).Conv("stem", 4, 3);
        stem.Conv("lost", 64, 3);

        stem.Conv("used", 2, 1).Build().Weights.Select(weight => weight.Name).Should().Equal("stem.weight", "used.weight");
    }

    [Fact]
    public void A_weight_key_that_is_used_twice_counts_once()
    {
        var network = NetworkSpec.From(new FeatureShape(4, 4, 4)).Conv("same", 4, 3).Conv("same", 4, 3).Build();

        network.Parameters.Should().Be(4 * 4 * 9);
        network.Macs.Should().Be(2 * 16 * 4 * 4 * 9);
    }

    public static TheoryData<string, Func<FeatureMap, FeatureMap>, string> Wrong => new()
    {
        { "sum", x => x.Plus(x.Conv("a", 4, 3)), "*add was given 3×8×8 and 4×8×8; the shapes must be equal." },
        { "concatenation", x => x.Concat(x.Conv("a", 4, 3, 2)), "*concat was given 3×8×8 and 4×4×4; height and width must be equal." },
        { "gate", x => x.Scale(x), "*a gate 3×8×8; the gate must be 3×1×1." },
        { "kernel", x => x.Conv("a", 4, 11, padding: 0), "*a window of 11 and padding 0 does not fit into 3×8×8*" },
        { "groups", x => x.Conv("a", 4, 3, groups: 2), "*3 input and 4 output channels in 2 groups*" },
        { "channels", x => x.Then(new BatchNorm("a", 4)), "*batch norm 'a' takes 4 channels and was given 3×8×8." },
        { "linear", x => x.Then(new Linear("a", 10, 2)), "*linear 'a' takes 10 scalars and was given 3×8×8." },
        { "splits", x => x.Then(new SplitSum(2)), "*split sum over 2 splits was given 3×8×8*" },
        { "weight", x => x.Conv("a", 4, 3), "weight s.b.a.weight [4, 5, 3, 3] is already used as s.b.a.weight [5, 3, 3, 3]*" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_does_not_fit_is_refused_with_its_place(string what, Func<FeatureMap, FeatureMap> add, string message)
    {
        var map = NetworkSpec.From(Image).At("s", "b");
        if (what == "weight")
        {
            map = map.Conv("a", 5, 3);
        }

        map.Invoking(it => add(it)).Should().Throw<InputException>().WithMessage("In s.b: " + message);
    }

    [Fact]
    public void An_image_of_no_pixels_is_refused() =>
        FluentActions.Invoking(() => NetworkSpec.From(new FeatureShape(3, 0, 8))).Should().Throw<InputException>()
            .WithMessage("In the network: the input is 3×0×8*");
}
