using NasEngine.Host.Reports;

namespace NasEngine.Host.Composition;

/// <summary>What the searches of a run found, in the order in which they were first begun. Safe from several threads.</summary>
internal sealed class FoundSearches
{
    private readonly Lock _lock = new();
    private readonly List<string> _begun = [];
    private readonly Dictionary<string, SearchSummary> _found = new(StringComparer.Ordinal);

    /// <summary>Of those that are done.</summary>
    public IReadOnlyList<SearchSummary> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _begun.Distinct().Where(_found.ContainsKey).Select(name => _found[name])];
            }
        }
    }

    /// <summary>Of the one that was begun last, of those that are done; null when none is.</summary>
    public SearchSummary? Last
    {
        get
        {
            lock (_lock)
            {
                return _begun.FindLast(_found.ContainsKey) is { } name ? _found[name] : null;
            }
        }
    }

    /// <summary>Of one; null when it is not done.</summary>
    public SearchSummary? Of(string search)
    {
        lock (_lock)
        {
            return _found.GetValueOrDefault(search);
        }
    }

    /// <summary>A search begins.</summary>
    public void Begin(string search)
    {
        lock (_lock)
        {
            _begun.Add(search);
        }
    }

    /// <summary>A search is done.</summary>
    public SearchSummary Keep(SearchSummary summary)
    {
        lock (_lock)
        {
            return _found[summary.History.Header.Spec.Name] = summary;
        }
    }
}
