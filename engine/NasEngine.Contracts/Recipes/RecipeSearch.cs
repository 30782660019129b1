using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace NasEngine.Contracts.Recipes;

/// <summary>
/// A search as a recipe describes it. Every method changes this search and returns it; <see cref="RunAsync"/> makes the
/// <see cref="SearchSpec"/> and runs it. Options are an anonymous object: <c>new { Lambda = 0.25 }</c>.
/// </summary>
public sealed partial class RecipeSearch
{
    private const long MostThreads = 1024;

    private readonly RecipeGlobals _recipe;
    private readonly string _name;
    private ComponentSpec? _data, _space, _strategy, _estimator, _final, _profiler, _costs;
    private OptionBag _training = OptionBag.Empty;
    private ObjectiveSpec _objective = Maximize.Accuracy();
    private Budget? _budget;
    private int _finalists, _finalSeeds = 1, _window = 1, _threads;
    private ulong _seed;
    private bool _deterministic = true, _inherit;
    private string _device = "";

    internal RecipeSearch(RecipeGlobals recipe, string name)
    {
        _recipe = recipe;
        _name = name;
    }

    /// <summary>The data that candidates are trained on.</summary>
    /// <example><code>.Data("my-data", new { Count = 500 })</code></example>
    public RecipeSearch Data(string id, object? options = null) => Data(Component(id, options));

    /// <summary>The data that candidates are trained on.</summary>
    /// <example><code>.Data(Data.Folder("photos", new { Size = 32 }))</code></example>
    public RecipeSearch Data(ComponentSpec data) => Set(ref _data, data);

    /// <summary>The search space.</summary>
    /// <example><code>.Space("fbnetv2-f", new { Scale = "mini" })</code></example>
    public RecipeSearch Space(string id, object? options = null) => Set(ref _space, Component(id, options));

    /// <summary>The search space, with the spaces that it holds.</summary>
    /// <example><code>.Space(Part("network-on-array", null, Part("nasbench201")))</code></example>
    public RecipeSearch Space(ComponentSpec space) => Set(ref _space, space);

    /// <summary>The search strategy; of one that works with other strategies, these too: <c>Part("random")</c>.</summary>
    /// <example><code>.Strategy("portfolio", null, Part("random"), Part("regularized-evolution"))</code></example>
    public RecipeSearch Strategy(string id, object? options = null, params ComponentSpec[] inner) =>
        Set(ref _strategy, Component(id, options) with { Inner = [.. inner] });

    /// <summary>
    /// Who measures candidates; without it, the one that suits the strategy. Trials whose fidelity names another one need it among
    /// <paramref name="inner"/>.
    /// </summary>
    /// <example><code>.Estimator("table", new { Table = "results.csv" })</code></example>
    public RecipeSearch Estimator(string id, object? options = null, params ComponentSpec[] inner) =>
        Set(ref _estimator, Component(id, options) with { Inner = [.. inner] });

    /// <summary>Who measures candidates.</summary>
    /// <example><code>.Estimator(Table("mine"))</code></example>
    public RecipeSearch Estimator(ComponentSpec estimator) => Set(ref _estimator, estimator);

    /// <summary>
    /// Who knows costs before a network runs, beside those that are counted; called again, a further one. Latencies come from a table that
    /// <c>nas profile</c> wrote, or are measured here: <c>.Costs("latency-table", new { Fill = true })</c>.
    /// </summary>
    /// <example><code>.Costs("latency-table", new { Table = "latency.json" })</code></example>
    public RecipeSearch Costs(string id, object? options = null) => Set(
        ref _costs, _costs is null ? Component(id, options) : _costs with { Inner = _costs.Inner.Add(Component(id, options)) });

    /// <summary>Options of the estimator that suits the strategy: epochs, batch, learning rate.</summary>
    /// <example><code>.Training(new { Epochs = 0.3, HeldOut = 0.1 })</code></example>
    public RecipeSearch Training(object options) => Set(ref _training, OptionBag.From(options));

    /// <summary>Who measures latency; without it, the engine's own, on the device that networks are trained on.</summary>
    /// <example><code>.Profiler("my-device")</code></example>
    public RecipeSearch Profiler(string id, object? options = null) => Set(ref _profiler, Component(id, options));

    /// <summary>What is maximised; validation accuracy unless said otherwise.</summary>
    /// <exception cref="InputException">It wants a small accuracy or a large loss.</exception>
    /// <example><code>.Objective(Maximize.Accuracy().Under(Macs(3e6)))</code></example>
    public RecipeSearch Objective(ObjectiveSpec objective)
    {
        KnownWays.MustBeWanted(_name, objective);
        return Set(ref _objective, objective);
    }

    /// <summary>An objective that a plugin offers.</summary>
    /// <example><code>.Objective("my-objective", new { Share = 0.02 })</code></example>
    public RecipeSearch Objective(string id, object? options = null) => Objective(new OfferedObjective(Component(id, options)));

    /// <summary>How much it may spend; it ends at the first of these that it comes to, after what is in flight then.</summary>
    /// <param name="steps">Steps of a supernet.</param>
    /// <param name="trials">Trials; with <paramref name="steps"/>, the search ends when it has come to both.</param>
    /// <param name="epochs">Passes over all the training data, summed over trials that say theirs.</param>
    /// <param name="virtualSeconds">Seconds that measurements say they stand for, as those of benchmark tables do.</param>
    /// <param name="time">
    /// Wall time over all runs of the search: <c>90s</c>, <c>15m</c>, <c>1.5h</c>, <c>2d</c>; the winners come on top.
    /// </param>
    /// <exception cref="InputException">None is given, or one is not positive.</exception>
    /// <example><code>.Budget(trials: 200, time: "2h")</code></example>
    public RecipeSearch Budget(
        long? steps = null, long? trials = null, double? epochs = null, double? virtualSeconds = null, string? time = null) => Set(
        ref _budget,
        BudgetOf.Limits(
            _name,
            new Budget(Contracts.Budget.Unlimited) { Steps = steps, Trials = trials, Epochs = epochs, VirtualSeconds = virtualSeconds },
            time));

    /// <summary>Trains the winners from scratch, unless they inherit, and measures them on the test images.</summary>
    /// <param name="epochs">Passes over the training data; the estimator's default when null.</param>
    /// <param name="count">How many: the best and the runners-up.</param>
    /// <param name="options">Further options of the estimator.</param>
    /// <param name="estimator">The estimator; without it, the engine's own.</param>
    /// <param name="inherit">Whether they keep the weights that their trials left, such as those of slices of a supernet.</param>
    /// <param name="seeds">
    /// How many seeds each is trained from; its metrics are then their means, and the network that is kept is that of the first.
    /// </param>
    /// <exception cref="InputException">
    /// <paramref name="count"/> or <paramref name="seeds"/> is not positive, or winners that keep their weights have
    /// <paramref name="epochs"/> or several seeds.
    /// </exception>
    /// <example><code>.Final(epochs: 20, count: 3, seeds: 3)</code></example>
    public RecipeSearch Final(
        double? epochs = null, int count = 1, object? options = null, string? estimator = null, bool inherit = false, int seeds = 1)
    {
        _inherit = inherit;
        _finalSeeds = (int)AtLeast(1, "number of seeds of a winner", seeds);
        if (inherit && seeds > 1)
        {
            throw new InputException(
                $"The winners of search '{_name}' keep their weights and are not trained again, so 'seeds' changes nothing; leave it "
                + "out, or leave out 'inherit'.") { Word = ".Final(" };
        }

        _final = Component(estimator ?? "", options);
        if (epochs is { } passes)
        {
            if (inherit)
            {
                throw new InputException(
                    $"The winners of search '{_name}' keep their weights and are not trained again, so 'epochs' changes nothing; leave it "
                    + "out, or leave out 'inherit'.") { Word = ".Final(" };
            }

            _final = _final with { Options = _final.Options.With("epochs", passes.ToString(CultureInfo.InvariantCulture)) };
        }

        return Set(ref _finalists, (int)AtLeast(1, "number of finalists", count));
    }

    /// <summary>The same with one seed, for what was built when there was no more to say.</summary>
    /// <inheritdoc cref="Final(double?, int, object?, string?, bool, int)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [OverloadResolutionPriority(-1)]
    public RecipeSearch Final(double? epochs, int count, object? options, string? estimator, bool inherit) =>
        Final(epochs, count, options, estimator, inherit, seeds: 1);

    /// <summary>Where all random numbers come from.</summary>
    /// <exception cref="InputException">Negative.</exception>
    /// <example><code>.Seed(7)</code></example>
    public RecipeSearch Seed(long seed) => Set(ref _seed, (ulong)AtLeast(0, "seed", seed));

    /// <summary>Candidates in flight; see <see cref="SearchSpec.Window"/>.</summary>
    /// <exception cref="InputException">Not positive.</exception>
    /// <example><code>.Window(2)</code></example>
    public RecipeSearch Window(int candidates) => Set(ref _window, (int)AtLeast(1, "window", candidates));

    /// <summary>Results are applied in the order of candidates (the default), or of arrival.</summary>
    /// <example><code>.Deterministic(false)</code></example>
    public RecipeSearch Deterministic(bool on = true) => Set(ref _deterministic, on);

    /// <summary>Where tensors live: <c>cpu</c>, <c>cuda:0</c>; without it, where <c>--device</c> says, or <c>cpu</c>.</summary>
    /// <example><code>.Device("cuda:0")</code></example>
    public RecipeSearch Device(string device) => Set(ref _device, device);

    /// <summary>Threads of a worker; without it, as many as there are cores for each.</summary>
    /// <exception cref="InputException">Not positive, or more than any machine has.</exception>
    /// <example><code>.Threads(1)</code></example>
    public RecipeSearch Threads(int threads) => Set(ref _threads, (int)AtLeast(1, "number of threads", threads, MostThreads));

    /// <summary>Runs it, goes on with it, or returns what it found when it is done already.</summary>
    /// <exception cref="InputException">Something is missing or unknown, or an unknown parameter was set.</exception>
    /// <example><code>var found = await Search("x").Space("nasbench201").Strategy("random").Budget(trials: 20).RunAsync();</code></example>
    public Task<SearchResult> RunAsync() => _recipe.Begin(_name, question: null, RunOnceAsync);

    private async Task<SearchResult> RunOnceAsync()
    {
        _recipe.StartSearch();
        var spec = Build();
        Exception? own = null;
        return await _recipe.Watched(async runner =>
        {
            var result = await runner.RunAsync(spec, Watched(problem => own = problem), _recipe.Cancellation);
            return result.Of(_recipe, runner);
        }, () => own);
    }

    private SearchSpec Build()
    {
        var strategy = _strategy ?? throw Missing("strategy", ".Strategy(\"fp-nas\")");
        var estimator = _estimator ?? ComponentSpec.Unnamed;
        return new SearchSpec
        {
            Name = _name,
            Data = _data,
            Space = _space ?? throw Missing("space", ".Space(\"fbnetv2-f\")"),
            Strategy = strategy,
            Estimator =
                estimator with { Options = Trained().Values.Aggregate(estimator.Options, (bag, pair) => bag.With(pair.Key, pair.Value)) },
            Final = _final is null ? null : new FinalSpec(_final, _finalists)
            {
                Inherits = _inherit,
                Seeds = _finalSeeds,
            },
            Profiler = _profiler ?? ComponentSpec.Unnamed,
            Objective = _objective,
            Costs = _costs,
            Budget = (_budget ?? throw Missing("budget", ".Budget(trials: 20)")) with { Goal = _goal },
            Seed = _seed,
            Window = _window,
            Deterministic = _deterministic,
            Device = _device,
            Threads = _threads,
            Places = _places,
        };
    }

    private RecipeSearch Set<T>(ref T field, T value)
    {
        field = value;
        return this;
    }

    private long AtLeast(long least, string what, long value, long most = long.MaxValue) => value >= least && value <= most
        ? value
        : throw new InputException(
            $"The {what} of search '{_name}' is {value}; it must be at least {least}{(value > most ? $" and at most {most}" : "")}.")
        {
            Word = what switch { "seed" => ".Seed(", "window" => ".Window(", "number of threads" => ".Threads(", _ => ".Final(" },
        };

    private InputException Missing(string what, string example) =>
        new($"Search '{_name}' has no {what}; give it one, e.g. {example}.");

    private static ComponentSpec Component(string id, object? options) => new(id, OptionBag.From(options));
}
