namespace NasEngine.Pipeline.Searches;

/// <summary>What is in the files that a search reads. Equal searches on equal ones are equal, wherever the files lie.</summary>
/// <param name="Data">SHA-256 of the data set, hexadecimal; null when there is none.</param>
/// <param name="Files">SHA-256 of the files of its parts, see <see cref="SearchFiles"/>.</param>
public sealed record InputHashes(string? Data, IReadOnlyDictionary<string, string> Files)
{
    /// <summary>
    /// The first that is not what it was, in words: <c>file 'estimator.table' of search 'x' is not what it was</c>; null when all are.
    /// Files that only one of them knows are none of its matters.
    /// </summary>
    /// <param name="search">Name of the search.</param>
    /// <param name="was">What there was.</param>
    /// <param name="when">When that was.</param>
    public string? ChangeSince(string search, InputHashes was, string when)
    {
        string Changed(string what, string? before, string? after) =>
            $"The {what} of search '{search}' is not what it was when {when} (SHA-256 {after}, was {before})";

        return Data != was.Data ? Changed("data", was.Data, Data) : Files
            .Where(file => was.Files.TryGetValue(file.Key, out var before) && before != file.Value)
            .OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => Changed($"file '{file.Key}'", was.Files[file.Key], file.Value))
            .FirstOrDefault();
    }
}
