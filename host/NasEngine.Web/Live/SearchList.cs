namespace NasEngine.Web.Live;

/// <summary>The searches of the workspace at one moment.</summary>
/// <param name="Rows">Newest first.</param>
/// <param name="Problem">Why the journal cannot be read now, in a sentence; null where it can. The rows are then those before.</param>
/// <param name="ReadAt">When it was read.</param>
public sealed record SearchList(IReadOnlyList<SearchRow> Rows, string? Problem, DateTimeOffset ReadAt)
{
    /// <summary>Nothing was read yet.</summary>
    public static SearchList Empty { get; } = new([], null, DateTimeOffset.MinValue);
}
