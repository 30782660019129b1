using System.Globalization;

namespace NasEngine.Contracts.Recipes;

/// <summary>Budgets from what a recipe or a command says.</summary>
public static class BudgetOf
{
    private const string Call = ".Budget(";

    /// <summary>The budget with these limits.</summary>
    /// <param name="search">The search, for messages.</param>
    /// <param name="limits">The limits but for the wall time; its candidates are counted from steps and trials.</param>
    /// <param name="time">Wall time, a number with s, m, h or d; null for none.</param>
    /// <exception cref="InputException">There is none, or one is not positive.</exception>
    public static Budget Limits(string search, Budget limits, string? time)
    {
        limits = limits with { Time = time is null ? null : Duration(search, time) };
        if (limits == new Budget(limits.Candidates))
        {
            throw new InputException(
                $"The budget of search '{search}' has no limit; give it one, e.g. .Budget(steps: 300), .Budget(trials: 20) or "
                + $".Budget(time: \"1h\").") { Word = Call };
        }

        foreach (var (name, value) in Values(limits))
        {
            if (!(value > 0) || double.IsInfinity(value.Value))
            {
                throw new InputException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The budget of search '{search}' has {name}: {value}; it must be more than 0.")) { Word = Call };
            }
        }

        return limits.Trials is null && limits.Steps is null
            ? limits
            : limits with { Candidates = (limits.Steps ?? 0) + (limits.Trials ?? 0) };
    }

    private static IEnumerable<(string Name, double? Value)> Values(Budget limits) => new (string, double?)[]
    {
        ("steps", limits.Steps), ("trials", limits.Trials), ("epochs", limits.Epochs), ("virtualSeconds", limits.VirtualSeconds),
        ("time", limits.Time?.TotalSeconds),
    }.Where(pair => pair.Item2 is not null);

    /// <summary>A number and a unit: <c>90s</c>, <c>15m</c>, <c>1.5h</c>, <c>2d</c>.</summary>
    private static TimeSpan Duration(string search, string text)
    {
        var unit = text.Length < 2 ? 0 : text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3_600, 'd' => 86_400, _ => 0 };
        return unit > 0
            && double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number * unit < TimeSpan.MaxValue.TotalSeconds && double.IsFinite(number)
            ? TimeSpan.FromSeconds(number * unit)
            : throw new InputException(
                $"The budget of search '{search}' has time: \"{text}\"; it must be a number with s, m, h or d, such as \"90s\", \"15m\", "
                + $"\"1.5h\" or \"2d\".") { Word = Call };
    }
}
