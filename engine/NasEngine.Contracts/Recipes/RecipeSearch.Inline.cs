namespace NasEngine.Contracts.Recipes;

/// <summary>
/// Parts that are written in the recipe, or in what it <c>#load</c>s. Each belongs to the search by a hash of the code that it
/// reaches: a changed constant in it makes another search, a changed comment or a line elsewhere does not. It runs in other processes
/// too, so of the recipe's variables it may use those that hold a number, a text, true or false or a list of numbers; their values
/// are taken when the search is described, and are options of the part.
/// </summary>
public sealed partial class RecipeSearch
{
    /// <summary>Data that a lambda makes: <c>.Data(() => new Spirals(points: 2000))</c>.</summary>
    /// <exception cref="InputException">It uses what is not there where it runs.</exception>
    public RecipeSearch Data(Func<IDataset> make) => Data(Inline<IDataset>(make));

    /// <summary>A search space that a lambda makes: <c>.Space(() => new Widths(8, 16, 32))</c>.</summary>
    /// <exception cref="InputException">It uses what is not there where it runs.</exception>
    /// <example><code>.Space(() => new Widths(3))</code></example>
    public RecipeSearch Space(Func<ISearchSpace> make) => Set(ref _space, Inline<ISearchSpace>(make));

    /// <summary>A search space by its class; options are arguments of its constructor by name.</summary>
    /// <exception cref="InputException">It uses what is not there where it runs.</exception>
    /// <example><code>.Space&lt;Widths>(new { Layers = 3 })</code></example>
    public RecipeSearch Space<TSpace>(object? options = null)
        where TSpace : ISearchSpace => Set(ref _space, Inline<ISearchSpace>(typeof(TSpace), options));

    /// <summary>A strategy that a lambda makes: <c>.Strategy(setup => new Climber(setup, patience: 5))</c>.</summary>
    /// <exception cref="InputException">It uses what is not there where it runs.</exception>
    /// <example><code>.Strategy(setup => new Climber(setup, patience: 7))</code></example>
    public RecipeSearch Strategy(Func<StrategySetup, IStrategy> make, params ComponentSpec[] inner) =>
        Set(ref _strategy, Inline<IStrategy>(make) with { Inner = [.. inner] });

    /// <summary>
    /// A strategy by its class, whose constructor may take the <see cref="StrategySetup"/>; options are its other arguments by name:
    /// <c>.Strategy&lt;Climber&gt;(new { Patience = 5 })</c>.
    /// </summary>
    /// <exception cref="InputException">It uses what is not there where it runs.</exception>
    /// <example><code>.Strategy&lt;Climber>(new { Patience = 7 })</code></example>
    public RecipeSearch Strategy<TStrategy>(object? options = null, params ComponentSpec[] inner)
        where TStrategy : IStrategy => Set(ref _strategy, Inline<IStrategy>(typeof(TStrategy), options) with { Inner = [.. inner] });

    /// <summary>An estimator that a lambda makes; it runs in workers.</summary>
    /// <exception cref="InputException">It uses what is not there where it runs.</exception>
    public RecipeSearch Estimator(Func<EstimatorSetup, IEstimator> make, params ComponentSpec[] inner) =>
        Set(ref _estimator, Inline<IEstimator>(make) with { Inner = [.. inner] });

    /// <summary>
    /// An estimator by its class, whose constructor may take the <see cref="EstimatorSetup"/>; options are its other arguments by name.
    /// </summary>
    /// <exception cref="InputException">It uses what is not there where it runs.</exception>
    public RecipeSearch Estimator<TEstimator>(object? options = null, params ComponentSpec[] inner)
        where TEstimator : IEstimator => Set(ref _estimator, Inline<IEstimator>(typeof(TEstimator), options) with { Inner = [.. inner] });

    /// <summary>
    /// What is maximised, as a function of a trial's metrics: <c>.Objective(trial => trial["val_accuracy"] - 0.01 *
    /// Math.Log10(trial["macs"]))</c>. The metrics that it reads are the axes of the Pareto front, each in the direction in which the
    /// score rises. A trial without one of them has no score.
    /// </summary>
    /// <exception cref="InputException">It uses what is not there where it runs, or reads no metric.</exception>
    /// <example><code>.Objective(trial => trial["val_accuracy"] - 0.01 * Math.Log10(trial["macs"]))</code></example>
    public RecipeSearch Objective(Func<IReadOnlyDictionary<string, double>, double> score) =>
        Objective(new OfferedObjective(Inline<IObjective>(score)));

    /// <summary>An objective that a lambda makes: <c>.Objective(() => new Balanced(0.3))</c>.</summary>
    /// <exception cref="InputException">It uses what is not there where it runs.</exception>
    public RecipeSearch Objective(Func<IObjective> make) => Objective(new OfferedObjective(Inline<IObjective>(make)));

    /// <summary>An objective by its class; options are arguments of its constructor by name.</summary>
    /// <exception cref="InputException">It uses what is not there where it runs.</exception>
    public RecipeSearch Objective<TObjective>(object? options = null)
        where TObjective : IObjective => Objective(new OfferedObjective(Inline<IObjective>(typeof(TObjective), options)));

    private ComponentSpec Inline<TPart>(object written, object? options = null) =>
        _recipe.Inline.Define(typeof(TPart), written, OptionBag.From(options));
}
