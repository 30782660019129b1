using NasEngine.Contracts;
using NasEngine.Networks;
using NasEngine.Spaces.FBNetV2;

namespace NasEngine.Spaces.Tests;

public sealed class SupernetWeightsTests
{
    [Theory]
    [InlineData("8/12 2/3 1 1; 8/16 1/2 2 2")]
    [InlineData("8/12/16 1 1 2; 8/16 0.5/4 1 1")]
    public void Of_a_tiny_space_are_the_largest_of_each_weight_over_all_architectures(string macro)
    {
        foreach (var variant in Variant.All)
        {
            var options = FBNetV2Options.Read(
                new OptionReader("test", OptionBag.Empty.With("scale", "mini").With("macro", macro).With("splits", "0,2")), variant);
            var space = new FBNetV2Space(options with { Activations = [ActivationKind.Relu] });
            var expected = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
            foreach (var weight in All(space.Decisions).SelectMany(one => space.Describe(one).Weights))
            {
                var known = expected.GetValueOrDefault(weight.Name, [.. weight.Shape]);
                expected[weight.Name] = [.. known.Zip(weight.Shape, Math.Max)];
            }

            var weights = SupernetWeights.Of(space);

            weights.Select(weight => weight.ToString()).Should().Equal(
                expected.Select(pair => new Weight(pair.Key, [.. pair.Value]).ToString()));
        }
    }

    [Fact]
    public void Of_a_space_without_a_decision_are_those_of_its_one_network()
    {
        var space = AllSpaces.Make(
            "fbnetv2-f", ("scale", "mini"), ("kernels", "3"), ("activations", "relu"), ("splits", "0"), ("macro", "64 3 1 2; 64 3 1 1"));
        var only = space.Decisions.Architecture([]);

        SupernetWeights.Of(space).Select(weight => weight.ToString()).Should().NotBeEmpty()
            .And.BeEquivalentTo(space.Describe(only).Weights.Select(weight => weight.ToString()));
    }

    private static IEnumerable<Architecture> All(DecisionSpace space)
    {
        var values = new int[space.Decisions.Length];
        for (var place = 0; place < values.Length;)
        {
            yield return space.Architecture(values);
            for (place = 0; place < values.Length && ++values[place] == space.Decisions[place].Count; place++)
            {
                values[place] = 0;
            }
        }
    }
}
