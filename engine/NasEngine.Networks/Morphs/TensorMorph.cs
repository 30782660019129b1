using System.Collections.Immutable;

namespace NasEngine.Networks;

/// <summary>Where the values of a tensor of a grown network come from.</summary>
public abstract record TensorMorph
{
    private protected TensorMorph()
    {
    }
}

/// <summary>
/// From the tensor of the same name: value (o, i, …) is the old one's (Rows[o], Columns[i], …) times Shares[i]; a kernel that is
/// smaller than the new one stands in its middle, with zeros around (network morphism, arXiv 1603.01670, section 3.3).
/// </summary>
/// <param name="Rows">The old place of each place of the first dimension.</param>
/// <param name="Columns">The old place of each place of the second dimension; empty where there is none or it stays as it is.</param>
/// <param name="Shares">A factor for each column; those of the copies of one unit add up to 1 (Net2Net, arXiv 1511.05641, eq. 2).</param>
public sealed record CopiedTensor(ImmutableArray<int> Rows, ImmutableArray<int> Columns, ImmutableArray<double> Shares) : TensorMorph;

/// <summary>The same number everywhere.</summary>
/// <param name="Value">The number.</param>
public sealed record FilledTensor(double Value) : TensorMorph;

/// <summary>
/// 1 in the middle of the kernel from input Columns[o] to output o, and 0 elsewhere; a depthwise kernel reads its own channel.
/// </summary>
/// <param name="Columns">The input that each output hands on.</param>
public sealed record PassingTensor(ImmutableArray<int> Columns) : TensorMorph;
