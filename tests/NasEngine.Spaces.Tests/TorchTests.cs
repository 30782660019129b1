using NasEngine.Contracts;
using NasEngine.Networks;
using TorchSharp;

namespace NasEngine.Spaces.Tests;

/// <summary>Descriptions as torch modules.</summary>
public sealed class TorchTests
{
    [Theory]
    [MemberData(nameof(AllSpaces.Names), MemberType = typeof(AllSpaces))]
    public void A_module_has_the_parameters_that_the_description_counts_and_gives_the_classes(string id)
    {
        var space = AllSpaces.Make(id, ("scale", "mini"));
        var random = RandomSource.For(21, 0, id);
        for (var i = 0; i < 5; i++)
        {
            var spec = space.Describe(space.Decisions.Sample(random));
            using var scope = torch.NewDisposeScope();
            using var network = new SpecNetwork(spec, 1, i, torch.CPU);

            network.parameters().Sum(parameter => parameter.numel()).Should().Be(spec.Parameters);
            network.forward(torch.zeros([2, spec.Input.Channels, spec.Input.Height, spec.Input.Width])).shape
                .Should().Equal(2, space.Classes);
        }
    }

    [Theory]
    [MemberData(nameof(AllSpaces.Names), MemberType = typeof(AllSpaces))]
    public void A_module_at_the_papers_scale_has_the_parameters_that_the_description_counts(string id)
    {
        var space = AllSpaces.Make(id);
        var spec = space.Describe(space.Decisions.Sample(RandomSource.For(22, 0, id)));
        using var scope = torch.NewDisposeScope();
        using var network = new SpecNetwork(spec, 1, 0, torch.CPU);

        network.parameters().Sum(parameter => parameter.numel()).Should().Be(spec.Parameters);
    }
}
