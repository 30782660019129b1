using System.Collections.Concurrent;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// Times of the parts of a chain: each is described once for every shape before it and every choice of its decisions, and then looked up.
/// </summary>
/// <param name="space">The chain.</param>
/// <param name="time">Milliseconds of a part as a network of its own.</param>
internal sealed class LatencyParts(ChainSpace space, Func<NetworkSpec, double> time) : IPartCosts
{
    private readonly ICostChain _chain = space;
    private readonly ImmutableArray<int>[] _decisions = [.. Enumerable.Range(0, ((ICostChain)space).CostParts).Select(space.DecisionsOf)];
    private readonly ConcurrentDictionary<(int Part, int Left, long Choice), double> _known = [];

    /// <inheritdoc/>
    public int Parts => _decisions.Length;

    /// <inheritdoc/>
    public int Start => _chain.CostStart;

    /// <inheritdoc/>
    public ReadOnlySpan<int> Decisions(int part) => _decisions[part].AsSpan();

    /// <inheritdoc/>
    public (double Cost, int Left) Of(int part, int left, ReadOnlySpan<int> values)
    {
        long choice = 0;
        foreach (var decision in _decisions[part])
        {
            choice = checked((choice * (space.Decisions.Decisions[decision].Count + 1)) + values[decision] + 1);
        }

        var key = (part, left, choice);
        if (!_known.TryGetValue(key, out var cost))
        {
            _known[key] = cost = time(space.DescribePart(part, left, values));
        }

        return (cost, _chain.CostOfPart(part, left, values).Left);
    }

    /// <summary>The sum over an architecture's parts.</summary>
    public double Sum(Architecture architecture)
    {
        space.Decisions.MustHold(architecture);
        var (sum, left) = (0.0, Start);
        for (var part = 0; part < Parts; part++)
        {
            (var cost, left) = Of(part, left, architecture.Values.AsSpan());
            sum += cost;
        }

        return sum;
    }
}
