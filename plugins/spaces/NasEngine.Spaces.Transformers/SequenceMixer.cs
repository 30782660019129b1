using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Spaces.Transformers;

/// <summary>What mixes the places of a layer: attention in heads, or a depthwise convolution along the sequence.</summary>
/// <param name="Heads">Heads; 0 for a convolution.</param>
/// <param name="Kernel">Length of the convolution, odd; 0 for attention.</param>
public sealed record SequenceMixer(int Heads, int Kernel)
{
    private const string Attention = "attention";
    private const string Convolution = "conv";

    /// <summary>As options and architectures write it.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{(Heads > 0 ? $"{Attention}{Heads}" : $"{Convolution}{Kernel}")}");

    /// <summary>Reads <see cref="Name"/>.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static SequenceMixer Parse(string name) =>
        Number(name, Attention) is { } heads and <= 64 ? new SequenceMixer(heads, 0)
        : Number(name, Convolution) is { } kernel and <= 255 && kernel % 2 == 1 ? new SequenceMixer(0, kernel)
        : throw new InputException(
            $"Option 'mixers' has '{name}'; it must be attention with a number of heads, such as attention4, or conv with an odd length, "
            + $"such as conv7.");

    private static int? Number(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1
            ? number
            : null;
}
