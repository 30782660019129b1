using System.Collections.Immutable;

namespace NasEngine.Contracts.Recipes;

/// <summary>What a completed search found.</summary>
public sealed record SearchResult
{
    /// <summary>The search's name.</summary>
    public required string Name { get; init; }

    /// <summary>The best architectures, best first; empty when no candidate could be measured.</summary>
    public required ImmutableArray<FoundArchitecture> Found { get; init; }

    /// <summary>What nothing else found beats, by the objective's metric and costs and the axes it is set against.</summary>
    public FoundFront ParetoFront { get; init; } = new("", [], []);

    /// <summary>Architectures trained or sampled in all; a supernet step has several.</summary>
    public required long Samples { get; init; }

    /// <summary>Trials or supernet steps.</summary>
    public required long Steps { get; init; }

    /// <summary>The folder with <c>result.json</c>, weights, pictures and the report.</summary>
    public required string Folder { get; init; }

    /// <summary>The first of <see cref="Found"/>.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public FoundArchitecture Best => Found.IsDefaultOrEmpty
        ? throw new InputException($"Search '{Name}' found no architecture; look at 'Found' before 'Best'.")
        : Found[0];

    /// <summary>
    /// All trials that were measured or failed, by number, read when first asked for; none of a search that only trains a supernet.
    /// </summary>
    /// <exception cref="InputException">The result is of no recipe that runs.</exception>
    /// <example><code>var quick = result.Trials.Where(t => t.Score &gt; 0.8).MinBy(trial => trial.Metrics["macs"]);</code></example>
    public IReadOnlyList<FoundTrial> Trials => Running.TrialsOf(Name);

    /// <summary>Where the search stood after each trial or step, by number: its score, the best so far, what the strategy said.</summary>
    /// <exception cref="InputException">The result is of no recipe that runs.</exception>
    /// <example><code>Print(string.Join(' ', result.History.Select(point => point.Best)));</code></example>
    public IReadOnlyList<FoundPoint> History => Running.HistoryOf(Name);

    /// <summary>Pictures of it.</summary>
    /// <example><code>result.Plot.History().Save("history.svg");</code></example>
    public FoundPlots Plot => new(kind => Running.Plot(Name, kind));

    internal ISearchRunner? Runner { get; init; }

    private ISearchRunner Running => Runner ?? throw new InputException($"The result of search '{Name}' is of no recipe that runs.");

    internal RecipeGlobals? Recipe { get; init; }

    private RecipeGlobals RunningRecipe =>
        Recipe ?? throw new InputException($"The result of search '{Name}' is of no recipe that runs.");

    /// <summary>Shows it to the user.</summary>
    /// <example><code>result.Print();</code></example>
    public void Print() => Runner?.Print(this);

    /// <summary>
    /// Writes a table of the trials: number, state, architecture, score and all metrics, as <c>nas trials --csv</c> prints it.
    /// </summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <exception cref="InputException">It cannot be written, or the result is of no recipe that runs.</exception>
    /// <example><code>result.SaveCsv("trials.csv");</code></example>
    public void SaveCsv(string path) => Running.SaveCsv(Name, path);

    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"search '{Name}': {Found.Length} found, {Samples} architectures in all");

    /// <summary>
    /// Trains random architectures as the winner was trained and says at which percentile of them it stands. Durable as a search
    /// is: run again, it goes on or returns what it found.
    /// </summary>
    /// <param name="against">How many, at least 2.</param>
    /// <param name="seed">Another number draws other architectures.</param>
    /// <param name="band">Shares of the limit, or of the winner's cost where there is none, that their costs lie between.</param>
    /// <param name="around">What the band is around; null for the limit where the objective has one.</param>
    /// <exception cref="InputException">The search has no finals, or a number is out of range.</exception>
    /// <example><code>(await result.WorthAsync(against: 20)).Print();</code></example>
    public Task<SearchWorth> WorthAsync(
        int against = WorthRequest.Default, long? seed = null, (double Low, double High)? band = null, BandAround? around = null)
    {
        var recipe = RunningRecipe;
        var request = new WorthRequest(against)
        {
            Seed = seed,
            Band = band is { } ends ? new BandShares(ends.Low, ends.High) : null,
            Around = around,
        };
        return recipe.Begin(Name, request.ToString(), () => recipe.Watched(async runner =>
            await runner.WorthAsync(Name, request, recipe.Cancellation) with { Runner = runner }));
    }

    /// <summary>
    /// Takes networks under another limit out of the supernet that the search trained, with its weights: for another device, without
    /// training again. Durable as a search is, with a name of its own: run again, it goes on or returns what it found.
    /// </summary>
    /// <param name="limit">What they cost at most, instead of the limits of the search.</param>
    /// <param name="latencies">File of a device's table that predicts latencies; null for the costs that the search has.</param>
    /// <exception cref="InputException">The search trained no supernet, or no network keeps to the limit.</exception>
    /// <example><code>var small = await result.SliceAsync(Macs(5e5));</code></example>
    public Task<SearchResult> SliceAsync(CostTarget limit, string? latencies = null) => SliceAsync([limit], latencies);

    /// <summary>The same under several limits at once.</summary>
    /// <param name="limits">What they cost at most, instead of the limits of the search; each cost once.</param>
    /// <param name="latencies">File of a device's table that predicts latencies; null for the costs that the search has.</param>
    /// <exception cref="InputException">As there, or a cost has two limits.</exception>
    /// <example><code>await result.SliceAsync([Milliseconds(4), Parameters(1e5)], latencies: "phone.json")</code></example>
    public Task<SearchResult> SliceAsync(IEnumerable<CostTarget> limits, string? latencies = null)
    {
        var (recipe, request) = (RunningRecipe, new SliceRequest(limits, latencies));
        return recipe.Begin(Name, "slice", () => recipe.Watched(async runner =>
            (await runner.SliceAsync(Name, request, recipe.Cancellation)).Of(recipe, runner)));
    }

    /// <summary>It, for the recipe that runs it.</summary>
    internal SearchResult Of(RecipeGlobals recipe, ISearchRunner runner) => this with
    {
        Runner = runner,
        Recipe = recipe,
        Found = [.. Found.Select(found => found.Of(recipe, Name))],
        ParetoFront = ParetoFront with
        {
            Runner = runner,
            Points = [.. ParetoFront.Points.Select(found => found.Of(recipe, Name))],
        },
    };
}
