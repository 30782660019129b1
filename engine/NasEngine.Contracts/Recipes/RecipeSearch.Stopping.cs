namespace NasEngine.Contracts.Recipes;

/// <summary>What ends a search before its budget is spent.</summary>
public sealed partial class RecipeSearch
{
    private Goal? _goal;

    /// <summary>
    /// Ends the search, after what is in flight then, when a trial's metric comes to a value; the budget ends it where none does. With a
    /// value that is harder to come to a search goes on, also a finished one. Steps of a supernet have no trials, and count for nothing.
    /// </summary>
    /// <param name="metric">Name of the metric.</param>
    /// <param name="atLeast">The value that it has to rise to.</param>
    /// <param name="atMost">The value that it has to fall to; one of both is given.</param>
    /// <exception cref="InputException">Both or neither values are given, one is no number, or an accuracy is no share.</exception>
    /// <example><code>.StopAt("val_accuracy", atLeast: 0.9)</code></example>
    public RecipeSearch StopAt(string metric, double? atLeast = null, double? atMost = null)
    {
        if (metric is MetricNames.ValidationAccuracy or MetricNames.TestAccuracy && (atLeast ?? atMost) is < 0 or > 1)
        {
            throw new InputException(
                $"What search '{_name}' stops at is an accuracy, a share from 0 to 1: .StopAt(\"{metric}\", atLeast: 0.9).")
            {
                Word = ".StopAt(",
            };
        }

        return (atLeast is null) != (atMost is null) && (atLeast ?? atMost) is { } value && double.IsFinite(value)
            ? Set(ref _goal, new Goal(metric, value, atLeast is null ? Direction.Minimize : Direction.Maximize))
            : throw new InputException(
                $"What search '{_name}' stops at must be one value, a number: .StopAt(\"{metric}\", atLeast: 0.9) or "
                + $".StopAt(\"{metric}\", atMost: 0.3).") { Word = ".StopAt(" };
    }
}
