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
            moved.TryGetValue(name, out var place) ? Path.GetFullPath(place)
            : isOfEarlierProgram || file.Path.Length == 0 ? file.Path
            : Path.GetFullPath(file.Path));
    }

    private static ComponentSpec DataOf(ComponentSpec data, ComponentSpec? recorded, LaunchOptions launch)
    {
        var folder = launch.Data is { } given ? Path.GetFullPath(given)
            : data.Options.Values.TryGetValue(IDataset.FolderOption, out var said) ? said
            : recorded?.Id != data.Id ? null
            : recorded.Options.Values.GetValueOrDefault(IDataset.FolderOption);
        return folder is null ? data
            : data with { Options = data.Options.With(IDataset.FolderOption, folder.Length == 0 ? folder : Path.GetFullPath(folder)) };
    }

    /// <summary>Files by the places of their options; the option alone will do where only one part has it.</summary>
    private static Dictionary<string, string> Moved(OptionBag told, IEnumerable<string> known, string search)
    {
        string[] places = [.. known];
        return told.Values.ToDictionary(
            pair => places.Where(place => Is(place, pair.Key)).ToArray() is [var one] ? one : throw new InputException(
                $"--set '{pair.Key}' names no file of search '{search}': {Suggest.Instead(pair.Key, places)}"),
            pair => pair.Value,
            StringComparer.OrdinalIgnoreCase);
    }

    private static bool Is(string place, string told) => place.Equals(told, StringComparison.OrdinalIgnoreCase)
        || place.EndsWith($".{told}", StringComparison.OrdinalIgnoreCase);
}
