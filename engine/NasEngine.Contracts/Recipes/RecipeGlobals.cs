using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace NasEngine.Contracts.Recipes;

/// <summary>What a recipe can write without saying where it comes from: the members of this class.</summary>
public sealed class RecipeGlobals
{
    private readonly OptionReader _parameters;
    private readonly ISearchRunner _runner;
    private readonly string _recipe;
    private readonly Lock _searches = new();
    private readonly List<(string Search, string Place)> _described = [];
    private readonly List<(string Search, string? Question, Task Run)> _begun = [];
    private bool _started;

    /// <summary>The globals of one run of a recipe.</summary>
    /// <param name="recipe">The recipe's name, for messages.</param>
    /// <param name="set">Values of parameters that the user set.</param>
    /// <param name="runner">Who runs its searches.</param>
    /// <param name="cancellation">Ends its searches.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public RecipeGlobals(string recipe, OptionBag set, ISearchRunner runner, CancellationToken cancellation)
    {
        _recipe = recipe;
        _parameters = new OptionReader($"recipe '{recipe}'", set) { IsElsewhere = true };
        _runner = runner;
        Cancellation = cancellation;
    }

    /// <summary>Cancelled when the user ends the program.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>Takes the parts that the recipe itself holds.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IInlineParts Inline { internal get; init; } = new NoInlineParts();

    /// <summary>The parameters declared so far, in order.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IReadOnlyList<OptionDescription> Parameters => _parameters.Descriptions;

    /// <summary>What the last search that failed ended with: no failure of the recipe's own.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Exception? SearchFailure { get; internal set; }

    /// <summary>A search by name. Names are kept in the workspace: the same name later goes on with the same search.</summary>
    /// <param name="name">See <see cref="SearchName"/>.</param>
    /// <param name="file">Of the compiler.</param>
    /// <param name="line">Of the compiler.</param>
    /// <exception cref="InputException">Another character in the name, or no name.</exception>
    /// <example><code>var search = Search("mine");</code></example>
    public RecipeSearch Search(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        lock (_searches)
        {
            var place = string.Create(
                CultureInfo.InvariantCulture, $"{(Path.GetFileName(file) == Path.GetFileName(_recipe) ? _recipe : file)}:{line}");
            _described.Add((SearchName.Check(name, $" of recipe '{_recipe}'"), place));
        }

        return new RecipeSearch(this, name);
    }

    /// <summary>A whole number that <c>--set name=value</c> changes.</summary>
    /// <exception cref="InputException">The given value is none, or out of range.</exception>
    /// <example><code>var trials = Parameter("trials", 20, "architectures to try", min: 1);</code></example>
    public int Parameter(string name, int value, string summary, int min = int.MinValue, int max = int.MaxValue) =>
        (int)Declare(name).Integer(name, value, summary, min, max);

    /// <inheritdoc cref="Parameter(string, int, string, int, int)"/>
    public long Parameter(string name, long value, string summary, long min = long.MinValue, long max = long.MaxValue) =>
        Declare(name).Integer(name, value, summary, min, max);

    /// <summary>A number that <c>--set name=value</c> changes.</summary>
    /// <exception cref="InputException">The given value is none, or out of range.</exception>
    /// <example><code>var macs = Parameter("macs", 3e6, "multiply-adds to stay under", min: 1);</code></example>
    public double Parameter(
        string name, double value, string summary, double min = double.NegativeInfinity, double max = double.PositiveInfinity) =>
        Declare(name).Number(name, value, summary, min, max);

    /// <summary>True or false, changed by <c>--set name=value</c>.</summary>
    /// <exception cref="InputException">The given value is neither.</exception>
    /// <example><code>var quick = Parameter("quick", false, "whether to train for one epoch only");</code></example>
    public bool Parameter(string name, bool value, string summary) => Declare(name).Flag(name, value, summary);

    /// <summary>A text that <c>--set name=value</c> changes.</summary>
    /// <param name="name">Name in <c>--set</c>.</param>
    /// <param name="value">The value when none is set.</param>
    /// <param name="summary">What it means.</param>
    /// <param name="allowed">The words it may be; any text when there are none.</param>
    /// <exception cref="InputException">The given value is none of the words.</exception>
    /// <example><code>var how = Parameter("method", "random", "the strategy", "random", "tpe");</code></example>
    public string Parameter(string name, string value, string summary, params string[] allowed) => allowed.Length == 0
        ? Declare(name).Text(name, value, summary)
        : Declare(name).OneOf(name, value, summary, allowed);

    /// <summary>
    /// A part that another part works with: <c>.Strategy("portfolio", null, Part("random"), Part("fp-nas", new { Lambda = 1 }))</c>.
    /// </summary>
    /// <example><code>Part("regularized-evolution", new { Population = 20 })</code></example>
    public static ComponentSpec Part(string id, object? options = null, params ComponentSpec[] inner) =>
        new(id, OptionBag.From(options)) { Inner = [.. inner] };

    /// <summary>A strategy that is written in the recipe, for another one to work with.</summary>
    /// <exception cref="InputException">It uses what is not there where it runs.</exception>
    /// <example><code>Part(setup => new Climber(setup))</code></example>
    public ComponentSpec Part(Func<StrategySetup, IStrategy> make) => Inline.Define(typeof(IStrategy), make, OptionBag.Empty);

    /// <summary>The estimator that looks results up in a table which <c>nas import table</c> took over under this name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="options">Further options of the estimator, such as <c>new { Seeds = "one" }</c>.</param>
    /// <exception cref="InputException">The workspace has no such table.</exception>
    /// <example><code>var looked = Table("mine");</code></example>
    public ComponentSpec Table(string name, object? options = null) =>
        new("imported-table", OptionBag.From(options).With("table", _runner.Table(name)));

    /// <summary>Shows a line to the user.</summary>
    /// <example><code>Print($"{result.Best.Text}: {result.Best.Metrics["test_accuracy"]:P1}");</code></example>
    public void Print(object? line) => _runner.Print(FormattableString.Invariant($"{line}"));

    /// <summary>
    /// The end of the recipe: waits for searches that it began and did not wait for, and refuses what it was given or says in vain.
    /// A search whose last run failed is the recipe's failure, also when the recipe went on after it.
    /// </summary>
    /// <exception cref="Exception">What such a search ended with.</exception>
    /// <exception cref="InputException">
    /// A value was set for a parameter that it does not have, or it describes a search and does not run it.
    /// </exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public async Task EndAsync()
    {
        while (Unfinished() is { Length: > 0 } unfinished)
        {
            await Task.WhenAll(unfinished).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(_begun.GroupBy(begun => (begun.Search, begun.Question)).Select(runs => runs.Last().Run));
        CheckParameters();
        if (_described.FirstOrDefault(one => !_begun.Exists(begun => begun.Search == one.Search && begun.Question is null)) is
            { Search: { } forgotten, Place: var place })
        {
            throw new InputException(
                $"{place}: the recipe describes search '{forgotten}' here and does not run it; end it with RunAsync, as in: "
                + $"var result = await Search(\"{forgotten}\")….RunAsync();");
        }
    }

    /// <summary>Refuses values that were set for parameters the recipe does not have.</summary>
    /// <exception cref="InputException">There is one.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void CheckParameters() => _parameters.Done();

    /// <summary>Runs a search, or answers a question about it, and remembers that it was asked.</summary>
    internal Task<T> Begin<T>(string search, string? question, Func<Task<T>> run)
    {
        var running = run();
        lock (_searches)
        {
            _begun.Add((search, question, running));
        }

        return running;
    }

    /// <summary>What the first search does before anything is written: from here on, all parameters are known.</summary>
    internal ISearchRunner StartSearch()
    {
        CheckParameters();
        _started = true;
        return _runner;
    }

    /// <summary>Work of the runner, whose failure is none of the recipe's own but for what its code threw that the runner called.</summary>
    internal async Task<T> Watched<T>(Func<ISearchRunner, Task<T>> work, Func<Exception?>? own = null)
    {
        try
        {
            return await work(_runner);
        }
        catch (Exception failure)
        {
            SearchFailure = failure == own?.Invoke() ? null : failure;
            throw;
        }
    }

    private Task[] Unfinished()
    {
        lock (_searches)
        {
            return [.. _begun.Select(begun => begun.Run).Where(run => !run.IsCompleted)];
        }
    }

    private OptionReader Declare(string name)
    {
        if (_started)
        {
            throw new InputException(
                $"Parameter '{name}' of recipe '{_recipe}' comes after a search was run; declare all parameters before.");
        }

        return Parameters.All(known => known.Name != name)
            ? _parameters
            : throw new InputException($"Parameter '{name}' of recipe '{_recipe}' is declared twice; give each a name of its own.");
    }
}
