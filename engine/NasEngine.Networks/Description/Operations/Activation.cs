namespace NasEngine.Networks;

/// <summary>An element-wise non-linearity.</summary>
public sealed record Activation(ActivationKind Function) : Operation
{
    /// <inheritdoc/>
    public override string Kind => Function.Name();

    /// <inheritdoc/>
    public override FeatureShape Infer(ReadOnlySpan<FeatureShape> inputs) => Single(inputs);
}
