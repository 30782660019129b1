using NasEngine.Contracts;

namespace NasEngine.Host.Commands;

/// <summary>Values of <c>--set NAME=VALUE</c>, and of options like it.</summary>
internal static class NamedValues
{
    /// <param name="pairs">What was given.</param>
    /// <param name="what">What the names are of, at the beginning of a sentence: <c>Parameter</c>.</param>
    /// <param name="form">The option and the form of its values.</param>
    /// <exception cref="InputException">One has no name, or a name is there twice.</exception>
    public static OptionBag Parse(
        IEnumerable<string> pairs, string what, string form = "--set NAME=VALUE") => pairs.Aggregate(OptionBag.Empty, (bag, pair) =>
        pair.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var at)
            ? throw new InputException($"'{pair}' is not as {form} wants it.")
            : bag.Values.ContainsKey(pair[..at])
                ? throw new InputException($"{what} '{pair[..at]}' is set twice; give it once.")
                : bag.With(pair[..at], pair[(at + 1)..]));
}
