using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Output size of windows that slide over a feature map: ⌊(size + 2·padding − window)/stride⌋ + 1.</summary>
internal static class Sliding
{
    public static int Size(Operation operation, FeatureShape input, int size, int window, int stride, int padding) =>
        size + 2 * padding >= window
            ? (size + 2 * padding - window) / stride + 1
            : throw new InputException(
                $"{operation.Kind} with a window of {window} and padding {padding} does not fit into {input}; use a smaller kernel or less "
                + $"stride before it.");
}
