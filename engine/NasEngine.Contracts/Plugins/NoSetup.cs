namespace NasEngine.Contracts;

/// <summary>The setup of parts that need none.</summary>
public sealed record NoSetup
{
    /// <summary>The only one.</summary>
    public static NoSetup Value { get; } = new();
}
