using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Output size of windows that slide over a feature map: ⌊(size + 2·padding − window)/stride⌋ + 1.</summary>
internal static class Sliding
{
    public static FeatureShape Output(Operation operation, int channels, FeatureShape input, int window, int stride, int padding)
    {
        var height = (input.Height + 2 * padding - window) / stride + 1;
        var width = (input.Width + 2 * padding - window) / stride + 1;
        return input.Height + 2 * padding >= window && input.Width + 2 * padding >= window
            ? new FeatureShape(channels, height, width)
            : throw new InputException(
                $"{operation.Kind} with a window of {window} and padding {padding} does not fit into {input}; use a smaller kernel or less stride before it.");
    }
}
