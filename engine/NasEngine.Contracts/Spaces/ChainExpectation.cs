using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>
/// The expected cost of a mixture over a chain of costs, exact however many architectures it makes: choices that leave the same to
/// come are counted together (dynamic programming over decisions), and the gradient comes from going back over the same graph.
/// </summary>
internal sealed class ChainExpectation
{
    private readonly DecisionSpace _space;
    private readonly IPartCosts _costs;
    private readonly Mixture _mixture;
    private readonly ChainSchedule _schedule;
    private readonly int[] _values;
    private readonly Dictionary<(int Decision, int Left, string Alive), Node> _known = [];
    private readonly List<Node> _nodes = [];

    private ChainExpectation(DecisionSpace space, IPartCosts costs, Mixture mixture)
    {
        (_space, _costs, _mixture, _schedule) = (space, costs, mixture, new ChainSchedule(space, costs));
        _values = new int[space.Decisions.Length];
    }

    /// <summary>The cost of a mixture.</summary>
    /// <param name="space">The decisions that it weighs.</param>
    /// <param name="costs">What the parts cost.</param>
    /// <param name="mixture">The mixture.</param>
    /// <exception cref="InputException">
    /// It says nothing of a decision that is needed, or too many different things are left to come.
    /// </exception>
    public static MixtureCost Of(DecisionSpace space, IPartCosts costs, Mixture mixture) =>
        new ChainExpectation(space, costs, mixture).Result();

    private MixtureCost Result()
    {
        var (before, left) = _schedule.Charge(-1, _costs.Start, _values);
        var first = Rest(0, left);
        var gradient = _mixture.Decisions.ToDictionary(pair => pair.Key, pair => new double[pair.Value.Length]);
        (first.ByCost, first.ByWeight) = (1, before);
        for (var i = _nodes.Count - 1; i >= 0; i--)
        {
            _nodes[i].Back(gradient);
        }

        return new MixtureCost(
            (before * first.Weight) + first.Cost,
            gradient.ToImmutableSortedDictionary(pair => pair.Key, pair => ImmutableArray.Create(pair.Value), StringComparer.Ordinal));
    }

    /// <summary>All that can follow once the decisions before <paramref name="decision"/> are taken.</summary>
    private Node Rest(int decision, int left)
    {
        if (decision == _values.Length)
        {
            return new Node { Weight = 1 };
        }

        var key = (decision, left, _schedule.Alive(decision, _values));
        if (_known.TryGetValue(key, out var known))
        {
            return known;
        }

        var node = new Node();
        if (_space.IsActive(decision, _values))
        {
            node.Decision = _space.Decisions[decision].Name;
            foreach (var (choice, weight) in ExpectedCost.Listed(_mixture, node.Decision))
            {
                Follow(node, decision, choice, weight, left);
            }
        }
        else
        {
            Follow(node, decision, Architecture.Inactive, 1, left);
        }

        _values[decision] = 0;
        _known.Add(key, node);
        _nodes.Add(node);
        return _nodes.Count <= ExpectedCost.Most ? node : throw new InputException(
            $"The costs of space '{_space.Id}' do not come apart into less than {ExpectedCost.Most} cases; use a cost model that knows "
            + $"mixtures of it.");
    }

    private void Follow(Node node, int decision, int choice, double weight, int left)
    {
        _values[decision] = choice;
        var (cost, next) = _schedule.Charge(decision, left, _values);
        node.Add(weight, cost, Rest(decision + 1, next));
    }

    /// <summary>The sum over all that can follow: of the products of weights, and of these times what is still to be paid.</summary>
    private sealed class Node
    {
        private readonly List<(double Weight, double Paid, Node Next)> _ways = [];

        public string? Decision { get; set; }

        public double Weight { get; set; }

        public double Cost { get; private set; }

        /// <summary>∂whole/∂<see cref="Cost"/>.</summary>
        public double ByCost { get; set; }

        /// <summary>∂whole/∂<see cref="Weight"/>.</summary>
        public double ByWeight { get; set; }

        public void Add(double weight, double paid, Node next)
        {
            _ways.Add((weight, paid, next));
            Weight += weight * next.Weight;
            Cost += weight * ((paid * next.Weight) + next.Cost);
        }

        /// <summary>Hands its derivatives on to its weights and to what follows.</summary>
        public void Back(Dictionary<string, double[]> gradient)
        {
            for (var place = 0; place < _ways.Count; place++)
            {
                var (weight, paid, next) = _ways[place];
                next.ByCost += weight * ByCost;
                next.ByWeight += weight * ((paid * ByCost) + ByWeight);
                if (Decision is not null)
                {
                    gradient[Decision][place] += (ByCost * ((paid * next.Weight) + next.Cost)) + (ByWeight * next.Weight);
                }
            }
        }
    }
}
