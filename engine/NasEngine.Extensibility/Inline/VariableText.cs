using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Extensibility.Inline;

/// <summary>Values of variables as the options of a part have them, in invariant culture; a list's items are joined by commas.</summary>
internal static class VariableText
{
    /// <summary>Whether variables of this type can be written down.</summary>
    public static bool Takes(Type type) => Item(type) is { } item
        ? item != typeof(string) && IsSimple(item)
        : IsSimple(type);

    /// <summary>A value as text.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static string Of(string name, object? value) => value switch
    {
        null => throw new InputException($"uses the recipe's variable '{name}', which has no value yet; give it one before."),
        Array items => string.Join(',', items.Cast<object>().Select(Simple)),
        _ => Simple(value),
    };

    /// <summary>The value that a text says.</summary>
    /// <exception cref="FormatException">It says none of this type.</exception>
    public static object Read(string text, Type type)
    {
        if (Item(type) is not { } item)
        {
            return ReadSimple(text, type);
        }

        var parts = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var items = Array.CreateInstance(item, parts.Length);
        for (var i = 0; i < parts.Length; i++)
        {
            items.SetValue(ReadSimple(parts[i], item), i);
        }

        return items;
    }

    private static Type? Item(Type type) => type.IsSZArray ? type.GetElementType() : null;

    private static bool IsSimple(Type type) =>
        type.IsEnum || type == typeof(TimeSpan)
            || (Type.GetTypeCode(type) is >= TypeCode.Boolean and <= TypeCode.Decimal or TypeCode.String);

    private static string Simple(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static object ReadSimple(string text, Type type) => type switch
    {
        { IsEnum: true } => Enum.Parse(type, text, ignoreCase: true),
        _ when type == typeof(TimeSpan) => TimeSpan.Parse(text, CultureInfo.InvariantCulture),
        _ => Convert.ChangeType(text, type, CultureInfo.InvariantCulture),
    };
}
