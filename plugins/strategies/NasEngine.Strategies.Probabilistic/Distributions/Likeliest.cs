using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Probabilistic;

/// <summary>
/// The most likely architectures, in order of the probability of the assignment of all decisions, inactive ones
/// included; the first is the mode of every categorical. Without conditional decisions this is the order of p(A|α).
/// Best-first over the independent categoricals, each sorted: exact, without enumerating the space.
/// </summary>
internal sealed class Likeliest
{
    private readonly Distribution _distribution;
    private readonly int[][] _order;

    private Likeliest(Distribution distribution)
    {
        _distribution = distribution;
        _order = [.. distribution.Factors.Select(factor =>
        {
            var logs = distribution.LogProbabilities(factor).ToArray();
            return Enumerable.Range(0, logs.Length).OrderByDescending(i => logs[i]).ToArray();
        })];
    }

    /// <summary>The mode.</summary>
    public static Architecture Mode(Distribution distribution)
    {
        Span<int> values = stackalloc int[distribution.Space.Decisions.Length];
        foreach (var factor in distribution.Factors)
        {
            var probabilities = distribution.Probabilities(factor);
            var best = 0;
            for (var i = 1; i < probabilities.Length; i++)
            {
                best = probabilities[i] > probabilities[best] ? i : best;
            }

            factor.Assign(best, values);
        }

        return distribution.Space.Architecture(values);
    }

    /// <summary>Architectures from the most likely on; the same one may come again for other values of inactive decisions.</summary>
    public static IEnumerable<Architecture> Of(Distribution distribution) => new Likeliest(distribution).Enumerate();

    /// <summary>
    /// Every vector of ranks has one parent: itself with the last rank that is not zero one lower. So each is met once,
    /// after its parent, which is no less likely.
    /// </summary>
    private IEnumerable<Architecture> Enumerate()
    {
        var open = new PriorityQueue<(ImmutableArray<int> Ranks, int Last), (double Cost, long Order)>();
        var met = 0L;
        open.Enqueue(([.. new int[_order.Length]], 0), (0, met++));
        while (open.TryDequeue(out var node, out var priority))
        {
            yield return Architecture(node.Ranks.AsSpan());
            for (var i = node.Last; i < _order.Length; i++)
            {
                var rank = node.Ranks[i] + 1;
                if (rank < _order[i].Length)
                {
                    open.Enqueue((node.Ranks.SetItem(i, rank), i), (priority.Cost + Step(i, rank), met++));
                }
            }
        }
    }

    private double Step(int factor, int rank)
    {
        var logs = _distribution.LogProbabilities(_distribution.Factors[factor]);
        return logs[_order[factor][rank - 1]] - logs[_order[factor][rank]];
    }

    private Architecture Architecture(ReadOnlySpan<int> ranks)
    {
        Span<int> values = stackalloc int[_distribution.Space.Decisions.Length];
        for (var i = 0; i < ranks.Length; i++)
        {
            _distribution.Factors[i].Assign(_order[i][ranks[i]], values);
        }

        return _distribution.Space.Architecture(values);
    }
}
