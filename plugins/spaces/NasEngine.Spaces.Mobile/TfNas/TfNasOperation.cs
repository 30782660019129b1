using System.Collections.Immutable;

namespace NasEngine.Spaces.Mobile.TfNas;

/// <summary>One of the eight operations: an inverted residual of kernel 3 or 5, low or high expansion, with or without attention.</summary>
/// <param name="Kernel">Depthwise kernel.</param>
/// <param name="High">Expansion 6 (at most 8) instead of 3 (at most 4).</param>
/// <param name="Attention">Squeeze-and-excitation with as many hidden channels as the input, twice with high expansion.</param>
public sealed record TfNasOperation(int Kernel, bool High, bool Attention)
{
    /// <summary>All eight, in the order of the authors' code.</summary>
    public static ImmutableArray<TfNasOperation> All { get; } =
    [
        new(3, false, false), new(3, true, false), new(5, false, false), new(5, true, false),
        new(3, false, true), new(3, true, true), new(5, false, true), new(5, true, true),
    ];

    /// <summary>The largest ratio of middle to input channels; widths are from half of it to all of it.</summary>
    public int LargestRatio => High ? 8 : 4;

    /// <summary>Hidden channels of the attention; 0 without.</summary>
    public int Hidden(int inputChannels) => Attention ? inputChannels * (High ? 2 : 1) : 0;

    /// <inheritdoc/>
    public override string ToString() => $"k{Kernel}e{(High ? 6 : 3)}{(Attention ? "se" : "")}";
}
