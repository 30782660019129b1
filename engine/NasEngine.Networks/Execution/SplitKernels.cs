namespace NasEngine.Networks;

/// <summary>Kernels of split attention; split r of channel c lies at channel c·radix + r.</summary>
internal static class SplitKernels
{
    public static Kernel Sum(int radix) => (inputs, _) =>
    {
        var shape = inputs[0].shape;
        using var splits = inputs[0].reshape(shape[0], shape[1] / radix, radix, shape[2], shape[3]);
        return splits.sum(2);
    };

    public static Kernel Softmax(int radix) => (inputs, _) =>
    {
        var shape = inputs[0].shape;
        using var splits = inputs[0].reshape(shape[0], shape[1] / radix, radix, shape[2], shape[3]);
        using var shares = splits.softmax(2);
        return shares.reshape(shape);
    };
}
