using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;

namespace NasEngine.Extensibility.Tests.Recipes;

/// <summary>Keeps what recipes ask for and answers each search with an empty result.</summary>
internal sealed class RecordingRunner : ISearchRunner
{
    public List<SearchSpec> Specs { get; } = [];

    public List<string> Printed { get; } = [];

    public Exception? Failure { get; init; }

    public Task<SearchResult> RunAsync(SearchSpec spec, CancellationToken cancellation)
    {
        Specs.Add(spec);
        return Failure is null
            ? Task.FromResult(new SearchResult { Name = spec.Name, Found = [], Samples = 0, Steps = 0, Folder = "", ParetoFront = new FoundFront(spec.Name, [], []) })
            : Task.FromException<SearchResult>(Failure);
    }

    public void Print(SearchResult result) => Printed.Add("result of " + result.Name);

    public void Print(FoundFront front) => Printed.Add("front of " + front.Search);

    public void Print(string line) => Printed.Add(line);
}
