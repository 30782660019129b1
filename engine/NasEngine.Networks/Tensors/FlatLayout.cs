using System.Collections.Immutable;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// Where tensors lie in one flat tensor: first those of two dimensions or more, the ones that weight decay concerns, then the
/// vectors; both by name. Each starts at a multiple of 64 bytes, with zeros between.
/// </summary>
public sealed class FlatLayout
{
    private const int Alignment = 16;

    private readonly SortedDictionary<string, FlatPart> _parts = new(StringComparer.Ordinal);

    /// <summary>Lays out tensors by name; their values do not matter.</summary>
    public FlatLayout(IEnumerable<KeyValuePair<string, torch.Tensor>> tensors)
    {
        var sorted = tensors.OrderBy(pair => pair.Value.dim() > 1 ? 0 : 1).ThenBy(pair => pair.Key, StringComparer.Ordinal);
        foreach (var (name, tensor) in sorted)
        {
            var length = (tensor.numel() + Alignment - 1) / Alignment * Alignment;
            _parts.Add(name, new FlatPart(name, Length, length, [.. tensor.shape], [.. Dense(tensor)]));
            Length += length;
            MatricesLength = tensor.dim() > 1 ? Length : MatricesLength;
        }
    }

    /// <summary>Elements in all.</summary>
    public long Length { get; }

    /// <summary>Elements of the tensors of two dimensions or more: the range from 0.</summary>
    public long MatricesLength { get; }

    /// <summary>The places by name.</summary>
    public IReadOnlyDictionary<string, FlatPart> Parts => _parts;

    /// <summary>The smallest ranges that hold these tensors and nothing else, ascending.</summary>
    public ImmutableArray<FlatRange> Ranges(IReadOnlySet<string> names)
    {
        var ranges = ImmutableArray.CreateBuilder<FlatRange>();
        foreach (var part in _parts.Values.Where(part => names.Contains(part.Name)).OrderBy(part => part.Start))
        {
            if (ranges.Count > 0 && ranges[^1].End == part.Start)
            {
                ranges[^1] = ranges[^1] with { Length = ranges[^1].Length + part.Length };
            }
            else
            {
                ranges.Add(new FlatRange(part.Start, part.Length));
            }
        }

        return ranges.ToImmutable();
    }

    /// <summary>The tensor's own strides where it fills its memory (contiguous, channels last), otherwise contiguous ones.</summary>
    private static long[] Dense(torch.Tensor tensor)
    {
        var (shape, strides) = (tensor.shape, tensor.stride());
        var dense = 1L;
        foreach (var dimension in Enumerable.Range(0, shape.Length).OrderBy(d => strides[d]).ThenBy(d => shape[d]))
        {
            if (shape[dimension] != 1 && strides[dimension] != dense)
            {
                return Contiguous(shape);
            }

            dense *= shape[dimension];
        }

        return strides;
    }

    private static long[] Contiguous(long[] shape)
    {
        var strides = new long[shape.Length];
        var step = 1L;
        for (var dimension = shape.Length - 1; dimension >= 0; dimension--)
        {
            strides[dimension] = step;
            step *= shape[dimension];
        }

        return strides;
    }
}
