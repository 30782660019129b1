using System.Globalization;
using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>The cost of mixtures: part by part (<see cref="ICostChain"/>), or by going through the architectures that they make.</summary>
public static class ExpectedCost
{
    /// <summary>Architectures up to which a mixture is gone through, or cases that are told apart in a chain.</summary>
    public const long Most = 100_000;

    /// <summary>
    /// One of the counted costs of a mixture, exact: part by part where the space's costs come apart, otherwise as below.
    /// </summary>
    /// <param name="space">The space; the decisions of its mixtures must be its own.</param>
    /// <param name="mixture">The mixture.</param>
    /// <param name="count">Which of the costs.</param>
    /// <exception cref="InputException">As below.</exception>
    public static MixtureCost Counted(ISearchSpace space, Mixture mixture, Func<ArchitectureCost, double> count)
    {
        MustWeighItsOwn(space, mixture);
        return space is ICostChain chain
            ? OfParts(space, new CountedParts(chain, count), mixture)
            : Of(space, mixture, architecture => count(space.Cost(architecture)));
    }

    /// <summary>A cost of a mixture that comes apart into parts, exact.</summary>
    /// <param name="space">The space; the decisions of its mixtures must be its own.</param>
    /// <param name="costs">What its parts cost.</param>
    /// <param name="mixture">The mixture.</param>
    /// <exception cref="InputException">As below, or the parts do not come apart into less than <see cref="Most"/> cases.</exception>
    public static MixtureCost OfParts(ISearchSpace space, IPartCosts costs, Mixture mixture)
    {
        MustWeighItsOwn(space, mixture);
        return ChainExpectation.Of(space.Decisions, costs, mixture);
    }

    /// <summary>The cost of a mixture, exact.</summary>
    /// <param name="space">The space; the decisions of its mixtures must be its own.</param>
    /// <param name="mixture">The mixture.</param>
    /// <param name="cost">The cost of one architecture.</param>
    /// <exception cref="InputException">
    /// The mixture is of another space, says nothing of a decision that is needed, or makes more than <see cref="Most"/> architectures.
    /// </exception>
    public static MixtureCost Of(ISearchSpace space, Mixture mixture, Func<Architecture, double> cost)
    {
        var decisions = space.Decisions;
        MustWeighItsOwn(space, mixture);
        var combinations = mixture.Decisions.Values.Aggregate(1.0, (product, listed) => product * listed.Length);
        return combinations <= Most ? new Walk(decisions, mixture, cost).Result() : throw new InputException(
            string.Create(CultureInfo.InvariantCulture,
                $"The mixture of space '{decisions.Id}' makes {combinations:0} architectures, over the {Most} whose costs are gone "
                + $"through; list fewer choices, or use a cost model that knows mixtures of this space."));
    }

    private static void MustWeighItsOwn(ISearchSpace space, Mixture mixture)
    {
        if (space is not IRelaxedSpace relaxed || mixture.Space != space.Decisions.Id || !ReferenceEquals(relaxed.Relaxed, space.Decisions))
        {
            throw new InputException(
                $"The expected cost of a mixture of '{mixture.Space}' is not known for space '{space.Decisions.Id}'; its mixtures must "
                + $"weigh its own decisions.");
        }
    }

    /// <summary>The listed choices of a decision.</summary>
    internal static ImmutableArray<ChoiceWeight> Listed(Mixture mixture, string decision) =>
        mixture.Decisions.TryGetValue(decision, out var listed) && !listed.IsEmpty ? listed : throw new InputException(
            $"The mixture says nothing of decision '{decision}', which its other choices lead to; list at least one choice of it.");

    private sealed class Walk(DecisionSpace decisions, Mixture mixture, Func<Architecture, double> cost)
    {
        private readonly int[] _values = new int[decisions.Decisions.Length];
        private readonly Dictionary<string, double[]> _gradient =
            mixture.Decisions.ToDictionary(pair => pair.Key, pair => new double[pair.Value.Length]);

        public MixtureCost Result() => new(
            Expect(0, 1),
            _gradient.ToImmutableSortedDictionary(pair => pair.Key, pair => ImmutableArray.Create(pair.Value), StringComparer.Ordinal));

        /// <summary>
        /// The expected cost of what is left to choose; <paramref name="reach"/> is the product of the weights before it.
        /// </summary>
        private double Expect(int number, double reach)
        {
            if (number == _values.Length)
            {
                return cost(decisions.Architecture(_values));
            }

            if (!decisions.IsActive(number, _values))
            {
                _values[number] = Architecture.Inactive;
                return Expect(number + 1, reach);
            }

            var name = decisions.Decisions[number].Name;
            var listed = Listed(mixture, name);
            var sum = 0.0;
            for (var place = 0; place < listed.Length; place++)
            {
                _values[number] = listed[place].Choice;
                var rest = Expect(number + 1, reach * listed[place].Weight);
                _gradient[name][place] += reach * rest;
                sum += listed[place].Weight * rest;
            }

            return sum;
        }
    }
}
