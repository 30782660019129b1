using NasEngine.Contracts;

namespace NasEngine.Networks.Tests.Mixtures;

public sealed class MixtureDescriptionTests
{
    private static readonly FeatureMap Image = NetworkSpec.From(new FeatureShape(1, 4, 4)).At("stage1", "block2");

    [Fact]
    public void Terms_of_different_shapes_are_refused_by_place() =>
        FluentActions.Invoking(() => Image.Conv("a", 4, 1).Mix(Selection.By("op", [0, 1]), Image.Conv("b", 6, 1)))
            .Should().Throw<InputException>().WithMessage("In stage1.block2: mix was given 4×4×4 and 6×4×4; the shapes must be equal.");

    [Fact]
    public void A_term_that_nothing_selects_is_refused() =>
        FluentActions.Invoking(() => Image.Mix(Selection.By("op", [0, 0]), Image))
            .Should().Throw<InputException>().WithMessage("*mix selects the inputs 0 and was given 2; it must select each.");

    [Fact]
    public void A_mask_of_more_channels_than_there_are_is_refused() =>
        FluentActions.Invoking(() => Image.Conv("a", 4, 1).Mask(Selection.By("width", [2, 5])))
            .Should().Throw<InputException>().WithMessage("*mask selects 5 channels and was given 4×4×4; it can keep at most all of them.");

    [Fact]
    public void One_decision_has_one_number_of_choices()
    {
        var image = NetworkSpec.From(new FeatureShape(1, 4, 4));
        var map = image.Conv("a", 4, 1).Mask(Selection.By("width", [2, 3]));
        map.Invoking(it => it.Mask(Selection.By("width", [2, 3, 4])))
            .Should().Throw<InputException>().WithMessage("*decision 'width' has 3 choices here and 2 before; one decision has one number of choices.");
    }

    [Fact]
    public void What_is_not_listed_is_not_there()
    {
        var space = new ToySpace(operations: 8);
        var path = space.Decisions.Architecture([2, 5, 0]);
        var kept = space.DescribeMixture().Keep(((IRelaxedSpace)space).Mixture(path));
        kept.Weights.Should().Equal(space.Describe(path).Weights);
        kept.Macs.Should().Be(space.Describe(path).Macs);
    }

    [Fact]
    public void The_whole_mixture_costs_the_sum_of_its_operations()
    {
        var space = new ToySpace(operations: 3);
        var whole = space.DescribeMixture();
        whole.Parameters.Should().Be(SupernetWeights.Of(space).Sum(weight => weight.Count));
        var operations = Enumerable.Range(0, 3).Select(operation => space.Describe(space.Decisions.Architecture([2, operation, 0])).Macs).ToArray();
        var rest = (8 * 9 * 36) + (8 * 10);
        whole.Macs.Should().Be(operations.Sum() - (2 * rest));
    }

    [Fact]
    public void A_decision_that_the_mixture_does_not_say_is_named() =>
        FluentActions.Invoking(() => new ToySpace().DescribeMixture().Keep(Mixture.Of("toy").With("width", 0).With("shortcut", 0)))
            .Should().Throw<InputException>()
            .WithMessage("The mixture says nothing of decision 'operation', which its other choices lead to; list at least one choice of it.");
}
