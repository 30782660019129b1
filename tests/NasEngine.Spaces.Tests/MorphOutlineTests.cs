using NasEngine.Contracts;
using NasEngine.Spaces.Morphism;

namespace NasEngine.Spaces.Tests;

public sealed class MorphOutlineTests
{
    private static readonly MorphismSpace Space = (MorphismSpace)AllSpaces.Make("morphism", ("scale", "mini"));

    [Fact]
    public void The_smallest_network_is_a_convolution_per_stage_with_poolings_between()
    {
        var smallest = Space.Outline(Space.Decisions.Architecture(new int[Space.Decisions.Decisions.Length]));

        LayerOutline convolution = new("conv", 8, 3), pooling = new("pool", 1);
        smallest.Layers.Should().Equal(convolution, pooling, convolution, pooling, convolution);
        smallest.Skips.Should().BeEmpty();
    }

    [Fact]
    public void Every_change_shows_in_the_outline()
    {
        var architecture = Space.Decisions.Architecture(new int[Space.Decisions.Decisions.Length]);
        for (var step = 0; step < 12; step++)
        {
            var before = Space.Outline(architecture);
            var changes = Space.Changes(architecture);
            foreach (var change in changes)
            {
                var after = Space.Outline(change.Architecture);
                (after.Layers.Length - before.Layers.Length).Should().Be(change.Kind == MorphKind.Deepen ? 1 : 0);
                (after.Skips.Length - before.Skips.Length).Should().Be(change.Kind == MorphKind.Skip ? 1 : 0);
                (after.Layers.Sum(layer => layer.Width) > before.Layers.Sum(layer => layer.Width)).Should().Be(change.Kind is MorphKind.Widen or MorphKind.Deepen);
                (after.Layers.Sum(layer => layer.Kernel) > before.Layers.Sum(layer => layer.Kernel)).Should().Be(change.Kind is MorphKind.Kernel or MorphKind.Deepen);
            }

            architecture = changes[RandomSource.For(2, step, "changes").NextInt(changes.Length)].Architecture;
        }
    }
}
