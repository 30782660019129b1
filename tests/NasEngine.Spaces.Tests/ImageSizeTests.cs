using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Tests;

/// <summary>Images of which a space cannot build a network are refused before anything is sampled.</summary>
public sealed class ImageSizeTests
{
    [Theory]
    [MemberData(nameof(AllSpaces.Names), MemberType = typeof(AllSpaces))]
    public void A_space_of_any_image_size_describes_its_networks_or_is_refused(string id)
    {
        for (var size = 1; size <= 33; size++)
        {
            INetworkSpace space;
            try
            {
                space = AllSpaces.Make(id, ("scale", "mini"), ("inputSize", $"{size}"));
            }
            catch (InputException)
            {
                continue;
            }

            var random = RandomSource.For(1, size, "sizes");
            var some = Enumerable.Range(0, 5).Select(_ => space.Decisions.Sample(random));
            space.Covering().Select(one => Problem(one, () => space.Cost(one)))
                .Concat(some.Select(one => Problem(one, () => space.Describe(one)))).Where(problem => problem is not null).Should()
                .BeEmpty("images of {0}×{0} are taken", size);
        }
    }

    [Theory]
    [InlineData("29", "28 or 32")]
    [InlineData("30", "28 or 32")]
    [InlineData("1", "4")]
    public void NasBench201_names_the_sizes_that_it_can_build(string size, string right) =>
        FluentActions.Invoking(() => AllSpaces.Make("nasbench201", ("inputSize", size))).Should().Throw<InputException>()
            .WithMessage($"*option 'inputSize' is {size}; give a multiple of 4, such as {right}.");

    private static string? Problem(Architecture one, Action built)
    {
        try
        {
            built();
            return null;
        }
        catch (Exception problem)
        {
            return $"{one.Key}: {problem.Message}";
        }
    }
}
