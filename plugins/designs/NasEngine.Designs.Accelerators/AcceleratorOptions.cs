using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Designs.Accelerators;

/// <summary>Options of <see cref="AcceleratorSpace"/>: the choices of each parameter, ascending.</summary>
/// <param name="Sides">Rows and columns of elements.</param>
/// <param name="Buffers">Sizes of a buffer, KiB.</param>
/// <param name="Bandwidths">Words from and to memory in a cycle.</param>
public sealed record AcceleratorOptions(ImmutableArray<long> Sides, ImmutableArray<long> Buffers, ImmutableArray<long> Bandwidths)
{
    /// <summary>Reads them.</summary>
    /// <exception cref="InputException">A value is not allowed.</exception>
    public static AcceleratorOptions Read(OptionReader reader) => new(
        reader.Integers("sides", [8, 16, 32, 64, 128, 256], "Choices of rows and of columns of elements.", 1, 4096),
        reader.Integers(
            "buffers", [8, 16, 32, 64, 128, 256, 512, 1024], "Choices of the size of each of the three buffers, KiB.", 1, 65536),
        reader.Integers("bandwidths", [1, 2, 4, 8, 16, 32, 64], "Choices of words from and to memory in a cycle.", 1, 4096));
}
