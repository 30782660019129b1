namespace NasEngine.Designs.Accelerators;

/// <summary>A layer as a matrix product: inputs [pixels × depth] by weights [depth × filters], once per group.</summary>
/// <param name="Name">The layer.</param>
/// <param name="Pixels">Places of the output, height × width.</param>
/// <param name="Depth">Products of a sum: kernel height × kernel width × channels of the group.</param>
/// <param name="Filters">Output channels of the group.</param>
/// <param name="KernelArea">Height × width of the kernel.</param>
/// <param name="InputWords">Words of the group's input, each counted once.</param>
/// <param name="Groups">How many such products there are, one after another.</param>
public sealed record Gemm(string Name, long Pixels, long Depth, long Filters, long KernelArea, long InputWords, long Groups = 1)
{
    /// <summary>Multiply-adds.</summary>
    public long Macs => Pixels * Depth * Filters * Groups;
}
