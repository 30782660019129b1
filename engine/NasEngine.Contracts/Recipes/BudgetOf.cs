namespace NasEngine.Contracts.Recipes;

/// <summary>Budgets from what a recipe says.</summary>
internal static class BudgetOf
{
    /// <summary>The budget with these limits.</summary>
    /// <exception cref="InputException">There is none, or one is not positive.</exception>
    public static Budget Limits(string search, long? steps, long? trials)
    {
        if ((steps is null && trials is null) || steps < 1 || trials < 1)
        {
            throw new InputException(
                $"The budget of search '{search}' must be steps or trials, at least 1: .Budget(steps: 300) or .Budget(trials: 20).");
        }

        return new Budget((steps ?? 0) + (trials ?? 0)) { Steps = steps, Trials = trials };
    }
}
