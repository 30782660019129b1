namespace NasEngine.Contracts.Tests.CostModelling;

public sealed class ExpectedCostTests
{
    public static TheoryData<string> Spaces => ConditionalSpaces.Names;

    [Theory]
    [MemberData(nameof(Spaces))]
    public void The_expected_cost_is_the_sum_over_all_architectures_of_their_probability_times_their_cost(string name)
    {
        var space = new Relaxed(ConditionalSpaces.Named(name));
        var mixture = Drawn(space, 1);
        var expected = ConditionalSpaces.All(space.Decisions).Sum(architecture => Probability(space, mixture, architecture) * space.Cost(architecture).Macs);

        new CountedCosts(space).Cost(MetricNames.Macs, mixture).Value.Should().BeApproximately(expected, 1e-9 * expected);
    }

    [Theory]
    [MemberData(nameof(Spaces))]
    public void Its_gradient_is_that_of_the_sum_by_each_weight_also_where_the_weight_is_0(string name)
    {
        var space = new Relaxed(ConditionalSpaces.Named(name));
        var costs = new CountedCosts(space);
        var mixture = Drawn(space, 2);
        mixture = mixture.With(space.Decisions.Decisions[0].Name, [.. mixture.Decisions[space.Decisions.Decisions[0].Name].Select((one, i) => i == 0 ? one with { Weight = 0 } : one)]);
        var gradient = costs.Cost(MetricNames.Macs, mixture).Gradient;

        gradient.Keys.Should().Equal(mixture.Decisions.Keys);
        foreach (var (decision, listed) in mixture.Decisions)
        {
            for (var place = 0; place < listed.Length; place++)
            {
                // The cost is linear in each weight, so that a difference of any size is exact.
                double At(double weight) => costs.Cost(
                    MetricNames.Macs, mixture.With(decision, listed.SetItem(place, listed[place] with { Weight = weight }))).Value;
                gradient[decision][place].Should().BeApproximately(At(1) - At(0), 1e-9 * Math.Max(1, Math.Abs(At(1))));
            }
        }
    }

    [Fact]
    public void The_mixture_that_is_one_architecture_costs_what_it_does()
    {
        var space = new Relaxed(ConditionalSpaces.Named("nested"));
        foreach (var architecture in ConditionalSpaces.All(space.Decisions))
        {
            new CountedCosts(space).Cost(MetricNames.Parameters, (Route)((IRelaxedSpace)space).Mixture(architecture))
                .Should().Be(space.Cost(architecture).Parameters);
        }
    }

    [Fact]
    public void A_mixture_that_leaves_out_a_decision_that_is_needed_is_refused()
    {
        var space = new Relaxed(ConditionalSpaces.Named("plain"));
        new CountedCosts(space).Invoking(costs => costs.Cost(MetricNames.Macs, Mixture.Of("plain").With("a", 0)))
            .Should().Throw<InputException>().WithMessage("The mixture says nothing of decision 'b'*");
    }

    [Fact]
    public void More_architectures_than_can_be_gone_through_are_refused_with_their_number()
    {
        var space = new Relaxed(new DecisionSpace("wide", Enumerable.Range(0, 20).Select(i => new Decision($"d{i}", ["0", "1"]))));
        new CountedCosts(space).Invoking(costs => costs.Cost(MetricNames.Macs, Drawn(space, 3)))
            .Should().Throw<InputException>().WithMessage("The mixture of space 'wide' makes 1048576 architectures*");
    }

    /// <summary>Weights of every choice, drawn; they need not sum to 1.</summary>
    private static Mixture Drawn(Relaxed space, long number)
    {
        var random = RandomSource.For(7, number, "mixture");
        return space.Decisions.Decisions.Aggregate(Mixture.Of(space.Decisions.Id), (mixture, decision) => mixture.With(
            decision.Name, Enumerable.Range(0, decision.Count).Select(_ => random.NextDouble()).ToArray()));
    }

    private static double Probability(Relaxed space, Mixture mixture, Architecture architecture) => architecture.Values
        .Select((value, number) => value == Architecture.Inactive ? 1 : mixture.Decisions[space.Decisions.Decisions[number].Name][value].Weight)
        .Aggregate(1.0, (product, weight) => product * weight);
}
