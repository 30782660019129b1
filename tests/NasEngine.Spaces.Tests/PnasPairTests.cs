using NasEngine.Networks;

namespace NasEngine.Spaces.Tests;

/// <summary>PNAS's pair of a row and a column where a cell halves its images: each halves one direction.</summary>
public sealed class PnasPairTests
{
    [Fact]
    public void In_a_reduction_the_row_halves_the_width_and_the_column_the_height()
    {
        var space = AllSpaces.Make("pnas", ("scale", "mini"));
        var network = space.Describe(space.Parse("b1|i0_conv7_i1_conv7" + string.Concat(Enumerable.Repeat("|-_-_-_-", 4))));
        var pairs = network.Nodes.Where(node => node.Operation is Convolution { Form: not KernelForm.Square, Stride: 2 }).ToArray();

        pairs.Should().NotBeEmpty();
        foreach (var node in pairs)
        {
            var convolution = (Convolution)node.Operation;
            var (before, after) = (network.Nodes[node.Inputs[0]].Shape, node.Shape);
            (after.Height, after.Width).Should().Be(convolution.Form == KernelForm.Row
                ? (before.Height, before.Width / 2)
                : (before.Height / 2, before.Width));
            convolution.Macs(after).Should().Be(7L * convolution.In * convolution.Out * after.Height * after.Width);
        }

        pairs.Count(node => ((Convolution)node.Operation).Form == KernelForm.Row).Should().Be(pairs.Length / 2);
        space.Assumptions.Should().Contain(sentence => sentence.Contains("'conv7' strides across", StringComparison.Ordinal));
    }
}
