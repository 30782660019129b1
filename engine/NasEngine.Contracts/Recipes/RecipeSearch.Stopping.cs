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
    /// <exception cref="InputException">
    /// Both or neither values are given, one is no number, or the metric cannot come to it or is bad there, such as an accuracy of at most.
    /// </exception>
    /// <example><code>.StopAt("val_accuracy", atLeast: 0.9)</code></example>
    public RecipeSearch StopAt(string metric, double? atLeast = null, double? atMost = null)
    {
        if ((atLeast is null) == (atMost is null) || (atLeast ?? atMost) is not { } value || !double.IsFinite(value))
        {
            throw new InputException(
                $"What search '{_name}' stops at must be one value, a number: .StopAt(\"{metric}\", atLeast: 0.9) or "
                + $".StopAt(\"{metric}\", atMost: 0.3).") { Word = ".StopAt(" };
        }

        var goal = new Goal(metric, value, atLeast is null ? Direction.Minimize : Direction.Maximize);
        KnownWays.MustBePossible($"What search '{_name}' stops at", metric, value, ".StopAt(");
        KnownWays.MustRise(_name, goal);
        return Set(ref _goal, goal);
    }
}
