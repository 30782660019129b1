using NasEngine.Host.Making;
using NuGet.Common;
using NuGet.Configuration;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;

namespace NasEngine.Host.Commands.Plugins;

/// <summary>A package that holds a plugin, as a feed describes it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">Its newest version.</param>
/// <param name="Summary">What it is, in one line.</param>
/// <param name="Feed">Name of the feed.</param>
internal sealed record OfferedPlugin(string Id, string Version, string Summary, string Feed);

/// <summary>Looks in feeds of NuGet for packages with the tag of plugins, <see cref="Template.PackageTag"/>.</summary>
internal static class FeedSearch
{
    private const int Most = 100;

    /// <summary>The feeds that NuGet is configured with for a folder.</summary>
    public static IReadOnlyList<PackageSource> ConfiguredFor(string folder) =>
        [.. new PackageSourceProvider(Settings.LoadDefaultSettings(folder)).LoadPackageSources().Where(source => source.IsEnabled)];

    /// <summary>
    /// Asks a feed; one that cannot be asked is an exception of NuGet's. What it finds by its own lights is looked through again, since
    /// feeds differ in what they take the words for: each of them must be in the name, the summary, the tags or the authors.
    /// </summary>
    /// <param name="feed">The feed: an address, or a folder of packages.</param>
    /// <param name="words">The words; none for all plugins.</param>
    /// <param name="cancellation">Stops asking.</param>
    public static async Task<IReadOnlyList<OfferedPlugin>> AskAsync(
        PackageSource feed, IReadOnlyList<string> words, CancellationToken cancellation)
    {
        var repository = Repository.Factory.GetCoreV3(feed);
        var search = await repository.GetResourceAsync<PackageSearchResource>(cancellation).ConfigureAwait(false);
        if (search is null)
        {
            return [];
        }

        var found = await search.SearchAsync(
            string.Join(' ', words.Prepend(Template.PackageTag)), new SearchFilter(includePrerelease: true), skip: 0, take: Most,
            NullLogger.Instance, cancellation).ConfigureAwait(false);
        return [.. found.Where(one => IsPlugin(one) && words.All(word => Has(one, word)))
            .GroupBy(one => one.Identity.Id, StringComparer.OrdinalIgnoreCase)
            .Select(versions => versions.MaxBy(one => one.Identity.Version)!)
            .Select(one => new OfferedPlugin(one.Identity.Id, one.Identity.Version.ToNormalizedString(), Line(one.Description), feed.Name))
            .OrderBy(one => one.Id, StringComparer.OrdinalIgnoreCase)];
    }

    private static bool IsPlugin(IPackageSearchMetadata one) => (one.Tags ?? "").Split(
        [' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Contains(Template.PackageTag, StringComparer.OrdinalIgnoreCase);

    private static bool Has(IPackageSearchMetadata one, string word) => new[] { one.Identity.Id, one.Description, one.Tags, one.Authors }
        .Any(text => text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);

    private static string Line(string? text) => string.Join(
        ' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
