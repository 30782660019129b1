namespace NasEngine.Contracts.Recipes;

/// <summary>What a recipe hears of a search while it runs.</summary>
public sealed partial class RecipeSearch
{
    private Action<FoundTrial>? _onTrial;

    /// <summary>
    /// Calls the recipe's own code with each trial when its result is on disk, one after another in the order of arrival, failed ones
    /// too. It hears those of earlier runs first: a recipe that is run again hears all. It is no part of the search's definition; what it
    /// throws stops the search, which can be resumed, and is the recipe's failure.
    /// </summary>
    /// <param name="call">What is called; not at once with what awaits the search.</param>
    /// <example><code>.OnTrial(trial => Print($"{trial.Number}: {trial.Score}"))</code></example>
    public RecipeSearch OnTrial(Action<FoundTrial> call) => Set(ref _onTrial, _onTrial + call);

    /// <summary>The recipe's code, which says what it throws: that is the recipe's failure and none of the search's.</summary>
    private Action<FoundTrial>? Watched(Action<Exception> thrown) => _onTrial is not { } call ? null : trial =>
    {
        try
        {
            call(trial);
        }
        catch (Exception problem)
        {
            thrown(problem);
            throw;
        }
    };
}
