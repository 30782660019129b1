namespace NasEngine.Contracts;

/// <summary>The setup of parts that need none; they are made with any.</summary>
public sealed record NoSetup
{
    /// <summary>The only one.</summary>
    public static NoSetup Value { get; } = new();
}
