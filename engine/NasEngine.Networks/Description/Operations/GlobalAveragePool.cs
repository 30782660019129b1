namespace NasEngine.Networks;

/// <summary>Mean over height and width: C×H×W to C×1×1.</summary>
public sealed record GlobalAveragePool : Operation
{
    /// <inheritdoc/>
    public override string Kind => "gap";

    /// <inheritdoc/>
    public override FeatureShape Infer(ReadOnlySpan<FeatureShape> inputs) => Single(inputs) with { Height = 1, Width = 1 };
}
