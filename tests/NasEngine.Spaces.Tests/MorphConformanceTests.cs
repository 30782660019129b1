using NasEngine.Contracts;
using NasEngine.Networks;
using NasEngine.Plugins.Conformance;
using NasEngine.Spaces.Morphism;

namespace NasEngine.Spaces.Tests;

public sealed class MorphismMorphs : MorphConformance
{
    protected override IMorphSpace Create() => (IMorphSpace)AllSpaces.Make("morphism", ("scale", "mini"));
}

public sealed class MorphismChangeTests
{
    [Fact]
    public void Layers_whose_outputs_are_added_are_widened_together()
    {
        var space = (MorphismSpace)AllSpaces.Make("morphism", ("scale", "mini"), ("stages", "1"), ("depth", "3"));
        var skipping = Architecture(space, depth: 3, (0, 0, 0), (0, 0, 1), (0, 0, 0));

        space.Changes(skipping).Where(change => change.Kind == MorphKind.Widen).Select(change => change.Architecture).Should().Equal(
            Architecture(space, depth: 3, (1, 0, 0), (1, 0, 1), (0, 0, 0)),
            Architecture(space, depth: 3, (0, 0, 0), (0, 0, 1), (1, 0, 0)));
    }

    [Fact]
    public void One_layer_may_get_wider_a_larger_kernel_or_a_skip_and_a_stage_deeper()
    {
        var space = (MorphismSpace)AllSpaces.Make("morphism", ("scale", "mini"), ("stages", "1"), ("depth", "3"));
        var plain = Architecture(space, depth: 2, (0, 0, 0), (0, 0, 0));

        space.Changes(plain).Select(change => change.Kind).Should().Equal(
            MorphKind.Widen, MorphKind.Kernel, MorphKind.Widen, MorphKind.Kernel, MorphKind.Skip, MorphKind.Deepen);
    }

    /// <summary>Values are the depth, then width, kernel and skip of each layer.</summary>
    private static Architecture Architecture(MorphismSpace space, int depth, params (int Width, int Kernel, int Skip)[] layers) =>
        space.Decisions.Architecture(
        [
            depth - 1,
            .. layers.SelectMany(layer => new[] { layer.Width, layer.Kernel, layer.Skip }),
            .. new int[space.Decisions.Decisions.Length - 1 - (3 * layers.Length)],
        ]);
}
