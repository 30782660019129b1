using System.Reflection;
using NasEngine.Contracts;

namespace NasEngine.Extensibility.Inline;

/// <summary>What a part is made with: an argument of its constructor, or a variable of the recipe.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Fallback">Its default as text; null where it has none.</param>
internal sealed record PartArgument(string Name, Type Type, string? Fallback)
{
    /// <summary>How a recipe gives it.</summary>
    public string Example => $"{char.ToUpperInvariant(Name[0])}{Name[1..]} = {(Type == typeof(string) ? "\"…\"" : "…")}";

    /// <summary>An argument of a constructor.</summary>
    /// <exception cref="InputException">Options cannot say its type.</exception>
    public static PartArgument Of(ParameterInfo parameter) => VariableText.Takes(parameter.ParameterType)
        ? new PartArgument(
            parameter.Name!,
            parameter.ParameterType,
            parameter.HasDefaultValue && parameter.DefaultValue is { } value ? VariableText.Of(parameter.Name!, value) : null)
        : throw new InputException(
            $"is made with '{parameter.Name}', a {RecipeNames.Of(parameter.ParameterType)}, which no option can say; make it by a lambda");

    /// <summary>Its value; null where there is none.</summary>
    /// <exception cref="InputException">The option is not of its type.</exception>
    public object? Read(OptionReader options)
    {
        var text = options.Text(Name, Fallback ?? "", Words);
        if (text.Length == 0 && Type != typeof(string))
        {
            return null;
        }

        try
        {
            return VariableText.Read(text, Type);
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException or ArgumentException)
        {
            throw new InputException($"Option '{Name}' is '{text}'; it must be {Words}.", wrong);
        }
    }

    private string Words => Type switch
    {
        { IsEnum: true } => "one of " + string.Join(", ", Enum.GetNames(Type)),
        _ when Type == typeof(bool) => "true or false",
        _ when Type == typeof(string) => "a text",
        _ when Type == typeof(double) || Type == typeof(float) || Type == typeof(decimal) => "a number",
        _ when Type == typeof(TimeSpan) => "a time, as 00:10:00",
        { IsSZArray: true } => "a list",
        _ => "a whole number",
    };
}
