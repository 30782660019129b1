using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Spaces.Tests;

/// <summary>Expected costs of mixtures of chains: counted part by part, and the same as going through all architectures.</summary>
public sealed class MixtureCostTests
{
    private static readonly string[] Metrics = [MetricNames.Macs, MetricNames.Parameters, MetricNames.ActivationBytes];

    public static TheoryData<string> Chains => [.. Ids];

    private static IEnumerable<string> Ids =>
        AllSpaces.Ids.Where(id => AllSpaces.Make(id) is ICostChain and IRelaxedSpace relaxed && ReferenceEquals(relaxed.Relaxed, relaxed.Decisions));

    [Fact]
    public void There_are_some() => Ids.Should().Contain(["tf-nas", "fbnetv2-f"]);

    [Theory]
    [MemberData(nameof(Chains))]
    public void A_small_mixture_costs_what_going_through_its_architectures_says(string id) => Compare((IRelaxedSpace)AllSpaces.Make(id));

    [Fact]
    public void So_does_one_of_TF_NAS_without_sink_connecting() => Compare((IRelaxedSpace)AllSpaces.Make("tf-nas", ("sinkConnecting", "false")));

    private static void Compare(IRelaxedSpace space)
    {
        for (var number = 0; number < 5; number++)
        {
            var mixture = SmallMixtures.Of(space, number, architectures: 20_000);
            foreach (var metric in Metrics)
            {
                var (parts, through) = (new CountedCosts(space).Cost(metric, mixture), new CountedCosts(new Opaque(space)).Cost(metric, mixture));
                parts.Value.Should().BeApproximately(through.Value, 1e-9 * Math.Abs(through.Value));
                parts.Gradient.Keys.Should().Equal(through.Gradient.Keys);
                foreach (var (decision, expected) in through.Gradient)
                {
                    parts.Gradient[decision].Zip(expected).Should().OnlyContain(pair =>
                        Math.Abs(pair.First - pair.Second) <= 1e-9 * Math.Max(Math.Abs(through.Value), Math.Abs(pair.Second)));
                }
            }
        }
    }

    /// <summary>The cost is linear in the weights of a decision that all architectures take: so Euler's identity holds.</summary>
    [Theory]
    [MemberData(nameof(Chains))]
    public void The_mixture_of_all_choices_has_a_cost_and_a_gradient_that_fit_together(string id)
    {
        var space = (IRelaxedSpace)AllSpaces.Make(id);
        var mixture = SmallMixtures.Of(space, 9, architectures: long.MaxValue);
        var cost = new CountedCosts(space).Cost(MetricNames.Macs, mixture);

        cost.Value.Should().BePositive();
        foreach (var decision in space.Decisions.Decisions.Where(decision => decision.When is null))
        {
            var sum = mixture.Decisions[decision.Name].Zip(cost.Gradient[decision.Name]).Sum(pair => pair.First.Weight * pair.Second);
            sum.Should().BeApproximately(cost.Value, 1e-9 * cost.Value);
        }
    }

    /// <summary>A space that does not say how its costs come apart.</summary>
    private sealed class Opaque(IRelaxedSpace inner) : IRelaxedSpace
    {
        public DecisionSpace Decisions => inner.Decisions;

        public ImmutableSortedDictionary<string, Architecture> References => inner.References;

        public string Format(Architecture architecture) => inner.Format(architecture);

        public Architecture Parse(string text) => inner.Parse(text);

        public ArchitectureCost Cost(Architecture architecture) => inner.Cost(architecture);
    }
}
