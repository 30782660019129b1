using System.CommandLine;
using NasEngine.Contracts;

namespace NasEngine.Host.Commands;

/// <summary>Options that count.</summary>
internal static class Counts
{
    /// <summary>The number, which must be at least 1; null where the option is not given.</summary>
    /// <exception cref="InputException">It is less.</exception>
    public static int? Positive(ParseResult parsed, Option<int?> option) => parsed.GetValue(option) switch
    {
        < 1 and var given => throw new InputException($"{option.Name} is {given}; it must be at least 1."),
        var given => given,
    };
}
