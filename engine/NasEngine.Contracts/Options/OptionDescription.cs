namespace NasEngine.Contracts;

/// <summary>One option as help shows it.</summary>
/// <param name="Name">As written in recipes and <c>--set</c>, in camel case.</param>
/// <param name="Type">number, integer, text, file, flag or list.</param>
/// <param name="Default">The default as text.</param>
/// <param name="Range">What is allowed, e.g. <c>&gt; 0</c>; empty when anything is.</param>
/// <param name="Summary">What it means, with its unit and source.</param>
public sealed record OptionDescription(string Name, string Type, string Default, string Range, string Summary)
{
    /// <summary>Beside which other option it counts; null where it always does.</summary>
    public OptionCondition? Condition { get; init; }
}
