using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Host.Display;

/// <summary>Budgets and what is spent of them, in words. Pure: tested as text.</summary>
internal static class BudgetText
{
    /// <summary>Candidates of a search against the number it may have: <c>12/40</c>, or <c>12</c> where other limits end it.</summary>
    public static string Candidates(SearchState state) => IsCounted(state.Spec.Budget)
        ? string.Create(CultureInfo.InvariantCulture, $"{state.ObservedCount}/{state.Spec.Budget.Candidates}")
        : state.ObservedCount.ToString(CultureInfo.InvariantCulture);

    /// <summary>As a sentence says it: <c>12 of 40</c>.</summary>
    public static string Candidates(long done, Budget budget) => IsCounted(budget)
        ? string.Create(CultureInfo.InvariantCulture, $"{done} of {budget.Candidates}")
        : done.ToString(CultureInfo.InvariantCulture);

    /// <summary>All limits, in words: <c>24 trials</c>, <c>300 steps and 20 trials, at most 1h00m</c>.</summary>
    public static string Limits(Budget budget) => string.Join(", ", new[]
    {
        (budget.Steps, budget.Trials) switch
        {
            ({ } steps, { } trials) => Text($"{steps} steps and {trials} trials"),
            ({ } steps, null) => Text($"{steps} steps"),
            (null, { } trials) => Text($"{trials} trials"),
            _ => IsCounted(budget) ? Text($"{budget.Candidates} candidates") : null,
        },
        budget.Epochs is { } epochs ? Text($"{epochs:0.##} epochs") : null,
        budget.VirtualSeconds is { } seconds ? Text($"{seconds:0.##} virtual seconds") : null,
        budget.Time is { } time ? $"at most {ProgressLine.Duration(time)}" : null,
        budget.Goal is { } goal ? $"until {goal}" : null,
    }.Where(limit => limit is not null));

    /// <summary>The other limits: <c>epochs 12.5/40</c>, <c>at most 1h00m</c>.</summary>
    public static IEnumerable<string> Others(SearchState state)
    {
        var (budget, spent) = (state.Spec.Budget, state.Spent);
        if (budget.Epochs is { } epochs)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"epochs {spent.Epochs:0.##}/{epochs:0.##}");
        }

        if (budget.VirtualSeconds is { } seconds)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"virtual {spent.VirtualSeconds:0}/{seconds:0} s");
        }

        if (budget.Time is { } time)
        {
            yield return $"at most {ProgressLine.Duration(time)}";
        }

        if (budget.Goal is { } goal)
        {
            yield return $"until {goal}";
        }
    }

    /// <summary>The share of the budget that is spent, 0 to 1, by the limit that is nearest; wall time is left out.</summary>
    public static double Share(SearchState state)
    {
        var (budget, spent) = (state.Spec.Budget, state.Spent);
        var shares = new[]
        {
            IsCounted(budget) ? (double)state.ObservedCount / budget.Candidates : 0,
            spent.Epochs / budget.Epochs ?? 0,
            spent.VirtualSeconds / budget.VirtualSeconds ?? 0,
        };
        return Math.Min(1, shares.Max());
    }

    /// <summary>Candidates that are left; null where nobody knows.</summary>
    public static long? Left(SearchState state) => IsCounted(state.Spec.Budget) ? state.Spec.Budget.Candidates - state.ObservedCount : null;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static bool IsCounted(Budget budget) => budget.Candidates < Budget.Unlimited;
}
