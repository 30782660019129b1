using System.Collections.Concurrent;
using NasEngine.Contracts;
using NasEngine.Host.Commands;
using NasEngine.Host.Composition;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Web.Live;

/// <summary>Spaces and objectives of searches, made of the plugins when they are first asked for.</summary>
/// <param name="options">Which manifests there are.</param>
internal sealed class SearchPartsSource(ServeOptions options)
{
    private readonly Lazy<HostServices> _services = new(() => HostServices.Open(options.Plugins));
    private readonly ConcurrentDictionary<string, KnownParts> _known = new();

    /// <summary>The parts of a search. A plugin that is missing or fails is said, and the rest is shown.</summary>
    public KnownParts Of(SearchHeader header) => _known.GetOrAdd(header.Identity, _ =>
    {
        var parts = Try(() => Include(header));
        var space = Try(() => _services.Value.Catalog.Space(header.Spec.Space));
        var objective = Try(() => SearchParts.Make(header.Spec.Objective, _services.Value.Catalog));
        return new KnownParts(space.Part, objective.Part, parts.Problem ?? space.Problem ?? objective.Problem);
    });

    private HostServices Include(SearchHeader header)
    {
        RecipeParts.Include(options.Workspace, header, _services.Value.Catalog);
        return _services.Value;
    }

    private static (T? Part, string? Problem) Try<T>(Func<T> make)
        where T : class
    {
        try
        {
            return (make(), null);
        }
        catch (Exception problem)
        {
            return (null, Failures.Say(problem));
        }
    }
}
