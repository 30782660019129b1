using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// One operation of a network: its kind and settings, not its place. Shapes are those of one input, without the batch.
/// Two operations with the same weight key use the same tensors.
/// </summary>
public abstract record Operation
{
    private protected Operation()
    {
    }

    /// <summary>Short name of the kind, as JSON, latency keys and pictures write it.</summary>
    public abstract string Kind { get; }

    /// <summary>Trainable tensors; none for most kinds.</summary>
    public virtual ImmutableArray<Weight> Weights => [];

    /// <summary>Trainable scalars: those of <see cref="Weights"/>.</summary>
    public virtual long ParameterCount => 0;

    /// <summary>Bytes that <see cref="Weights"/> take where they are kept.</summary>
    public virtual long WeightBytes => ParameterCount * sizeof(float);

    /// <summary>Shape of the output.</summary>
    /// <exception cref="InputException">The inputs do not fit; one sentence without the place.</exception>
    public abstract FeatureShape Infer(ReadOnlySpan<FeatureShape> inputs);

    /// <summary>
    /// Multiply-adds for one input: convolutions, linear layers and the products of attention and of recurrent cells count, the rest is 0.
    /// </summary>
    public virtual long Macs(FeatureShape output) => 0;

    private protected FeatureShape Single(ReadOnlySpan<FeatureShape> inputs) => inputs.Length == 1
        ? inputs[0]
        : throw new InputException($"{Kind} takes one input and was given {inputs.Length}.");

    private protected static InputException Wrong(string message) => new(message);
}
