namespace NasEngine.Contracts;

/// <summary>What an architecture costs, counted from its description.</summary>
/// <param name="Macs">Multiply-adds of one forward pass of one input, convolutions and linear layers only.</param>
/// <param name="Parameters">Trainable scalars, with batch-norm affine, without running statistics.</param>
/// <param name="ActivationBytes">Bytes of all activations of one input in float32.</param>
public readonly record struct ArchitectureCost(long Macs, long Parameters, long ActivationBytes)
{
    /// <summary>Bytes that the weights take where they are kept: those of float32 unless some are rounded to fewer bits.</summary>
    public long WeightBytes { get; init; } = Parameters * sizeof(float);
}
