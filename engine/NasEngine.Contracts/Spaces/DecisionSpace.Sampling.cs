using System.Numerics;
using System.Runtime.InteropServices;

namespace NasEngine.Contracts;

public sealed partial class DecisionSpace
{
    private readonly double[]?[] _shares;
    private readonly bool _isConditional;

    /// <summary>The exact number of architectures: value lists that differ in an active decision.</summary>
    public BigInteger Size { get; }

    /// <summary>An architecture drawn uniformly from all of them.</summary>
    public Architecture Sample(RandomSource random)
    {
        var values = new int[_counts.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = !_isConditional || IsActive(i, values) ? Draw(i, random) : Contracts.Architecture.Inactive;
        }

        return new Architecture(Id, ImmutableCollectionsMarshal.AsImmutableArray(values));
    }

    private int Draw(int number, RandomSource random) =>
        _shares[number] is { } shares ? random.NextCategorical(shares) : random.NextInt(_counts[number]);

    /// <summary>
    /// Counts completions from the last decision to the first: a choice is worth the product of what the decisions that it
    /// activates are worth, a decision the sum over its choices. A choice is drawn with the share of its worth.
    /// </summary>
    private static (BigInteger Size, double[]?[] Shares) Count(IReadOnlyList<Decision> decisions)
    {
        var worth = decisions.Select(decision => Enumerable.Repeat(BigInteger.One, decision.Count).ToArray()).ToArray();
        var shares = new double[]?[decisions.Count];
        var size = BigInteger.One;
        for (var i = decisions.Count - 1; i >= 0; i--)
        {
            var total = worth[i].Aggregate(BigInteger.Zero, (sum, one) => sum + one);
            shares[i] = worth[i].Distinct().Count() == 1 ? null : [.. worth[i].Select(one => Ratio(one, total))];
            if (decisions[i].When is { } when)
            {
                foreach (var value in when.Values.Distinct())
                {
                    worth[when.Decision][value] *= total;
                }
            }
            else
            {
                size *= total;
            }
        }

        return (size, shares);
    }

    private static double Ratio(BigInteger part, BigInteger whole) => Math.Exp(BigInteger.Log(part) - BigInteger.Log(whole));
}
