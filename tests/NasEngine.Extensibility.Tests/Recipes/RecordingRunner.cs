using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;

namespace NasEngine.Extensibility.Tests.Recipes;

/// <summary>Keeps what recipes ask for and answers each search with an empty result.</summary>
internal sealed class RecordingRunner : ISearchRunner
{
    public List<SearchSpec> Specs { get; } = [];

    public List<string> Printed { get; } = [];

    public List<(string Search, WorthRequest Request)> Weighed { get; } = [];

    public List<string> Sliced { get; } = [];

    public Exception? Failure { get; init; }

    /// <summary>How many of the first runs fail.</summary>
    public int FailuresFirst { get; set; }

    /// <summary>What every search finds.</summary>
    public ImmutableArray<FoundArchitecture> Found { get; init; } = [];

    /// <summary>What searches wait for; null when they are done at once.</summary>
    public TaskCompletionSource? Held { get; set; }

    /// <summary>Done when a search was asked for.</summary>
    public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task<SearchResult> RunAsync(SearchSpec spec, CancellationToken cancellation)
    {
        Specs.Add(spec);
        Asked.TrySetResult();
        if (Held is { } held)
        {
            await held.Task;
        }

        if (Specs.Count <= FailuresFirst)
        {
            throw new InputException("it failed");
        }

        return Failure is null
            ? new SearchResult { Name = spec.Name, Found = Found, Samples = 0, Steps = 0, Folder = "", ParetoFront = new FoundFront(spec.Name, [], []) }
            : throw Failure;
    }

    public Task<SearchWorth> WorthAsync(string search, WorthRequest request, CancellationToken cancellation)
    {
        Weighed.Add((search, request));
        var axis = new ObjectiveAxis("test_accuracy", Direction.Maximize);
        return Task.FromResult(new SearchWorth
        {
            Search = search,
            Comparison = search + ".worth",
            Metric = axis,
            Winner = new FoundArchitecture(new Architecture("s", [0]), "0", new Measurement().Metrics),
            Band = new CostBand("macs", 1, 2, BandAround.Limit, new BandShares(0.5, 1)),
            Asked = request.Against,
            Failed = 0,
            Random = new RandomSample([1, 2], 1.5, 1.5, 1),
            Standing = new Standing(1, 0, 0.5, 0.1, 0.9, 0, 1),
            SameCompute = new SameCompute(1, 1, 1, 1.5, IsLeast: false),
        });
    }

    public Task<SearchResult> SliceAsync(string search, SliceRequest request, CancellationToken cancellation)
    {
        Sliced.Add($"{search}: {request}");
        return Task.FromResult(new SearchResult { Name = search + ".under", Found = Found, Samples = 0, Steps = 0, Folder = "" });
    }

    public void Print(SearchResult result) => Printed.Add("result of " + result.Name);

    public void Print(FoundFront front) => Printed.Add("front of " + front.Search);

    public void Print(SearchWorth worth) => Printed.Add("worth of " + worth.Search);

    public void Print(string line) => Printed.Add(line);
}
