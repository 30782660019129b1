using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Host.Composition;

/// <summary>
/// Where the data and files of a search lie and its tensors live: as this run was told, else as the search itself says, else as it was.
/// </summary>
internal static class SearchPlace
{
    private const string DefaultDevice = "cpu";

    /// <summary>The search at its place, with whole paths: it is gone on with from other folders too.</summary>
    /// <param name="spec">The search.</param>
    /// <param name="recorded">The search of its name in the journal, or null.</param>
    /// <param name="launch">How this run was told.</param>
    /// <param name="services">Offers the parts.</param>
    /// <exception cref="InputException">No such part or file, or an option it does not take.</exception>
    public static SearchSpec Of(SearchSpec spec, SearchHeader? recorded, LaunchOptions launch, IServices services)
    {
        var placed = spec with
        {
            Device = launch.Device ?? (spec.Device.Length > 0 ? spec.Device : recorded?.Spec.Device ?? DefaultDevice),
            Data = spec.Data is { } set ? DataOf(set, recorded?.Spec.Data, launch) : null,
        };
        var moved = Moved(launch.Files, SearchFiles.Of(placed, services).Keys, spec.Name);
        var isOfEarlierProgram = recorded is { Origin.Files: null }; // It compares files by their paths.
        return isOfEarlierProgram && moved.Count == 0 ? placed : SearchFiles.Placed(placed, services, (name, file) =>
            moved.TryGetValue(name, out var place) ? Whole(place) : isOfEarlierProgram ? file.Path : Whole(file.Path));
    }

    private static ComponentSpec DataOf(ComponentSpec data, ComponentSpec? recorded, LaunchOptions launch)
    {
        var folder = launch.Data is { } given ? given
            : data.Options.Values.TryGetValue(IDataset.FolderOption, out var said) ? said
            : recorded?.Id != data.Id ? null
            : recorded.Options.Values.GetValueOrDefault(IDataset.FolderOption);
        return folder is null ? data : data with { Options = data.Options.With(IDataset.FolderOption, Whole(folder)) };
    }

    /// <summary>The whole path; one that can be none is left to whoever reads it, who says so.</summary>
    private static string Whole(string path) =>
        path.Length == 0 || path.Contains('\0', StringComparison.Ordinal) ? path : Path.GetFullPath(path);

    /// <summary>Files by the places of their options; the option alone will do where only one part has it.</summary>
    private static Dictionary<string, string> Moved(OptionBag told, IEnumerable<string> files, string search)
    {
        string[] places = [.. files];
        var moved = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, place) in told.Values)
        {
            var named = places.Where(known => Is(known, name)).ToArray() is [var one] ? one : throw new InputException(
                $"--set '{name}' names no file of search '{search}': {Suggest.Instead(name, places)}");
            if (!moved.TryAdd(named, place))
            {
                throw new InputException($"File '{named}' is set twice; give it once.");
            }
        }

        return moved;
    }

    private static bool Is(string place, string told) => place.Equals(told, StringComparison.OrdinalIgnoreCase)
        || place.EndsWith($".{told}", StringComparison.OrdinalIgnoreCase);
}
