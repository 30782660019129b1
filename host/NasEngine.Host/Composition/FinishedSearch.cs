using NasEngine.Contracts;
using NasEngine.Extensibility.Inline;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Host.Composition;

/// <summary>Looks whether a search is at its end and nothing more is asked of it.</summary>
/// <param name="workspace">The workspace.</param>
/// <param name="launch">How this run was told.</param>
/// <param name="count">Knows how many threads there are.</param>
/// <param name="measured">What the search's cost models measured.</param>
internal sealed class FinishedSearch(string workspace, LaunchOptions launch, WorkerCount count, IMeasuredCosts measured)
{
    /// <summary>The parts of a search at its place, and its definition before they said what suits them.</summary>
    /// <exception cref="InputException">Something in it cannot work.</exception>
    public (SearchSpec Placed, PreparedSearch Prepared) Prepare(SearchSpec spec, SearchHeader? header, HostServices parts)
    {
        var placed = SearchPlace.Of(spec, header, launch, parts.Catalog);
        return (placed, count.WithThreads(
            PreparedSearch.From(placed, parts.Catalog, new EarlierSearches(workspace), measured), header?.Spec));
    }

    /// <summary>
    /// A search that is at its end, by the plugins alone that it ran on: the others need not be loaded to say so. Null where all of them
    /// must be asked, who know better what is wrong.
    /// </summary>
    public PreparedSearch? ByItsOwnPlugins(SearchSpec spec, SearchHeader? header, SearchHeader? compared)
    {
        if (header is not { State: "completed", Spec.Data: null } || header.Origin.PluginHashes.Keys.Any(InlinePart.Is))
        {
            return null;
        }

        try
        {
            var own = HostServices.OpenFor(header, launch.Plugins);
            var prepared = Prepare(spec, header, own).Prepared;
            return IsDoneWithoutData(header, prepared, own, compared) ? prepared : null;
        }
        catch (InputException)
        {
            return null;
        }
    }

    /// <summary>As <see cref="IsDone"/>: what is in files is known without a worker that reads tables and makes networks.</summary>
    public bool IsDoneWithoutData(SearchHeader? header, PreparedSearch prepared, HostServices parts, SearchHeader? compared) =>
        header is { State: "completed", Spec.Data: null }
        && IsDone(header, prepared, new(null, SearchFiles.Hashes(prepared.Spec, parts.Catalog)), compared);

    /// <summary>Whether it is; what it reads must be what it read.</summary>
    /// <exception cref="InputException">That is another thing, or the search another one.</exception>
    public bool IsDone(SearchHeader? header, PreparedSearch prepared, InputHashes inputs, SearchHeader? compared)
    {
        ComparedInputs.MustBeTheSame(compared, inputs);
        return header is { State: "completed" } && SearchRunner.IsAll(workspace, header, prepared.Spec, inputs);
    }
}
