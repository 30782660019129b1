using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Spaces.Tests.Relaxed;

/// <summary>
/// First-order DARTS as a strategy plugin would write it: alphas, softmax and Adam in plain numbers; steps of weights and
/// of architecture in turn. It sees contracts only.
/// </summary>
internal sealed class FirstOrderDarts(IRelaxedSpace space, double rate = 0.05) : IStrategy
{
    private readonly double[][] _alphas = [.. space.Relaxed.Decisions.Select(decision => new double[decision.Count])];
    private readonly double[][] _first = [.. space.Relaxed.Decisions.Select(decision => new double[decision.Count])];
    private readonly double[][] _second = [.. space.Relaxed.Decisions.Select(decision => new double[decision.Count])];
    private int _steps;

    public WorkKind Kind => WorkKind.SupernetSteps;

    public StrategyStatus Status => new()
    {
        Alphas = Named(_alphas).ToImmutableSortedDictionary(pair => pair.Name, pair => ImmutableArray.Create(pair.Values), StringComparer.Ordinal),
    };

    public WorkItem? Propose(ProposalContext context)
    {
        var mixture = Named(_alphas).Aggregate(Mixture.Of(space.Decisions.Id), (one, pair) => one.With(pair.Name, Softmax(pair.Values)));
        return context.Number % 2 == 0
            ? new SupernetStep("uniform", [mixture], [], SupernetStep.NoSettings)
            : new SupernetStep("uniform", [], [mixture], SupernetStep.NoSettings);
    }

    public void Observe(Observation observation)
    {
        if (observation.Candidate.Number % 2 == 0)
        {
            return;
        }

        _steps++;
        for (var d = 0; d < _alphas.Length; d++)
        {
            var byWeight = observation.Measurement.Series[SeriesNames.ValidationGradient(0, space.Relaxed.Decisions[d].Name)];
            var weights = Softmax(_alphas[d]);
            var mean = byWeight.Select((gradient, i) => gradient * weights[i]).Sum();
            for (var i = 0; i < weights.Length; i++)
            {
                Adam(d, i, weights[i] * (byWeight[i] - mean));
            }
        }
    }

    public ImmutableArray<Architecture> Recommend(int count) => [space.Discretise(Status.Alphas)];

    public void Save(IBufferWriter<byte> state)
    {
        var writer = new StateWriter(state, 1);
        writer.Write(_steps);
        foreach (var values in (double[][])[.. _alphas, .. _first, .. _second])
        {
            writer.Write(values);
        }
    }

    public void Restore(ReadOnlyMemory<byte> state)
    {
        var reader = new StateReader("strategy 'darts'", state.Span, 1);
        _steps = reader.Int32();
        foreach (var values in (double[][])[.. _alphas, .. _first, .. _second])
        {
            reader.Doubles(values.Length).CopyTo(values, 0);
        }

        reader.Done();
    }

    private void Adam(int decision, int choice, double gradient)
    {
        var (m, v) = (_first[decision], _second[decision]);
        m[choice] = (0.5 * m[choice]) + (0.5 * gradient);
        v[choice] = (0.999 * v[choice]) + (0.001 * gradient * gradient);
        var (mean, variance) = (m[choice] / (1 - Math.Pow(0.5, _steps)), v[choice] / (1 - Math.Pow(0.999, _steps)));
        _alphas[decision][choice] -= rate * mean / (Math.Sqrt(variance) + 1e-8);
    }

    private IEnumerable<(string Name, double[] Values)> Named(double[][] values) =>
        space.Relaxed.Decisions.Select((decision, number) => (decision.Name, values[number]));

    private static double[] Softmax(double[] logits)
    {
        var exponents = logits.Select(logit => Math.Exp(logit - logits.Max())).ToArray();
        return [.. exponents.Select(exponent => exponent / exponents.Sum())];
    }
}
