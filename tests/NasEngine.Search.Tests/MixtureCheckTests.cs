using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Search.Tests;

public sealed class MixtureCheckTests
{
    private static readonly Mixture Sound = Mixture.Of("toy").With(Name, 0);

    private static string Name => new RelaxedToy().Decisions.Decisions[0].Name;

    [Fact]
    public void A_mixture_of_the_space_is_taken() => Problem(Sound, new RelaxedToy()).Should().BeNull();

    [Fact]
    public void A_step_without_routes_is_left_to_its_rule() =>
        ProposalCheck.Problem(new SupernetStep("own", [], [], SupernetStep.NoSettings), WorkKind.SupernetSteps, new RelaxedToy()).Should().BeNull();

    [Fact]
    public void A_space_of_paths_refuses_mixtures() =>
        Problem(Sound, new ToySpace()).Should().Be("proposed a mixture, and space 'toy' has paths only");

    [Fact]
    public void A_space_without_mixtures_as_it_is_refuses_them() =>
        Problem(Sound, new RelaxedToy { NoMixtures = "None now." }).Should().Be("proposed a mixture, and space 'toy' has paths only");

    [Fact]
    public void Another_space_is_named() =>
        Problem(Mixture.Of("other"), new RelaxedToy()).Should().Be("proposed a mixture of space 'other' in a search of 'toy'");

    [Fact]
    public void An_unknown_decision_is_named() =>
        Problem(Mixture.Of("toy").With("depth?", 0), new RelaxedToy()).Should().Be("proposed a mixture of decision 'depth?', which space 'toy' does not have");

    [Theory]
    [InlineData(99, 1.0)]
    [InlineData(-1, 1.0)]
    [InlineData(0, double.NaN)]
    [InlineData(0, double.PositiveInfinity)]
    public void A_choice_that_is_not_there_or_a_weight_that_is_no_number_is_named(int choice, double weight) =>
        Problem(Mixture.Of("toy").With(Name, [new ChoiceWeight(choice, weight)]), new RelaxedToy())
            .Should().StartWith($"proposed a mixture with choice {choice} of weight {weight} in decision '{Name}'");

    [Fact]
    public void A_choice_listed_twice_is_named() =>
        Problem(Mixture.Of("toy").With(Name, [new ChoiceWeight(0, 1), new ChoiceWeight(0, 1)]), new RelaxedToy())
            .Should().Be($"proposed a mixture with a choice of decision '{Name}' twice");

    [Fact]
    public void A_decision_without_choices_is_named() =>
        Problem(Mixture.Of("toy").With(Name, ImmutableArray<ChoiceWeight>.Empty), new RelaxedToy())
            .Should().Be($"proposed a mixture with no choice of decision '{Name}'");

    private static string? Problem(Mixture mixture, ISearchSpace space) =>
        ProposalCheck.Problem(new SupernetStep("uniform", [mixture], [], SupernetStep.NoSettings), WorkKind.SupernetSteps, space);

    /// <summary>The toy space, with mixtures.</summary>
    private sealed class RelaxedToy : IRelaxedSpace
    {
        private readonly ToySpace _toy = new();

        public string? NoMixtures { get; init; }

        public DecisionSpace Decisions => _toy.Decisions;

        public ImmutableSortedDictionary<string, Architecture> References => _toy.References;

        public string Format(Architecture architecture) => _toy.Format(architecture);

        public Architecture Parse(string text) => _toy.Parse(text);

        public ArchitectureCost Cost(Architecture architecture) => _toy.Cost(architecture);
    }
}
