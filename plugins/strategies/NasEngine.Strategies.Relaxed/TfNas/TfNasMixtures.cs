using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed.TfNas;

/// <summary>
/// The mixtures of TF-NAS: stages are sums over their depths, weighted by softmax(β), in every one of them (sink-connecting,
/// arXiv 2008.05314, section 3.3); widths are what elasticity-scaling made them.
/// </summary>
internal sealed class TfNasMixtures(Freedoms freedoms)
{
    /// <summary>Weights of operations and depths, with 1 at each width and 0 at others.</summary>
    public ChoiceValues AtWidths(Learned state, ChoiceValues weights)
    {
        var widths = Widths(state);
        return weights.Map((decision, values) =>
            freedoms.IsWidth(decision) ? values.Select((_, choice) => choice == widths[decision.Name] ? 1.0 : 0) : values);
    }

    /// <summary>All depths, one width, and of every operation the choices that are given.</summary>
    public Mixture Of(Learned state, Func<Decision, IEnumerable<ChoiceWeight>> operations)
    {
        var (soft, widths) = (Softmax.Of(state.Alphas), Widths(state));
        return freedoms.Space.Decisions.Aggregate(Mixture.Of(freedoms.Space.Id), (mixture, decision) =>
            freedoms.IsDepth(decision) ? mixture.With(decision.Name, soft.Named[decision.Name].AsSpan())
            : freedoms.IsWidth(decision) ? mixture.With(decision.Name, widths[decision.Name])
            : mixture.With(decision.Name, [.. operations(decision)]));
    }

    /// <summary>The drawn path, and the one of other operations that are drawn uniformly (bi-sampling, section 3.1).</summary>
    public (Mixture Drawn, Mixture Other) Paths(Learned state, RandomSource noise, RandomSource others)
    {
        var drawn = Gumbel.Perturbed(state.Alphas, noise);
        return (
            Of(state, decision => [new ChoiceWeight(Best(decision), 1)]),
            Of(state, decision => [new ChoiceWeight(Another(decision), 1)]));

        int Best(Decision decision) => drawn.Named[decision.Name].Largest();

        int Another(Decision decision) =>
            decision.Count < 2 ? 0 : (Best(decision) + 1 + others.NextInt(decision.Count - 1)) % decision.Count;
    }

    private Dictionary<string, int> Widths(Learned state) => freedoms.Widths
        .Select((number, i) => (Decision: freedoms.Space.Decisions[number], Position: state.Own[i]))
        .ToDictionary(width => width.Decision.Name, width => Freedoms.Choice(width.Decision, width.Position));
}
