using NasEngine.Contracts.Recipes;
using NasEngine.Host.Output;
using NasEngine.Host.Worth;

namespace NasEngine.Host.Composition;

/// <summary>What recipes show.</summary>
internal sealed partial class HostSearchRunner
{
    /// <inheritdoc/>
    public void Print(SearchResult result)
    {
        if (!json && _found.Of(result.Name) is { } summary)
        {
            ResultTable.Print(summary);
        }
    }

    /// <inheritdoc/>
    public void Print(FoundFront front)
    {
        if (!json && _found.Of(front.Search) is { } summary)
        {
            FrontTable.Print(summary.Front, summary.History.Header.Spec.Objective.Axes[0].Metric);
        }
    }

    /// <inheritdoc/>
    public void Print(SearchWorth worth)
    {
        if (!json)
        {
            WorthText.Print(worth);
        }
    }

    /// <inheritdoc/>
    public void Print(string line) => _stage.Print(line);
}
