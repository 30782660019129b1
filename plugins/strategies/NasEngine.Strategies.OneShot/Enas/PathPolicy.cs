using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.OneShot.Enas;

/// <summary>
/// A distribution over paths: each decision on its own, by softmax(c·tanh θ). A path's probability is that of its active decisions. θ is
/// one number per choice, decision after decision.
/// </summary>
/// <param name="space">The decisions.</param>
/// <param name="bound">c; 0 for logits that are θ itself.</param>
internal sealed class PathPolicy(DecisionSpace space, double bound)
{
    private readonly ImmutableArray<int> _first =
        [.. Enumerable.Range(0, space.Decisions.Length).Select(number => space.Decisions.Take(number).Sum(decision => decision.Count))];

    /// <summary>How many parameters there are.</summary>
    public int Count => space.Decisions.Sum(decision => decision.Count);

    /// <summary>Draws a path.</summary>
    public Architecture Draw(ReadOnlySpan<double> parameters, RandomSource random)
    {
        var values = new int[space.Decisions.Length];
        for (var number = 0; number < values.Length; number++)
        {
            values[number] = space.IsActive(number, values)
                ? random.NextCategorical(Probabilities(parameters, number).AsSpan())
                : Architecture.Inactive;
        }

        return space.Architecture(values);
    }

    /// <summary>The likeliest choice of every decision, the first of equals.</summary>
    public Architecture Likeliest(ReadOnlySpan<double> parameters)
    {
        var values = new int[space.Decisions.Length];
        for (var number = 0; number < values.Length; number++)
        {
            var probabilities = Probabilities(parameters, number);
            values[number] = probabilities.IndexOf(probabilities.Max());
        }

        return space.Architecture(values);
    }

    /// <summary>Log-probability of a path, and the sum of the entropies of the decisions that it takes, nats.</summary>
    public (double LogProbability, double Entropy) Of(ReadOnlySpan<double> parameters, Architecture path)
    {
        var (log, entropy) = (0.0, 0.0);
        for (var number = 0; number < path.Values.Length; number++)
        {
            if (path.Values[number] >= 0)
            {
                var probabilities = Probabilities(parameters, number);
                log += Math.Log(probabilities[path.Values[number]]);
                entropy -= probabilities.Where(p => p > 0).Sum(p => p * Math.Log(p));
            }
        }

        return (log, entropy);
    }

    /// <summary>Adds <paramref name="weight"/> times the gradient of a path's log-probability.</summary>
    public void AddGradient(ReadOnlySpan<double> parameters, Architecture path, double weight, Span<double> gradient)
    {
        for (var number = 0; number < path.Values.Length; number++)
        {
            if (path.Values[number] < 0)
            {
                continue;
            }

            var probabilities = Probabilities(parameters, number);
            for (var choice = 0; choice < probabilities.Length; choice++)
            {
                var place = _first[number] + choice;
                var squashed = Math.Tanh(parameters[place]);
                var slope = bound > 0 ? bound * (1 - (squashed * squashed)) : 1;
                gradient[place] += weight * slope * ((choice == path.Values[number] ? 1 : 0) - probabilities[choice]);
            }
        }
    }

    /// <summary>Logits by decision.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<double>> Logits(ReadOnlyMemory<double> parameters) => space.Decisions
        .Select((decision, number) => KeyValuePair.Create(decision.Name, Logits(parameters.Span, number)))
        .ToImmutableSortedDictionary(StringComparer.Ordinal);

    private ImmutableArray<double> Logits(ReadOnlySpan<double> parameters, int number)
    {
        var logits = ImmutableArray.CreateBuilder<double>(space.Decisions[number].Count);
        foreach (var parameter in parameters.Slice(_first[number], space.Decisions[number].Count))
        {
            logits.Add(bound > 0 ? bound * Math.Tanh(parameter) : parameter);
        }

        return logits.MoveToImmutable();
    }

    private ImmutableArray<double> Probabilities(ReadOnlySpan<double> parameters, int number)
    {
        var logits = Logits(parameters, number);
        var largest = logits.Max();
        var sum = logits.Sum(logit => Math.Exp(logit - largest));
        return [.. logits.Select(logit => Math.Exp(logit - largest) / sum)];
    }
}
