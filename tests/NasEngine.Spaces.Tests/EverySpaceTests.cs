using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Tests;

/// <summary>What holds for every space at both scales, on random architectures.</summary>
public sealed class EverySpaceTests
{
    private const int Samples = 12;

    [Fact]
    public void The_spaces_of_the_sources_are_all_there() => AllSpaces.Ids.Should().BeEquivalentTo(
        "autoformer", "darts", "efficientnet", "enas", "enas-rnn", "fabric", "fbnetv2-f", "fbnetv2-f-fine", "fbnetv2-f-plus", "fp-nas-l0", "fp-nas-l1", "fp-nas-l2",
        "mlp", "mnasnet", "mobilenet-v2", "morphism", "nasbench-macro", "nasbench201", "pnas", "sequence", "tabular", "tf-nas", "whole-fabric");

    [Theory]
    [MemberData(nameof(AllSpaces.AtBothScales), MemberType = typeof(AllSpaces))]
    public void The_cost_that_is_looked_up_is_the_cost_of_the_network(string id, string scale)
    {
        var space = AllSpaces.Make(id, ("scale", scale));

        foreach (var one in Sample(space))
        {
            space.Cost(one).Should().Be(space.Describe(one).Cost, one.Key);
            space.Cost(one).Should().Be(space.Describe(one).Cost, "the second look-up is of " + one.Key);
        }
    }

    [Theory]
    [MemberData(nameof(AllSpaces.AtBothScales), MemberType = typeof(AllSpaces))]
    public void Every_network_takes_the_images_and_gives_the_classes(string id, string scale)
    {
        var space = AllSpaces.Make(id, ("scale", scale));

        foreach (var network in Sample(space).Select(space.Describe))
        {
            network.Input.Should().Be(space.Input);
            network.Output.Should().Be(new FeatureShape(space.Classes, 1, 1));
        }
    }

    [Theory]
    [MemberData(nameof(AllSpaces.AtBothScales), MemberType = typeof(AllSpaces))]
    public void The_text_of_an_architecture_reads_back(string id, string scale)
    {
        var space = AllSpaces.Make(id, ("scale", scale));

        foreach (var one in Sample(space))
        {
            space.Parse(space.Format(one)).Should().Be(one);
        }
    }

    [Theory]
    [MemberData(nameof(AllSpaces.AtBothScales), MemberType = typeof(AllSpaces))]
    public void The_supernet_holds_every_weight_of_every_path(string id, string scale)
    {
        var space = AllSpaces.Make(id, ("scale", scale));
        var held = SupernetWeights.Of(space).ToDictionary(weight => weight.Name, weight => weight.Shape);

        foreach (var weight in Sample(space).SelectMany(one => space.Describe(one).Weights))
        {
            held.ContainsKey(weight.Name).Should().BeTrue("{0} is used", weight);
            held[weight.Name].Zip(weight.Shape).All(pair => pair.First >= pair.Second).Should().BeTrue("{0} must fit", weight);
        }
    }

    /// <summary>The classes of NAS-Bench-201 forget whether a part is computed once or twice, so their costs differ.</summary>
    [Theory]
    [MemberData(nameof(AllSpaces.AtBothScales), MemberType = typeof(AllSpaces))]
    public void The_canonical_form_is_a_fixed_point_and_costs_the_same(string id, string scale)
    {
        var space = AllSpaces.Make(id, ("scale", scale));

        foreach (var one in Sample(space))
        {
            var canonical = space.Canonical(one);
            space.Canonical(canonical).Should().Be(canonical);
            if (id != "nasbench201")
            {
                space.Describe(canonical).Macs.Should().Be(space.Describe(one).Macs);
            }
        }
    }

    [Theory]
    [MemberData(nameof(AllSpaces.AtBothScales), MemberType = typeof(AllSpaces))]
    public void An_architecture_of_another_space_is_refused_by_name(string id, string scale)
    {
        var space = AllSpaces.Make(id, ("scale", scale));
        var foreign = new Architecture("elsewhere", [0, 0]);

        foreach (Action wrong in new Action[] { () => space.Describe(foreign), () => space.Cost(foreign), () => space.Format(foreign), () => space.Canonical(foreign) })
        {
            wrong.Should().Throw<InputException>().WithMessage($"*belongs to space 'elsewhere'; space '{id}'*");
        }
    }

    [Theory]
    [MemberData(nameof(AllSpaces.AtBothScales), MemberType = typeof(AllSpaces))]
    public void A_description_reads_back_from_JSON(string id, string scale)
    {
        var space = AllSpaces.Make(id, ("scale", scale));

        foreach (var network in Sample(space).Take(3).Select(space.Describe))
        {
            using var json = new MemoryStream();
            NetworkJson.Write(network, json);
            json.Position = 0;

            var back = NetworkJson.Read(json);

            back.Should().Be(network);
            back.Hash().Should().Be(network.Hash());
        }
    }

    [Theory]
    [MemberData(nameof(AllSpaces.AtBothScales), MemberType = typeof(AllSpaces))]
    public void References_are_architectures_of_the_space(string id, string scale)
    {
        var space = AllSpaces.Make(id, ("scale", scale));

        foreach (var one in space.References.Values)
        {
            space.Parse(space.Format(one)).Should().Be(one);
        }
    }

    private static IEnumerable<Architecture> Sample(ISearchSpace space)
    {
        var random = RandomSource.For(11, 0, space.Decisions.Id);
        return [.. Enumerable.Range(0, Samples).Select(_ => space.Decisions.Sample(random))];
    }
}
