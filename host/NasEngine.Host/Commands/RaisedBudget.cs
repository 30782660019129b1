using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;

namespace NasEngine.Host.Commands;

/// <summary>The budget that a search is given more of. Pure: tested as values.</summary>
internal static class RaisedBudget
{
    private const string Time = "time";

    private static readonly string[] Limits = ["trials", "steps", "epochs", "virtualSeconds", Time];

    /// <summary>The budget with other limits; those that are not named stay as they are.</summary>
    /// <param name="search">The search, for messages.</param>
    /// <param name="was">Its budget.</param>
    /// <param name="given">Limits: <c>trials=400</c>, <c>time=2h</c>, or a number of what the search counts.</param>
    /// <exception cref="InputException">One is none, or is less than what the search has.</exception>
    public static Budget Of(string search, Budget was, IReadOnlyList<string> given)
    {
        var (limits, time) = (was, (string?)null);
        var named = given.Select(text => Named(search, was, text)).ToArray();
        if (named.GroupBy(limit => limit.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new InputException($"--budget gives {twice.Key} twice; give it once.");
        }

        foreach (var (name, value) in named)
        {
            if (name == Time)
            {
                time = value;
                continue;
            }

            limits = name switch
            {
                "trials" => limits with { Trials = Count(name, value) },
                "steps" => limits with { Steps = Count(name, value) },
                "epochs" => limits with { Epochs = Number(name, value) },
                _ => limits with { VirtualSeconds = Number(name, value) },
            };
        }

        var now = BudgetOf.Limits(search, limits, time);
        now = time is null ? now with { Time = was.Time } : now;
        foreach (var (name, before, after) in Pairs(was, now))
        {
            if (before > after)
            {
                throw new InputException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Search '{search}' has {name}={before} already; a budget can be raised, not lowered to {after}."));
            }
        }

        return now;
    }

    private static (string Name, string Value) Named(string search, Budget was, string text)
    {
        if (text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at)
        {
            var name = Limits.FirstOrDefault(limit => limit.Equals(text[..at], StringComparison.OrdinalIgnoreCase));
            return name is not null
                ? (name, text[(at + 1)..])
                : throw new InputException($"--budget '{text}' names no limit: {Suggest.Instead(text[..at], Limits)}");
        }

        return (was.Trials, was.Steps) switch
        {
            (not null, null) => ("trials", text),
            (null, not null) => ("steps", text),
            _ => throw new InputException($"--budget '{text}' does not say of what search '{search}' gets more; say e.g. trials={text}."),
        };
    }

    private static long Count(string name, string value) =>
        long.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw new InputException($"--budget {name}={value}: '{value}' is not a whole number.");

    private static double Number(string name, string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InputException($"--budget {name}={value}: '{value}' is not a number.");

    private static IEnumerable<(string Name, double? Was, double? Now)> Pairs(Budget was, Budget now) =>
    [
        ("trials", was.Trials, now.Trials), ("steps", was.Steps, now.Steps), ("epochs", was.Epochs, now.Epochs),
        ("virtualSeconds", was.VirtualSeconds, now.VirtualSeconds), ("seconds", was.Time?.TotalSeconds, now.Time?.TotalSeconds),
    ];
}
