using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace NasEngine.Host.Commands;

/// <summary>
/// Ranges of options and arguments that are numbers, looked at while the command line is read. Numbers are written in digits with a point
/// for decimals: a comma is no part of one, so that <c>1,5</c> is never taken for 15.
/// </summary>
internal static class Numbers
{
    private const NumberStyles Whole = NumberStyles.AllowLeadingSign;
    private const NumberStyles Blanks = NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    /// <summary>The option takes numbers from one to another, both among them.</summary>
    /// <param name="option">The option.</param>
    /// <param name="least">The least.</param>
    /// <param name="most">The greatest; above the greatest that its type holds for as many as there are.</param>
    public static Option<T> Within<T>(this Option<T> option, double least, double most = double.MaxValue)
    {
        option.Validators.Add(
            result => Check(result, result.Tokens, option.Name, typeof(T), value => value >= least && value <= most, Range(least, most)));
        return option;
    }

    /// <summary>The option takes numbers above one and up to another.</summary>
    public static Option<T> Above<T>(this Option<T> option, double bound, double most)
    {
        option.Validators.Add(result => Check(
            result, result.Tokens, option.Name, typeof(T), value =>
                value > bound && value <= most, $"above {Text(bound)} and at most {Text(most)}"));
        return option;
    }

    /// <summary>The argument takes numbers from one on.</summary>
    public static Argument<T> From<T>(this Argument<T> argument, double least)
    {
        argument.Validators.Add(
            result => Check(result, result.Tokens, argument.Name, typeof(T), value => value >= least, Range(least, double.MaxValue)));
        return argument;
    }

    private static void Check(
        SymbolResult result, IEnumerable<Token> tokens, string name, Type type, Predicate<double> isWithin, string range)
    {
        foreach (var text in tokens.Select(token => token.Value))
        {
            if (!Reads(text, Nullable.GetUnderlyingType(type) ?? type, out var value) || !isWithin(value))
            {
                result.AddError($"'{text}' of {name} must be {(IsWhole(type) ? "a whole number" : "a number")} {range}.");
            }
        }
    }

    private static bool Reads(string text, Type type, out double value)
    {
        value = double.NaN;
        if (!IsWhole(type))
        {
            return double.TryParse(text, NumberStyles.Float & ~Blanks, CultureInfo.InvariantCulture, out value);
        }

        var reads = type == typeof(int) ? int.TryParse(text, Whole, CultureInfo.InvariantCulture, out _)
            : type == typeof(ulong) ? ulong.TryParse(text, Whole, CultureInfo.InvariantCulture, out _)
            : long.TryParse(text, Whole, CultureInfo.InvariantCulture, out _);
        return reads && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    private static bool IsWhole(Type type) => (Nullable.GetUnderlyingType(type) ?? type) != typeof(double);

    private static string Range(double least, double most) =>
        most < double.MaxValue ? $"from {Text(least)} to {Text(most)}" : $"of at least {Text(least)}";

    private static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
