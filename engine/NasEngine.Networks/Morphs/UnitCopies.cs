using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// Which units a wider layer copies (Net2Net, arXiv 1511.05641, eq. 1): all of the old ones, then some drawn uniformly. Layers that
/// are widened between the same two numbers copy the same units, so that their outputs can still be added.
/// </summary>
/// <param name="Seed">The search's seed.</param>
/// <param name="Trial">Number of the candidate that is grown.</param>
/// <param name="Unevenness">
/// By how much the shares of copies differ, from 0 for equal ones to below 1: copies with equal shares would stay equal for ever, as
/// their gradients are.
/// </param>
public sealed record UnitCopies(ulong Seed, long Trial, double Unevenness)
{
    /// <summary>The old unit of each new one.</summary>
    /// <param name="before">Units of the old layer.</param>
    /// <param name="after">Units of the new layer, at least as many.</param>
    public ImmutableArray<int> Of(int before, int after)
    {
        var random = RandomSource.For(Seed, Trial, $"copies of {before} units in {after}");
        return [.. Enumerable.Range(0, before), .. Enumerable.Range(before, after - before).Select(_ => random.NextInt(before))];
    }

    /// <summary>
    /// What the next layer's weights of each unit are multiplied by: 1 where a unit is there once; otherwise 1/n for n copies, up to
    /// the unevenness. Those of the copies of one unit add up to 1.
    /// </summary>
    /// <param name="origins">The old unit of each new one.</param>
    public ImmutableArray<double> Shares(ImmutableArray<int> origins)
    {
        var random = RandomSource.For(Seed, Trial, $"shares of {origins.Length} units");
        var parts = origins.Select(_ => 1 + (Unevenness * ((2 * random.NextDouble()) - 1))).ToArray();
        var sums = new Dictionary<int, double>();
        for (var i = 0; i < parts.Length; i++)
        {
            sums[origins[i]] = sums.GetValueOrDefault(origins[i]) + parts[i];
        }

        return [.. parts.Select((part, i) => part / sums[origins[i]])];
    }
}
