using NasEngine.Contracts;

namespace NasEngine.Extensibility.Inline;

/// <summary>
/// What a part that is written in a recipe is known by: its name, and in the option <c>code</c> the hash of the code that it reaches.
/// Two searches may have parts of one name and different code.
/// </summary>
internal static class InlineId
{
    /// <summary>The option.</summary>
    public const string Code = "code";

    private const int Shown = 16;

    /// <summary>The hash as the option has it.</summary>
    public static string Short(string hash) => hash[..Shown];

    /// <summary>What it is offered under, <c>Climber@0123456789abcdef</c>: its plugin's name too.</summary>
    public static string Of(string name, string code) => $"{name}@{code}";

    /// <summary>What a component of a definition would be offered under, were it written in a recipe; null where it says no code.</summary>
    public static string? Of(ComponentSpec component) =>
        component.Options.Values.TryGetValue(Code, out var code) ? Of(component.Id, code) : null;
}
